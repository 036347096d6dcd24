### Procurement: the lines that were bought, what weighs them, and the imports they came by.

procurement-title = Procurement
procurement-recognise = Recognise again…
procurement-every-year-locked = Every year is locked
procurement-device-weights = Device weights
procurement-import = Import
procurement-none = No purchases in { $year } yet
procurement-none-text = Import the spreadsheet procurement already has. You see everything before anything is written.
procurement-none-import = Import your spreadsheet…

## Lines: what is shown

procurement-filter = Filter lines
procurement-search = Search lines
procurement-search-example = Item, maker, supplier, order
procurement-filter-category = Category
procurement-filter-condition = Condition
procurement-filter-weight-from = Weight from
procurement-filter-scope = Scope
procurement-filter-import = Import
procurement-filter-all = all
procurement-filter-hardware = hardware
procurement-filter-out-of-scope = out of scope

## Lines that leave their condition open

procurement-confirm = { $count ->
    [one] { $count } line says nothing of its condition
   *[other] { $count } lines say nothing of their condition
}
procurement-confirm-counts = { $count ->
    [one] and counts as new.
   *[other] and count as new.
}
procurement-confirm-chosen = The { $count } chosen are:
procurement-confirm-all = { $count ->
    [one] It is:
   *[other] All of them are (or choose some):
}
procurement-confirm-new = New…
procurement-confirm-refurbished = Refurbished…
procurement-confirm-used = Used…

## Lines: the table

procurement-lines = Lines
procurement-lines-kind = lines
procurement-lines-label = Procurement lines of { $year }
procurement-column-date = Date
procurement-column-item = Item
procurement-column-category = Category
procurement-column-condition = Condition
procurement-column-quantity = Quantity
procurement-column-unit-mass = Unit kg
procurement-column-line-mass = Line kg
procurement-column-weight-from = Weight from
procurement-column-supplier = Supplier
procurement-column-order = Order
procurement-column-entity = Entity
procurement-column-scope3 = Scope 3
procurement-column-place = File · sheet · row
procurement-out-of-scope = Out of scope
procurement-no-weight = No weight
procurement-row = row { $row }
procurement-no-match = No line matches.
procurement-show-all = Show all lines

## Lines: what can be done with one

procurement-menu-trace = Trace to its cells…
procurement-menu-edit = Edit…
procurement-menu-edit-some = Edit { $count } lines…
procurement-menu-file = Show the lines of its file
procurement-menu-only = Only { $category }
procurement-locked = { $year } is locked
procurement-edit-most = One edit takes { $count } lines at most. Filter further, and edit them in parts.

## Lines: below the table

procurement-foot-matching = { $matching } of { $total } lines
procurement-foot-lines = { $total } lines
procurement-foot-edit-chosen = Edit { $count } chosen…
procurement-foot-trace = Trace row { $row }
procurement-foot-edit = Edit it…
procurement-foot-edit-all = Edit all { $count }…
procurement-foot-without-weight = without a weight { $count }
procurement-foot-new = new { $count }
procurement-foot-refurbished = refurbished or used { $count }
procurement-foot-out-of-scope = out of scope { $count }
procurement-foot-units = units { $units }
procurement-foot-mass = mass { $mass }
procurement-foot-mass-new = of it new { $mass }
procurement-foot-new-mass = New mass { $mass }
procurement-foot-range = { $term } { $range }
procurement-foot-range-term = 90 % range

## Without a weight: the work list

procurement-work-title = Without a weight
procurement-work-title-by-class = Weighed by their class
procurement-work-without = { word-lines }, { procurement-count-units }, not in total
procurement-work-without-and-by-class = { procurement-work-without }; { procurement-count-devices } by class alone
procurement-work-by-class = { procurement-count-devices }, heaviest first
procurement-work-basis = Rests on
procurement-work-basis-choose = choose
procurement-work-basis-scale = a scale
procurement-work-basis-data-sheet = data sheets
procurement-work-basis-estimate = an estimate
procurement-work-say-basis = Say what the weights rest on
procurement-work-apply = Apply weights
procurement-work-apply-some = { $count ->
    [one] Apply { $count } weight
   *[other] Apply { $count } weights
}
procurement-work-applied = { $count ->
    [one] { $count } line has a weight now, { $mass } kg added.
   *[other] { $count } lines have a weight now, { $mass } kg added.
}
procurement-work-none = Every line has a weight
procurement-work-none-text = Lines whose weight nothing tells would stand here, to be settled once a device.
procurement-work-column-item = Item
procurement-work-column-lines = Lines
procurement-work-column-units = Units
procurement-work-column-weight = Weight
procurement-work-column-adds = Adds
procurement-work-may-be = may be { $device }
procurement-work-nothing-like = nothing like it is known
procurement-work-as-class = as { $class }
procurement-work-weight-of = Weight of one { $device }, kg
procurement-work-unit = kg each
procurement-work-above-zero = above 0
procurement-work-more = The { $count } that matter most are shown; more follow once these have a weight.

## One device of the work list

procurement-device-text = { word-lines }, { procurement-count-units } of { $year }
procurement-device-weight = Weight
procurement-device-weight-none = None: not in the total
procurement-device-weighed-by = Weighed by
procurement-device-weighed-by-what = { $tier }: { $class }, mean of { procurement-count-devices }, { $source }
procurement-device-weight-is = { $each } kg each, { $mass } · 90 % range { $range } kg
procurement-device-taken-for = Taken for
procurement-device-taken-for-nothing = nothing known
procurement-device-read-from = Read from
procurement-device-may-be = It may be
procurement-device-take = Weigh as this
procurement-device-taken = { $count ->
    [one] { $count } line weighs { $mass } kg each now, as { $device }. The next file knows it, too.
   *[other] { $count } lines weigh { $mass } kg each now, as { $device }. The next file knows it, too.
}
procurement-device-none-like = No shipped table has a device of nearly this name.
procurement-device-edit = Kind, scope, weight of { $count }…

## Imports and edits

procurement-imports-title = Imports
procurement-imports-title-edits = Imports and edits
procurement-imports-sum = { word-lines }, { $mass } new
procurement-imports-label = Imports, table
procurement-imports-column-file = File
procurement-imports-column-imported = Imported
procurement-imports-column-lines = Lines
procurement-imports-column-mass = kg new
procurement-imports-column-undo = Undo
procurement-imports-edit = { $summary }. { $because }
procurement-imports-edit-short = { $summary }: { $because }
procurement-imports-recognised = Recognised again
procurement-imports-undo-edit = Undo
procurement-imports-undo-edit-label = Undo edit { $edit }: { $summary }
procurement-imports-show = Show the lines of this file
procurement-imports-replaced = { $count ->
    [one] { $count } line of it replaced by a later file
   *[other] { $count } lines of it replaced by a later file
}
procurement-imports-undo = Undo…
procurement-imports-undo-label = Undo the import of { $file }…

## An import taken back

procurement-undo-title = Undo the import of { $file }
procurement-undo-text = { $count ->
    [one] { $count } row is taken back. To bring them back, import the file again.
   *[other] { $count } rows are taken back. To bring them back, import the file again.
}
procurement-undo-text-mass = { $count ->
    [one] { $count } row is taken back, { $mass } of new hardware. To bring them back, import the file again.
   *[other] { $count } rows are taken back, { $mass } of new hardware. To bring them back, import the file again.
}
procurement-undo-submit = { $count ->
    [one] Undo { $count } row
   *[other] Undo { $count } rows
}

## Lines set right

procurement-edit-title = { $count ->
    [one] Edit { $count } line
   *[other] Edit { $count } lines
}
procurement-edit-text = { procurement-count-units }, { $mass }. What is left as it is stays; the file's own cells are kept beside it.
procurement-edit-place = { $item } · { $file } · row { $row }
procurement-edit-kind = Kind
procurement-edit-condition = Condition
procurement-edit-scope = Scope
procurement-edit-year = Reporting year
procurement-edit-entity = Entity
procurement-edit-keep = as it is
procurement-edit-hardware = Hardware
procurement-edit-no-hardware = No hardware: { $what }
procurement-edit-year-locked = { $year }, locked
procurement-edit-no-entity = none
procurement-edit-mass = Weight of one
procurement-edit-basis = It rests on
procurement-edit-basis-data-sheet = the maker's data sheet
procurement-edit-basis-scale = a scale
procurement-edit-basis-estimate = an estimate
procurement-edit-basis-estimate-hint = Its 90 % range is ± 30 % and more
procurement-edit-link = Data sheet
procurement-edit-link-example = https://…, or its name and date
procurement-edit-because = Reason
procurement-edit-because-example = confirmed by the supplier
procurement-edit-mass-wrong = A weight above 0, in kg
procurement-edit-link-missing = Where the data sheet is to be found
procurement-edit-because-missing = Say why, for whoever reads the history
procurement-edit-nothing = Choose what is to be set.
procurement-edit-leave = Leave
procurement-edited-same = { $count ->
    [one] { $count } line edited. New mass of open years stays.
   *[other] { $count } lines edited. New mass of open years stays.
}
procurement-edited-moved = { $count ->
    [one] { $count } line edited. New mass of open years { $before } → { $after } kg.
   *[other] { $count } lines edited. New mass of open years { $before } → { $after } kg.
}
procurement-condition-new = New
procurement-condition-refurbished = Refurbished
procurement-condition-used = Used
procurement-condition-unknown = Unknown, counted as new
procurement-reason-licence = licence
procurement-reason-software = software
procurement-reason-warranty = warranty
procurement-reason-service = service
procurement-reason-freight = freight
procurement-reason-fee = fee
procurement-reason-consumable = consumable

## Recognise again

procurement-recognise-title = Recognise again
procurement-recognise-text = Reads every line of the open years as if its file came today, with the tables and words of this version. What a person set stays. Nothing is changed before you apply it.
procurement-recognise-of = { $count ->
    [one] { $changed } of { $count } line would be other.
   *[other] { $changed } of { $count } lines would be other.
}
procurement-recognise-nothing = Nothing would change.
procurement-recognise-nothing-of = { $count ->
    [one] { $count } line says already what this version makes of them.
   *[other] { $count } lines say already what this version makes of them.
}
procurement-recognise-locked = { $count ->
    [one] { $years } is locked and left alone.
   *[other] { $years } are locked and left alone.
}
procurement-recognise-label = { $year } before and after
procurement-recognise-column-lines = Lines
procurement-recognise-column-before = Before
procurement-recognise-column-after = After
procurement-recognise-mass = New mass
procurement-recognise-range = 90 % range
procurement-recognise-gross = Requirement, gross
procurement-recognise-because = Reason
procurement-recognise-because-example = better tables since the import
procurement-recognise-give-reason = Give a reason to apply it.
procurement-recognise-leave = Leave
procurement-recognise-change = Change lines
procurement-recognise-change-some = { $count ->
    [one] Change { $count } line
   *[other] Change { $count } lines
}
procurement-recognised = { $count ->
    [one] { $count } line recognised and weighed again.
   *[other] { $count } lines recognised and weighed again.
}

## A line traced to its cells

procurement-trace-line = Line
procurement-trace-text = Where its figures come from, down to the cells
procurement-trace-weight-from = Weight from
procurement-trace-rests-on = Rests on
procurement-trace-range = 90 % range of the line { $low } – { $high } kg
procurement-trace-read-from = Read from
procurement-trace-category = Category
procurement-trace-scope3 = Scope 3
procurement-trace-scope3-category = Category { $category }
procurement-trace-scope3-by-price = Category { $category }, by its price: { $rule }
procurement-trace-date = Date
procurement-trace-file = File
procurement-trace-sha256 = SHA-256
procurement-trace-flagged = Flagged
procurement-trace-out-of-scope = Out of scope
procurement-trace-column-cell = Cell
procurement-trace-column-header = Header
procurement-trace-column-text = As it stands in the file
procurement-trace-column-became = Became
procurement-trace-blank = (blank)
procurement-trace-computed = computed here from { $what }
procurement-trace-not-imported = not imported

## Counts

procurement-count-units = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
procurement-count-devices = { $devices ->
    [one] { $devices } device
   *[other] { $devices } devices
}
