### Offenlegung: die Blätter, die Aussage, was zu klären ist, Unterschriften und Siegel.

## Die Ansicht

disclosure-title = Offenlegung
disclosure-status-draft = Entwurf
disclosure-status-final = Endgültig
disclosure-status-restated = Neu gefasst
disclosure-lock = { $year } sperren…
disclosure-unlock = { $year } entsperren…
disclosure-preview = Vorschau, wie die Arbeitsmappe es zeigt
disclosure-inputs = Eigene Angaben…
disclosure-rules = Regelwerke…
disclosure-trace = Zahl wählen, um sie zurückzuverfolgen
disclosure-apart = Getrennt vom Scope-3-Inventar berichtet.
disclosure-apart-text = Das Inventar bleibt brutto. Vier Angaben, nie addiert.
disclosure-cdp = CDP hat keine Frage zu { -itecs }
disclosure-cdp-text = Abgelehnt für 7.79.1 (CO2-Gutschriften) und 7.30.14 (Energie). Die Mappe sagt, warum.

## Blätter

sheets-label = Blätter der Mappe
sheets-title = Mappe, { $number } Blätter
sheets-status-ok = vollständig
sheets-status-open = wartet noch auf etwas
sheets-status-not_applicable = nicht anwendbar
sheets-open = offen
sheet-label = Blatt { $sheet }
sheet-row = Zeile
sheet-trace = { $ids } zurückverfolgen
sheet-first = Die ersten { $shown } von { $total } Zeilen.
sheet-empty = Noch keine Zeile: Dieses Blatt füllt sich mit dem Jahr.
statement-label = Beleg
statement-do = Beleg…

## Aussage

claim-title = Aussage
claim-which = Welcher Text
claim-which-mass = Nur Masse
claim-which-standard = Standard §7.2
claim-refused = { $number } abgelehnt
claim-sealed = Mit dem Bericht versiegelt
claim-edited = Bearbeitet { $day }, steht in jedem Bericht
claim-offered = Wie vorgeschlagen, steht in jedem Bericht
claim-moved = Seit der Bearbeitung haben sich Zahlen geändert. Durchsehen und erneut speichern oder den vorgeschlagenen Text verwenden.
claim-finding-word = „{ $word }“
claim-finding = { $found } wird abgelehnt von { $rule }.
claim-finding-instead = Besser: „{ $instead }“.
claim-keep = Für { $year } speichern
claim-copy = Text kopieren
claim-suggested = Vorschlag verwenden
claim-not-final = Nicht für einen endgültigen Bericht: { $reason }
claim-reason-refused = ein abgelehntes Wort steht noch darin
claim-reason-long = länger, als CDP annimmt
claim-nothing = Für dieses Jahr ist noch nichts stillgelegt, also gibt es nichts auszusagen.
claim-kept = Die Aussage ist für { $year } gespeichert und steht in den Berichten.
claim-kept-offered = Die vorgeschlagene Aussage steht in den Berichten für { $year }.
claim-copied = Die Aussage liegt in der Zwischenablage.

## Prüfungen

checks-title = Vor dem Versiegeln
checks-open = { $number } offen
checks-ready = Bereit
checks-blocks = , verhindert einen endgültigen Bericht
checks-not-applicable = Nicht anwendbar
checks-open-list = Liste öffnen
checks-look = Ansehen
checks-verify = Prüfen
check-nothing-weights_resolved = Keine Zeile mit neuer Hardware
check-weights-met = Jede Zeile hat ein Gewicht
check-weights-met-text = Keine Zeile steht außerhalb der Summe
check-weights-open = { $count ->
    [one] { $count } Zeile hat kein Gewicht
   *[other] { $count } Zeilen haben kein Gewicht
}
check-weights-open-units = { $units } Stück sind in keiner Summe
check-weights-open-text = Sie sind in keiner Summe
check-nothing-conditions_known = Keine Zeile mit Hardware
check-conditions-met = Jeder Zustand ist bekannt
check-conditions-met-text = Nichts zählt ersatzweise als neu
check-conditions-open = { $count ->
    [one] { $count } Zeile in unbekanntem Zustand
   *[other] { $count } Zeilen in unbekanntem Zustand
}
check-conditions-open-mass = { $mass } kg zählen als neu
check-conditions-open-text = Zählt als neu
check-conditions-do = Durchsehen
check-nothing-fully_covered = Für dieses Jahr wird nichts benötigt
check-covered-met = Vollständig gedeckt
check-covered-met-text = Alles Benötigte ist stillgelegt
check-covered-unknown = Unbekannt, ob vollständig gedeckt
check-covered-unknown-text = Zeilen ohne Gewicht sind in keinem Bedarf
check-covered-open = { $units } { -itecs } noch stillzulegen
check-covered-open-percent = Die Deckung beträgt { $percent }
check-covered-open-text = Die Deckung liegt unter dem Ziel
check-covered-do = Stilllegen…
check-nothing-ledger_verified = Noch nichts erfasst
check-ledger-unknown = Seit der letzten Änderung nicht geprüft
check-ledger-unknown-text = Das Versiegeln prüft zuerst die ganze Datei
check-ledger-met = Zertifikatsbuch geprüft
check-ledger-head = { $events }, Kettenkopf { $head }
check-ledger-open = Das Zertifikatsbuch hält der Prüfung nicht stand
check-ledger-open-text = Die Datei in den Einstellungen prüfen
check-nothing-ownership_proven = Kein eigenes Zertifikat erfasst
check-ownership-met = Jeder eigene Posten ist nachgewiesen
check-ownership-met-text = Ein Dokument zeigt, dass er uns gehört
check-ownership-open = { $count ->
    [one] { $count } eigener Posten ohne Eigentumsnachweis
   *[other] { $count } eigene Posten ohne Eigentumsnachweis
}
check-ownership-open-text = Registerauszug anhängen
check-ownership-do = Anhängen
check-nothing-own_within_eligible = Kein eigenes Zertifikat erfasst
check-eligible-met = Eigene Zertifikate bleiben im Rahmen des Wiederhergestellten
check-eligible-met-text = Keine Charge hat mehr als ihre anrechenbaren kg
check-eligible-explained = Begründet: { $reason }
check-eligible-open = { $units } eigene { -itecs } mehr, als wiederhergestellt wurde
check-nothing-balances_agree = Kein Zertifikat erfasst
check-balances-met = Salden stimmen
check-balances-met-text = Jeder Saldo folgt aus seinen Ereignissen, Differenz 0
check-balances-open = Salden stimmen nicht
check-balances-open-text = Differenz { $units }
check-nothing-registry_reconciled = Für dieses Jahr ist nichts stillgelegt
check-reconciled-met = Mit dem Register abgeglichen
check-reconciled-met-text = { $lots } Posten, Differenz 0
check-reconciled-open = { $units } stillgelegte { -itecs } zeigt das Register nicht
check-reconciled-open-text = Sein Auszug stimmt mit { $lots } Posten überein
check-reconciled-do = Abgleichen…
check-locked-met = Das Jahr ist gesperrt
check-locked-met-text = Es nimmt keine Änderung an
check-locked-open = Das Jahr ist noch offen
check-locked-open-text = Sperren, sobald seine Zahlen vollständig sind
check-locked-do = Sperren…
check-signed-met = Unterzeichnet
check-signed-met-text = Namentlich erstellt, geprüft und freigegeben
check-signed-open = Nicht unterzeichnet
check-signed-lacks-prepared = nicht erstellt
check-signed-lacks-reviewed = nicht geprüft
check-signed-lacks-approved = nicht freigegeben
check-signed-open-text = Eine Unterschrift gilt für die Zahlen, wie sie stehen
check-signed-do = Zeichnen…
check-nothing-claim_allowed = Es gibt keine Aussage
check-claim-met = Die Aussage ist zulässig
check-claim-met-text = Sie sagt nichts, was eine Regel verbietet
check-claim-open = { $count ->
    [one] { $count } abgelehntes Wort in der Aussage
   *[other] { $count } abgelehnte Wörter in der Aussage
}
check-claim-do = Bearbeiten
check-nothing-claim_current = Die Aussage steht wie vorgeschlagen
check-current-met = Die Aussage ist aktuell
check-current-met-text = Bearbeitet für die Zahlen, wie sie stehen
check-current-open = Seit der Bearbeitung der Aussage haben sich Zahlen geändert
check-current-open-text = Durchsehen und erneut speichern

## Export

export-label = Export
export-draft = Entwurf exportieren…
export-sealed = v{ $version } exportieren…
export-seal = v{ $version } versiegeln…
export-final = Endgültig seit { $day }, freigegeben von { $name }. Geschrieben wird, was versiegelt wurde.
export-open = { $count ->
    [one] Vor dem Versiegeln ist noch eine Prüfung offen.
   *[other] Vor dem Versiegeln sind noch { $count } Prüfungen offen.
}
export-ready = Versiegeln macht diese Zahlen zu v{ $version }, für immer.
export-formats = Formate
export-files = Gespeicherte Dateien
export-open-file = Öffnen
export-open-file-label = { $file } öffnen
export-saved = Gespeichert: { $files }.
export-again = Erneut speichern…
export-again-label = v{ $version } erneut speichern
export-earlier = { $status ->
    [final] v{ $version } endgültig, { $day }
    [restated] v{ $version } neu gefasst, { $day }
   *[other] v{ $version } { $status }, { $day }
}

## Versiegeln

seal-title = Version { $version } für { $year } versiegeln
seal-text = Der Bericht wird endgültig und bleibt im Arbeitsbereich, wie er jetzt entsteht.
seal-undone = Was sich nicht rückgängig machen lässt
seal-undone-stays = Version { $version } bleibt für immer: Niemand kann sie, ihre Zahlen, ihre Texte oder ihre Unterschriften ändern oder entfernen.
seal-undone-correction = Eine Berichtigung ist eine neue Version, die jede geänderte Zahl nennt, mit dem Grund und wer sie freigegeben hat.
seal-undone-restates = Sie fasst Version { $version } neu, die bleibt, wie sie versiegelt wurde.
seal-undone-files = Die Dateien werden sofort in den gewählten Formaten geschrieben; dieselben Bytes lassen sich später erneut schreiben.
seal-open = Was noch offen ist
seal-open-first = , zuerst zu klären
seal-open-said = , steht so im Bericht
seal-open-none = Nichts.
seal-by = Wer dafür einsteht
seal-by-two = In dieser Organisation genügen zwei Personen; das steht im Bericht.
seal-says = Was der Bericht sagt
seal-missing = Erst muss etwas geklärt werden
seal-leave = Noch nicht
seal-do = Version { $version } versiegeln…

## Unterzeichnen

sign-as-prepared = Erstellt
sign-as-reviewed = Geprüft
sign-as-approved = Freigegeben
sign-title = Die Zahlen für { $year } unterzeichnen
sign-text = Eine Unterschrift gilt für diese Zahlen. Sobald sich eine davon ändert, gilt sie nicht mehr und ist erneut zu leisten.
sign-void = { $role } von { $name }, { $day }, gilt nicht mehr.
sign-void-person = Dieselbe Person steht in einer anderen Rolle.
sign-void-alike = Seitdem hat sich dasselbe geändert. Sie ist erneut zu leisten.
sign-void-moved = Seitdem haben sich Zahlen oder die Aussage geändert. Sie ist erneut zu leisten.
sign-given = { $role } von { $name }, { $day }
sign-role = Als was
sign-replaces = { $role } von { $name } am { $day }: Diese Unterschrift tritt an die Stelle der früheren.
sign-name = Name
sign-name-three = Wie er im Bericht stehen soll; drei Rollen, drei Personen
sign-name-two = Wie er im Bericht stehen soll; zwei Personen genügen, was im Bericht steht
sign-comment = Bemerkung
sign-comment-hint = Steht neben dem Namen; darf leer bleiben
sign-do = Unterzeichnen
sign-done = { $role } von { $name }.
signed-label = Zahlen für { $year }
signed-further = { $count ->
    [one] Dazu { $count } weitere Zahl zum Bedarf, zu den Zeilen der Stilllegung und zu den Lieferungen.
   *[other] Dazu { $count } weitere Zahlen zum Bedarf, zu den Zeilen der Stilllegung und zu den Lieferungen.
}
signed-answers = { $count ->
    [one] Dazu { $count } Antwort an CDP, wie unten gegeben.
   *[other] Dazu { $count } Antworten an CDP, wie unten gegeben.
}

## Was nur ein Mensch weiß

inputs-title = Eigene Angaben
inputs-text = Diese Felder der CDP-Blätter folgen aus keiner Zahl. Sie bleiben bei { $year }; ist das Jahr gesperrt, stehen sie fest.
inputs-optional = { $field } (freiwillig)
inputs-leave = Abbrechen
inputs-keep = Angaben speichern
inputs-kept = Die Angaben für { $year } sind gespeichert.

## Regelwerke

rules-title = Regelwerke, { $year }
rules-text = Jedes Kriterium ist erfüllt, nicht erfüllt, unbekannt oder nicht anwendbar, mit seinem Nachweis. Es gibt keine Punktzahl.
rules-pack = Regeln
rules-pack-effective = { $pack }, gültig ab { $day }
rules-criteria = Kriterien von { $pack }
rules-result-met = erfüllt
rules-result-not_met = nicht erfüllt
rules-result-unknown = unbekannt
rules-result-not_applicable = nicht anwendbar
rules-units = { $met } { -itecs } erfüllt, { $failed } nicht erfüllt, { $unknown } unbekannt.
rules-units-apart = { $met } { -itecs } erfüllt, { $failed } nicht erfüllt, { $unknown } unbekannt, { $apart } nicht anwendbar.
rules-changes = Was sich änderte, wenn nur diese Regeln gälten
rules-changes-none = Nichts.
rules-not-asked = nicht gefragt
rules-no-longer = nicht mehr gefragt
rules-ask = Nur selbst zu beantworten
rules-question = Frage der Positivliste
rules-unanswered = Noch nicht beantwortet
rules-all-countries = alle Länder
rules-country = Land
rules-country-hint = Leer für alle
rules-answer = Antwort
rules-keep = Speichern

## Woher eine Zahl kommt

trace-text = Woher diese Zahl kommt, bis zu den Zellen und Ereignissen
trace-which = Welche Zahl
trace-rows = Zeilen und Ereignisse hinter { $figure }
trace-column-place = Datei, Blatt, Zeile
trace-column-item = Gegenstand
trace-column-cells = Zellen, wie sie stehen
trace-place = { $sheet }, Zeile { $row }
trace-blank = (leer)
trace-first = { $lines }, hier die ersten { $shown }. Alle: itec trace { $figure }
trace-column-event = Ereignis
trace-column-day = Tag
trace-column-what = Was
trace-column-lots = Posten und Seriennummern
trace-column-hash = Hash
trace-event-recorded = erfasst
trace-event-retired = stillgelegt
trace-event-reserved = reserviert
trace-event-released = freigegeben
trace-event-listed = angeboten
trace-event-withdrawn = zurückgezogen
trace-event-transferred = übertragen
trace-event-cancelled = annulliert
trace-event-expired = verfallen
trace-event-lot_removed = Posten zurückgenommen
trace-event-split = geteilt
trace-event-adjusted = berichtigt
trace-event-attached = angehängt
trace-event-checked = abgeglichen
trace-event-reversed = rückgängig gemacht
trace-event-year_locked = Jahr gesperrt
trace-event-year_unlocked = Jahr entsperrt
trace-event-restated = neu gefasst
trace-event-imported = importiert
trace-event-replaced = ersetzt
trace-event-undone = zurückgenommen
trace-event-weighed = Gewichte angegeben
trace-event-settings_changed = Einstellungen geändert
trace-event-year_changed = Jahr geändert
trace-event-claim_edited = Aussage bearbeitet
trace-event-signed = unterzeichnet
trace-event-sealed = versiegelt
trace-none = Keine Zeile und kein Ereignis steht dahinter: Die Zahl folgt aus anderen Zahlen oder aus den Einstellungen.
