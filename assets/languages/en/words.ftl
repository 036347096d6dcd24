### Words that many screens share.

word-close = Close
word-cancel = Cancel
word-undo = Undo
word-and = and
word-unclassified = Unclassified

## Counts

word-columns = { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}
word-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
word-devices = { $devices ->
    [one] { $devices } device
   *[other] { $devices } devices
}
word-events = { $events ->
    [one] { $events } event
   *[other] { $events } events
}
word-files = { $files ->
    [one] { $files } file
   *[other] { $files } files
}
word-lines = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
word-lots = { $lots ->
    [one] { $lots } lot
   *[other] { $lots } lots
}
word-orders = { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
}
word-problems = { $problems ->
    [one] { $problems } problem
   *[other] { $problems } problems
}
word-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
word-sheets = { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
}
word-shipments = { $shipments ->
    [one] { $shipments } shipment
   *[other] { $shipments } shipments
}
word-units = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}

## Days that are left

word-today = today
word-days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
