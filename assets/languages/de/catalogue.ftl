### Die eigenen Gerätegewichte der Organisation.

catalogue-title = Gerätegewichte
catalogue-import-folder = Ordner importieren…
catalogue-import-folder-hint = Eine Gerätetyp-Bibliothek von NetBox: ein Ordner mit YAML-Dateien
catalogue-import = Importieren…
catalogue-import-hint = Eine Arbeitsmappe, eine csv-Tabelle oder eine Gerätetyp-Bibliothek als zip-Archiv
catalogue-procurement = Beschaffung
catalogue-empty = Noch keine eigenen Gewichte
catalogue-empty-text = Von Hand angegebene Gewichte und importierte Kataloge stehen hier, jedes mit seiner Quelle und den Zeilen, die es wiegt: eine Arbeitsmappe oder csv-Tabelle, oder eine Gerätetyp-Bibliothek von NetBox als Ordner oder zip-Archiv.

## Filter

catalogue-filter = Geräte filtern
catalogue-search = Geräte suchen
catalogue-placeholder = Gerät, Quelle, Datei
catalogue-shown = { $shown } von { $devices }
catalogue-total = { $devices } · { $lines ->
    [one] { $lines } Zeile danach gewogen
   *[other] { $lines } Zeilen danach gewogen
}
catalogue-correct = Berichtigen…
catalogue-withdraw = Zurückziehen
catalogue-choose = Ein Gerät wählen
catalogue-devices = Geräte

## Die Tabelle

catalogue-label = Geräte
catalogue-column-name = Gerät
catalogue-column-category = Kategorie
catalogue-column-kg = Stück kg
catalogue-column-state = Stand
catalogue-column-lines = Zeilen
catalogue-column-source = Beruht auf
catalogue-column-file = Aus
catalogue-column-day = Vom
catalogue-state-doubtful = Unplausibel
catalogue-state-replaced = Ersetzt
catalogue-state-stands = Gilt
catalogue-withdrawn = { $device } zurückgezogen. { $lines ->
    [one] { $lines } Zeile wird
   *[other] { $lines } Zeilen werden
} nach anderem Wissen gewogen; Neumasse offener Jahre { $before } → { $after } kg.

## Eines berichtigen

correct-title = { $device } berichtigen
correct-text = Jetzt { $mass }, { $source }. Das bisherige Gewicht bleibt als ersetzt aufgeführt; gesperrte Jahre behalten ihres.
correct-mass = Stückgewicht
correct-mass-wrong = Ein Gewicht über 0, in kg
correct-basis = Es beruht auf
correct-basis-sheet = dem Datenblatt des Herstellers
correct-basis-scale = einer Waage
correct-basis-estimate = einer Schätzung
correct-sheet = Datenblatt
correct-sheet-placeholder = https://…, oder Name und Datum
correct-submit = Berichtigen
correct-done = { $device } wiegt jetzt { $mass }; { $lines ->
    [one] { $lines } Zeile
   *[other] { $lines } Zeilen
} neu gewogen.
