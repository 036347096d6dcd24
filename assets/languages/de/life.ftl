### Ereignisse des Zertifikatsbuchs, wie der Verlauf und das Leben eines Postens sie erzählen.

# Was hinter dem Ereignis steht: wie viele Einheiten, und für welches Jahr. Beides kann fehlen.
life-units = { $units ->
    [none] {""}
   *[some] : { $units }
}
life-year = { $year ->
    [none] {""}
   *[some] {" "}für { $year }
}

life-recorded = { $origin ->
    [purchased] Gekauft
    [self_generated] Eigene, erfasst
    [transferred_in] Übernommen
   *[unknown] Erfasst
}{ life-units }
life-retired = Stillgelegt{ life-units }{ life-year }
life-reserved = Reserviert{ life-units }{ life-year }
life-released = Freigegeben{ life-units }{ life-year }
life-listed = Zum Verkauf angeboten{ life-units }
life-withdrawn = Vom Verkauf zurückgezogen{ life-units }
life-transferred = Übertragen{ life-units }
life-cancelled = Annulliert{ life-units }
life-expired = Stillgelegt (verfallen){ life-units }, ein Verlust
life-split = Geteilt in { $lots }
life-checked = Stimmt mit dem Registerauszug überein
life-compared = Mit einem Registerauszug abgeglichen
life-reversed = Stilllegung{ life-year } rückgängig gemacht, { $units } wieder im Bestand
life-year-locked = Jahr { $year } gesperrt
life-year-unlocked = Jahr { $year } entsperrt
life-restated = Jahr { $year } neu gefasst
life-year-changed = Einstellungen{ life-year } geändert
life-claim-edited = Aussage{ life-year } bearbeitet
life-signed = Bericht{ life-year } unterzeichnet
life-sealed = Bericht{ life-year } versiegelt
life-other = { $kind }{ life-units }{ life-year }
life-kind-lines_edited = Zeilen geändert
life-kind-mapping_saved = Zuordnung gespeichert
life-kind-planned = Geplant
life-kind-ordered = Bestellt

life-plain-lot_removed = Mit seinem Import zurückgenommen
life-plain-adjusted = Berichtigt
life-plain-attached = Nachweis angehängt
life-plain-brought_up_to_date = Datei auf den neuesten Stand gebracht
life-plain-imported = Datei importiert
life-plain-replaced = Datei anstelle einer früheren importiert
life-plain-undone = Import zurückgenommen
life-plain-weighed = Gewichte angegeben
life-plain-settings_changed = Einstellungen geändert
life-plain-answered = Frage der Positivliste beantwortet
