### Jedes Ereignis des Arbeitsbereichs.

history-title = Verlauf
history-verify = Prüfen
history-empty = Noch ist nichts geschehen
history-empty-text = Jeder Kauf, jede Bewegung, Stilllegung und Sperre steht dann hier, jedes Ereignis mit dem vorigen verkettet.
history-chain = Kette der Ereignisse
history-head = Kopf der Kette
history-person = Erfasst unter
history-person-none = eigener Name
history-person-kept = Ab jetzt wird alles unter { $person } erfasst.
history-person-gone = Ab jetzt wird nichts mehr unter einem Namen erfasst.

## Filter

history-filter = Ereignisse filtern
history-search = Ereignisse suchen
history-placeholder = Posten, Datei, Name, Hash
history-sort = Was
history-sort-imports = Importe und Gewichte
history-sort-certificates = Zertifikate
history-sort-years = Jahre
history-sort-reports = Berichte und Unterschriften
history-sort-settings = Einstellungen
history-sort-plan = Plan und Bestellungen
history-by = Von
history-year = Jahr
history-all = alle
history-total = { $shown } von { $events }
history-events = Ereignisse

## Die Tabelle

history-label = Ereignisse
history-column-event = Nr.
history-column-recorded = Erfasst
history-column-on = Vom
history-column-by = Von
history-column-kind = Was geschah
history-column-about = Betrifft
history-column-units = Einheiten
history-column-note = Näheres
history-column-hash = Hash
history-undone = { $event } (seither zurückgenommen)
history-open-lot = { $lot } öffnen
history-show-lines = Zeilen zeigen
history-open-disclosure = Offenlegung öffnen
history-open-settings = Einstellungen öffnen
history-open-plan = Plan öffnen
history-copy-hash = Hash kopieren
