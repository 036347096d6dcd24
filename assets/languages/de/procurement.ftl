### Beschaffung: die gekauften Zeilen, was sie wiegt, und die Importe, mit denen sie kamen.

procurement-title = Beschaffung
procurement-recognise = Neu erkennen…
procurement-every-year-locked = Jedes Jahr ist gesperrt
procurement-device-weights = Gewichte
procurement-import = Importieren
procurement-none = Noch keine Einkäufe in { $year }
procurement-none-text = Die Tabelle importieren, die der Einkauf schon hat. Alles ist zu sehen, bevor etwas geschrieben wird.
procurement-none-import = Tabelle importieren…

## Zeilen: was gezeigt wird

procurement-filter = Zeilen filtern
procurement-search = Zeilen suchen
procurement-search-example = Artikel, Firma, Bestellung
procurement-filter-category = Kategorie
procurement-filter-condition = Zustand
procurement-filter-weight-from = Gewicht
procurement-filter-scope = Umfang
procurement-filter-import = Import
procurement-filter-all = alle
procurement-filter-hardware = Hardware
procurement-filter-out-of-scope = außerhalb

## Zeilen, die ihren Zustand offenlassen

procurement-confirm = { $count ->
    [one] { $count } Zeile sagt nichts über ihren Zustand
   *[other] { $count } Zeilen sagen nichts über ihren Zustand
}
procurement-confirm-counts = { $count ->
    [one] und zählt als neu.
   *[other] und zählen als neu.
}
procurement-confirm-chosen = Die { $count } gewählten sind:
procurement-confirm-all = { $count ->
    [one] Sie ist:
   *[other] Alle sind (oder einige wählen):
}
procurement-confirm-new = Neu…
procurement-confirm-refurbished = Aufbereitet…
procurement-confirm-used = Gebraucht…

## Zeilen: die Tabelle

procurement-lines = Zeilen
procurement-lines-kind = Zeilen
procurement-lines-label = Beschaffungszeilen { $year }
procurement-column-date = Datum
procurement-column-item = Artikel
procurement-column-category = Kategorie
procurement-column-condition = Zustand
procurement-column-quantity = Menge
procurement-column-unit-mass = kg/Stück
procurement-column-line-mass = kg/Zeile
procurement-column-weight-from = Gewicht aus
procurement-column-supplier = Lieferant
procurement-column-order = Bestellung
procurement-column-entity = Gesellschaft
procurement-column-scope3 = Scope 3
procurement-column-place = Datei · Blatt · Zeile
procurement-out-of-scope = Außerhalb
procurement-no-weight = Kein Gewicht
procurement-row = Zeile { $row }
procurement-no-match = Keine Zeile passt.
procurement-show-all = Alle Zeilen zeigen

## Zeilen: was mit einer getan werden kann

procurement-menu-trace = Bis zu den Zellen verfolgen…
procurement-menu-edit = Bearbeiten…
procurement-menu-edit-some = { $count } Zeilen bearbeiten…
procurement-menu-file = Die Zeilen der Datei zeigen
procurement-menu-only = Nur { $category }
procurement-locked = { $year } ist gesperrt
procurement-edit-most = Eine Bearbeitung umfasst höchstens { $count } Zeilen. Weiter filtern und in Teilen bearbeiten.

## Zeilen: unter der Tabelle

procurement-foot-matching = { $matching } von { $total } Zeilen
procurement-foot-lines = { $total } Zeilen
procurement-foot-edit-chosen = { $count } gewählte bearbeiten…
procurement-foot-trace = Zeile { $row } verfolgen
procurement-foot-edit = Bearbeiten…
procurement-foot-edit-all = Alle { $count } bearbeiten…
procurement-foot-without-weight = ohne Gewicht { $count }
procurement-foot-new = neu { $count }
procurement-foot-refurbished = nicht neu { $count }
procurement-foot-out-of-scope = außerhalb { $count }
procurement-foot-units = Stück { $units }
procurement-foot-mass = Masse { $mass }
procurement-foot-mass-new = davon neu { $mass }
procurement-foot-new-mass = Neue Masse { $mass }
procurement-foot-range = { $term } { $range }
procurement-foot-range-term = 90-%-Spanne

## Ohne Gewicht: die Arbeitsliste

procurement-work-title = Ohne Gewicht
procurement-work-title-by-class = Gewicht nach Klasse
procurement-work-without = { word-lines }, { procurement-count-units }, nicht in der Summe
procurement-work-without-and-by-class = { procurement-work-without }; { procurement-count-devices } nur nach Klasse
procurement-work-by-class = { procurement-count-devices }, das Schwerste zuerst
procurement-work-basis = Grundlage
procurement-work-basis-choose = wählen
procurement-work-basis-scale = eine Waage
procurement-work-basis-data-sheet = Datenblätter
procurement-work-basis-estimate = eine Schätzung
procurement-work-say-basis = Angeben, worauf die Gewichte beruhen
procurement-work-apply = Anwenden
procurement-work-apply-some = { $count ->
    [one] { $count } Gewicht anwenden
   *[other] { $count } Gewichte anwenden
}
procurement-work-applied = { $count ->
    [one] { $count } Zeile hat jetzt ein Gewicht, { $mass } kg kommen hinzu.
   *[other] { $count } Zeilen haben jetzt ein Gewicht, { $mass } kg kommen hinzu.
}
procurement-work-none = Jede Zeile hat ein Gewicht
procurement-work-none-text = Hier stehen sonst Zeilen, deren Gewicht unbekannt ist; jedes Gerät ist einmal zu klären.
procurement-work-column-item = Artikel
procurement-work-column-lines = Zeilen
procurement-work-column-units = Stück
procurement-work-column-weight = Gewicht
procurement-work-column-adds = Zuwachs
procurement-work-may-be = vielleicht { $device }
procurement-work-nothing-like = nichts Ähnliches bekannt
procurement-work-as-class = als { $class }
procurement-work-weight-of = Gewicht je { $device }, kg
procurement-work-unit = kg je
procurement-work-above-zero = über 0
procurement-work-more = Gezeigt sind die { $count } wichtigsten; weitere folgen, sobald diese ein Gewicht haben.

## Ein Gerät der Arbeitsliste

procurement-device-text = { word-lines }, { procurement-count-units } im Jahr { $year }
procurement-device-weight = Gewicht
procurement-device-weight-none = Keines: nicht in der Summe
procurement-device-weighed-by = Gewogen nach
procurement-device-weighed-by-what = { $tier }: { $class }, Mittel aus { procurement-count-devices }, { $source }
procurement-device-weight-is = je { $each } kg, { $mass } · 90-%-Spanne { $range } kg
procurement-device-taken-for = Gilt als
procurement-device-taken-for-nothing = nichts bekannt
procurement-device-read-from = Gelesen aus
procurement-device-may-be = Vielleicht ist es
procurement-device-take = So wiegen
procurement-device-taken = { $count ->
    [one] { $count } Zeile wiegt jetzt je { $mass } kg, als { $device }. Das gilt auch für die nächste Datei.
   *[other] { $count } Zeilen wiegen jetzt je { $mass } kg, als { $device }. Das gilt auch für die nächste Datei.
}
procurement-device-none-like = Keine mitgelieferte Tabelle hat ein Gerät mit annähernd diesem Namen.
procurement-device-edit = Art, Umfang, Gewicht von { $count }…

## Importe und Bearbeitungen

procurement-imports-title = Importe
procurement-imports-title-edits = Importe und Bearbeitungen
procurement-imports-sum = { word-lines }, { $mass } neu
procurement-imports-label = Importe, Tabelle
procurement-imports-column-file = Datei
procurement-imports-column-imported = Importiert
procurement-imports-column-lines = Zeilen
procurement-imports-column-mass = kg neu
procurement-imports-column-undo = Rückgängig
procurement-imports-edit = { $summary }. { $because }
procurement-imports-edit-short = { $summary }: { $because }
procurement-imports-recognised = Neu erkannt
procurement-imports-undo-edit = Zurück
procurement-imports-undo-edit-label = Zurück: Bearbeitung { $edit }, { $summary }
procurement-imports-show = Die Zeilen dieser Datei zeigen
procurement-imports-replaced = { $count ->
    [one] { $count } Zeile davon durch eine spätere Datei ersetzt
   *[other] { $count } Zeilen davon durch eine spätere Datei ersetzt
}
procurement-imports-undo = Zurück…
procurement-imports-undo-label = Zurück: Import von { $file }…

## Ein Import wird zurückgenommen

procurement-undo-title = Import von { $file } rückgängig machen
procurement-undo-text = { $count ->
    [one] { $count } Zeile wird zurückgenommen. Um sie zurückzuholen, die Datei erneut importieren.
   *[other] { $count } Zeilen werden zurückgenommen. Um sie zurückzuholen, die Datei erneut importieren.
}
procurement-undo-text-mass = { $count ->
    [one] { $count } Zeile wird zurückgenommen, { $mass } neue Hardware. Um sie zurückzuholen, die Datei erneut importieren.
   *[other] { $count } Zeilen werden zurückgenommen, { $mass } neue Hardware. Um sie zurückzuholen, die Datei erneut importieren.
}
procurement-undo-submit = { $count ->
    [one] { $count } Zeile zurücknehmen
   *[other] { $count } Zeilen zurücknehmen
}

## Zeilen werden berichtigt

procurement-edit-title = { $count ->
    [one] { $count } Zeile bearbeiten
   *[other] { $count } Zeilen bearbeiten
}
procurement-edit-text = { procurement-count-units }, { $mass }. Was nicht geändert wird, bleibt; die Zellen der Datei bleiben daneben erhalten.
procurement-edit-place = { $item } · { $file } · Zeile { $row }
procurement-edit-kind = Art
procurement-edit-condition = Zustand
procurement-edit-scope = Umfang
procurement-edit-year = Berichtsjahr
procurement-edit-entity = Gesellschaft
procurement-edit-keep = wie es ist
procurement-edit-hardware = Hardware
procurement-edit-no-hardware = Keine Hardware: { $what }
procurement-edit-year-locked = { $year }, gesperrt
procurement-edit-no-entity = keine
procurement-edit-mass = Gewicht je Stück
procurement-edit-basis = Grundlage
procurement-edit-basis-data-sheet = Datenblatt des Herstellers
procurement-edit-basis-scale = eine Waage
procurement-edit-basis-estimate = eine Schätzung
procurement-edit-basis-estimate-hint = Ihre 90-%-Spanne ist ± 30 % und mehr
procurement-edit-link = Datenblatt
procurement-edit-link-example = https://… oder Name und Datum
procurement-edit-because = Grund
procurement-edit-because-example = vom Lieferanten bestätigt
procurement-edit-mass-wrong = Ein Gewicht über 0, in kg
procurement-edit-link-missing = Wo das Datenblatt zu finden ist
procurement-edit-because-missing = Den Grund nennen, für alle, die den Verlauf lesen
procurement-edit-nothing = Wählen, was zu setzen ist.
procurement-edit-leave = Schließen
procurement-edited-same = { $count ->
    [one] { $count } Zeile bearbeitet. Die Neumasse offener Jahre bleibt.
   *[other] { $count } Zeilen bearbeitet. Die Neumasse offener Jahre bleibt.
}
procurement-edited-moved = { $count ->
    [one] { $count } Zeile bearbeitet. Neue Masse offener Jahre { $before } → { $after } kg.
   *[other] { $count } Zeilen bearbeitet. Neue Masse offener Jahre { $before } → { $after } kg.
}
procurement-condition-new = Neu
procurement-condition-refurbished = Aufbereitet
procurement-condition-used = Gebraucht
procurement-condition-unknown = Unbekannt, zählt als neu
procurement-reason-licence = Lizenz
procurement-reason-software = Software
procurement-reason-warranty = Garantie
procurement-reason-service = Dienstleistung
procurement-reason-freight = Fracht
procurement-reason-fee = Gebühr
procurement-reason-consumable = Verbrauchsmaterial

## Neu erkennen

procurement-recognise-title = Neu erkennen
procurement-recognise-text = Liest jede Zeile der offenen Jahre, als käme ihre Datei heute, mit den Tabellen und Wörtern dieser Fassung. Was ein Mensch gesetzt hat, bleibt. Vor dem Anwenden ändert sich nichts.
procurement-recognise-of = { $count ->
    [one] { $changed } von { $count } Zeile wäre anders.
   *[other] { $changed } von { $count } Zeilen wären anders.
}
procurement-recognise-nothing = Nichts würde sich ändern.
procurement-recognise-nothing-of = { $count ->
    [one] { $count } Zeile sagt schon, was diese Fassung aus ihr liest.
   *[other] { $count } Zeilen sagen schon, was diese Fassung aus ihnen liest.
}
procurement-recognise-locked = { $count ->
    [one] { $years } ist gesperrt und bleibt unberührt.
   *[other] { $years } sind gesperrt und bleiben unberührt.
}
procurement-recognise-label = { $year } vorher und nachher
procurement-recognise-column-lines = Zeilen
procurement-recognise-column-before = Vorher
procurement-recognise-column-after = Nachher
procurement-recognise-mass = Neue Masse
procurement-recognise-range = 90-%-Spanne
procurement-recognise-gross = Bruttobedarf
procurement-recognise-because = Grund
procurement-recognise-because-example = bessere Tabellen seit dem Import
procurement-recognise-give-reason = Zum Anwenden einen Grund angeben.
procurement-recognise-leave = Schließen
procurement-recognise-change = Zeilen ändern
procurement-recognise-change-some = { $count ->
    [one] { $count } Zeile ändern
   *[other] { $count } Zeilen ändern
}
procurement-recognised = { $count ->
    [one] { $count } Zeile neu erkannt und gewogen.
   *[other] { $count } Zeilen neu erkannt und gewogen.
}

## Eine Zeile, bis zu ihren Zellen verfolgt

procurement-trace-line = Zeile
procurement-trace-text = Woher ihre Zahlen stammen, bis in die Zellen
procurement-trace-weight-from = Gewicht aus
procurement-trace-rests-on = Beruht auf
procurement-trace-range = 90-%-Spanne der Zeile { $low } – { $high } kg
procurement-trace-read-from = Gelesen aus
procurement-trace-category = Kategorie
procurement-trace-scope3 = Scope 3
procurement-trace-scope3-category = Kategorie { $category }
procurement-trace-scope3-by-price = Kategorie { $category }, nach ihrem Preis: { $rule }
procurement-trace-date = Datum
procurement-trace-file = Datei
procurement-trace-sha256 = SHA-256
procurement-trace-flagged = Vermerkt
procurement-trace-out-of-scope = Außerhalb
procurement-trace-column-cell = Zelle
procurement-trace-column-header = Kopf
procurement-trace-column-text = Wie es in der Datei steht
procurement-trace-column-became = Wurde zu
procurement-trace-blank = (leer)
procurement-trace-computed = hier berechnet aus { $what }
procurement-trace-not-imported = nicht importiert

## Anzahlen

procurement-count-units = { $units } Stück
procurement-count-devices = { $devices ->
    [one] { $devices } Gerät
   *[other] { $devices } Geräte
}
