### What fields, dialogs and tables say by themselves.

## Fields

day-needed = Give a day, such as { $day }.
day-unread = “{ $typed }” is not a day. Write it like { $day }.

## Dialogs

dialog-leave = Leave without it?
dialog-leave-text = What you typed here is not recorded, and is lost. Esc leaves.
dialog-stay = Stay
dialog-go = Leave
error-again = Try again
error-copy = Copy details

## Tables

table-copy-cell = Copy cell
table-copy-cells = Copy cells
table-copy-row = Copy row
table-copy-rows = { $rows ->
    [one] Copy { $rows } row
   *[other] Copy { $rows } rows
}
table-copy-headers = Copy with headers
table-open = Open
table-copied = { $rows ->
    [one] Copied { $rows } row.
   *[other] Copied { $rows } rows.
}
table-copied-first = { $rows ->
    [one] The first { $rows } row is copied. Export writes them all.
   *[other] The first { $rows } rows are copied. Export writes them all.
}
table-copy-again = The rows are at hand now. Copy once more.
picture-failed = The picture could not be drawn.

## What the grid says aloud, by its own keys

grid-ariaInputEditor = Read it as
grid-noRowsToShow = Nothing to show
grid-loadingOoo = Loading…
grid-ariaSortableColumn = Press Enter to sort
grid-ariaRowSelect = Press Space to select this row
grid-ariaRowDeselect = Press Space to deselect this row
grid-ariaSkeletonCellLoading = Row is loading
grid-ariaSkeletonCellLoadingFailed = Row failed to load
