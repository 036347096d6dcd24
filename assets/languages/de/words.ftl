### Wörter, die viele Ansichten teilen.

word-close = Schließen
word-cancel = Abbrechen
word-undo = Rückgängig
word-and = und
word-unclassified = Nicht eingeordnet

## Anzahlen

word-columns = { $columns ->
    [one] { $columns } Spalte
   *[other] { $columns } Spalten
}
word-days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}
word-devices = { $devices ->
    [one] { $devices } Gerät
   *[other] { $devices } Geräte
}
word-events = { $events ->
    [one] { $events } Ereignis
   *[other] { $events } Ereignisse
}
word-files = { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}
word-lines = { $lines ->
    [one] { $lines } Zeile
   *[other] { $lines } Zeilen
}
word-lots = { $lots ->
    [one] { $lots } Posten
   *[other] { $lots } Posten
}
word-orders = { $orders ->
    [one] { $orders } Bestellung
   *[other] { $orders } Bestellungen
}
word-problems = { $problems ->
    [one] { $problems } Problem
   *[other] { $problems } Probleme
}
word-rows = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
}
word-sheets = { $sheets ->
    [one] { $sheets } Blatt
   *[other] { $sheets } Blätter
}
word-shipments = { $shipments ->
    [one] { $shipments } Lieferung
   *[other] { $shipments } Lieferungen
}
word-units = { $units ->
    [one] { $units } Einheit
   *[other] { $units } Einheiten
}

## Verbleibende Tage

word-today = heute
word-days-late = { $days ->
    [one] { $days } Tag überfällig
   *[other] { $days } Tage überfällig
}
