### Was Felder, Dialoge und Tabellen von sich aus sagen.

## Felder

day-needed = Bitte einen Tag angeben, etwa { $day }.
day-unread = „{ $typed }“ ist kein Tag. Bitte so schreiben: { $day }.

## Dialoge

dialog-leave = Ohne Übernehmen schließen?
dialog-leave-text = Was hier eingegeben wurde, ist nicht erfasst und geht verloren. Esc schließt.
dialog-stay = Bleiben
dialog-go = Schließen
error-again = Erneut versuchen
error-copy = Details kopieren

## Tabellen

table-copy-cell = Zelle kopieren
table-copy-cells = Zellen kopieren
table-copy-row = Zeile kopieren
table-copy-rows = { $rows ->
    [one] { $rows } Zeile kopieren
   *[other] { $rows } Zeilen kopieren
}
table-copy-headers = Mit Überschriften kopieren
table-open = Öffnen
table-copied = { $rows ->
    [one] { $rows } Zeile kopiert.
   *[other] { $rows } Zeilen kopiert.
}
table-copied-first = { $rows ->
    [one] Die erste { $rows } Zeile ist kopiert. Exportieren schreibt alle.
   *[other] Die ersten { $rows } Zeilen sind kopiert. Exportieren schreibt alle.
}
table-copy-again = Die Zeilen sind jetzt da. Bitte noch einmal kopieren.
picture-failed = Das Bild konnte nicht gezeichnet werden.

## Was die Tabelle vorliest, nach ihren eigenen Schlüsseln

grid-ariaInputEditor = Lesen als
grid-noRowsToShow = Nichts zu zeigen
grid-loadingOoo = Wird geladen…
grid-ariaSortableColumn = Eingabetaste sortiert
grid-ariaRowSelect = Leertaste wählt diese Zeile
grid-ariaRowDeselect = Leertaste wählt diese Zeile ab
grid-ariaSkeletonCellLoading = Zeile wird geladen
grid-ariaSkeletonCellLoadingFailed = Zeile konnte nicht geladen werden
