### Wörter, die viele Ansichten teilen.

word-close = Schließen
word-cancel = Abbrechen

## Anzahlen

word-lines = { $lines ->
    [one] { $lines } Zeile
   *[other] { $lines } Zeilen
}
