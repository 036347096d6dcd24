### Words that many screens share.

word-close = Close
word-cancel = Cancel

## Counts

word-lines = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
