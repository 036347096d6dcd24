### Importing: files on their way in, from the first look to what is written.

importing-title = Import
importing-choose-title = Choose spreadsheets
importing-choose-text = xlsx, xls, xlsb, ods or csv, in any language, with title rows and all. Nothing is written before you have seen it.
importing-choose = Choose files…
importing-looking = Looking into { $file } …
importing-context-file-of = file { $number } of { $total }
importing-context-sheet = sheet { $sheet }
importing-draft-kept = What you typed is kept as a draft. Ctrl O offers it again.
importing-done = { $count } rows of { $file } imported.
importing-done-mass = { $count } rows of { $file } imported, { $mass } of new hardware.

## The steps

importing-steps = Import steps
importing-step-files = Files
importing-step-files-refused = { $count } cannot be read
importing-step-sheet = Sheet
importing-step-header = Header
importing-step-header-row = row { $row }
importing-step-columns = Columns
importing-step-columns-open = { $count } to confirm
importing-step-values = Values
importing-step-values-open = { $count } to answer
importing-step-review = Review
importing-step-review-open = { $count } to look at

## Files

importing-files-refused-one = The file cannot be read.
importing-files-refused = { $refused } of { $count } files cannot be read.
importing-files-unchanged = Your workspace is unchanged.
importing-files-others = You can go on with the others, or fix these first.
importing-files-title = Files
importing-files-sum = { $chosen } chosen, { $ready } ready
importing-files-add = Add files…
importing-refused-password_protected = Protected with a password
importing-refused-not_a_spreadsheet = Not a spreadsheet
importing-refused-too_old = Too old
importing-refused-truncated = Cut off
importing-refused-damaged = Damaged
importing-refused-too_large = Too large
importing-refused-too_slow = Takes too long
importing-refused-empty = Empty
importing-refused-no_table = No table in it
importing-refused-unreadable = Cannot be opened
importing-refused-other = Cannot be read
importing-file-imported = Imported
importing-file-reading = Reading …
importing-file-imported-before = Imported before
importing-file-ready = Ready
importing-file-done = { $count ->
    [one] { $count } row imported, { $skipped } skipped, { $rejected } rejected.
   *[other] { $count } rows imported, { $skipped } skipped, { $rejected } rejected.
}
importing-file-looking = Looking into it …
importing-file-sheets = { word-sheets }.
importing-file-sheets-rows = { word-sheets }, { word-rows } in “{ $sheet }”.
importing-file-same-bytes = The same bytes were imported on { $day }; importing again adds nothing unless you ask.
importing-file-again = Try again
importing-file-preview = Preview
importing-file-preview-of = Preview { $file }
importing-file-remove = Remove
importing-file-remove-of = Remove { $file }
importing-help = Help
importing-help-title = Still stuck?
importing-help-text = Save the template workbook, paste the columns you have, and import that. It needs no mapping.
importing-help-template = Template workbook
importing-help-the-template = the template workbook
importing-help-saved = Saved { $file }.
importing-files-apart = Each file is read by a separate process with limits, so a broken file cannot harm the app.
importing-files-continue = { $count ->
    [one] Continue with { $count } file
   *[other] Continue with { $count } files
}

## Sheet and header

importing-sheet-title = Sheet
importing-sheet-only-one = Only this one
importing-sheet-both = Take both of this shape
importing-sheet-all = Take all { $count } of this shape
importing-sheet-list = Sheets
importing-sheet-rows-hidden = { word-rows }, { $hidden } of them hidden or filtered out
importing-sheet-no-table = no table found
importing-sheet-mapping = mapping remembered
importing-sheet-hidden = Hidden sheet
importing-sheet-import = Import { $sheet }
importing-sheet-too = too
importing-sheet-holds = What it holds
importing-header-title = Header row
importing-header-row = row { $row }; choose another where that is wrong
importing-header-none = none found: choose the row with the column names
importing-header-label = First rows, table
importing-header-column-header = Header
importing-header-column-row = Row
importing-header-holds = Row { $row } holds the column names
importing-sheet-taken = { word-sheets }, one review after the other.
importing-sheet-nothing-written = Nothing is written before you have seen every row.
importing-back = Back
importing-header-first = Choose the header row first
importing-continue = Continue

## Review: what is known of the file

importing-review-mapping = Mapping remembered
importing-review-mapping-from = from “{ $file }”, { $day } (version { $version }).
importing-review-mapping-new = New in this file: { $headers }.
importing-review-mapping-without = Start without it
importing-review-without-mapping = Read without the mapping that was remembered.
importing-review-mapping-again = Use it again
importing-review-before = Imported before.
importing-review-before-text = The same content was imported on { $day }. Importing it again counts every line twice.
importing-review-before-again = Import it again
importing-review-fixes = { $count ->
    [one] { $count } correction of an earlier file would apply here too: { $fixes }.
   *[other] { $count } corrections of an earlier file would apply here too: { $fixes }.
}
importing-review-fix = “{ $seen }” → “{ $becomes }” in { $column }
importing-review-fixes-take = Apply
importing-review-hidden = { $count ->
    [one] { $count } row is hidden or filtered out in the file and read all the same.
   *[other] { $count } rows are hidden or filtered out in the file and read all the same.
}
importing-review-alike = { $count ->
    [one] { $count } sheet of the same shape: { $sheets }. Not imported unless you take them up.
   *[other] { $count } sheets of the same shape: { $sheets }. Not imported unless you take them up.
}
importing-review-alike-take = Import them after this one
importing-blank = (blank)

## Rows that stand already

importing-revision-rows = Rows of { $files } again:
importing-revision-file = { $file } ({ $day })
importing-revision-counts = { $unchanged } unchanged, { $changed } changed, { $added } added, { $missing } missing.
importing-revision-weights = A changed weight takes the place of the earlier one; a missing device keeps its own.
importing-revision-differences = Differences…
importing-revision-choice = What becomes of the earlier rows
importing-revision-replace = Replace them
importing-revision-add = Count besides
importing-revision-title = What this file changes
importing-revision-label = Differences, table
importing-revision-column-row = Row
importing-revision-column-what = What
importing-revision-column-difference = Difference
importing-revision-units = { $before } → { $after } units
importing-revision-missing = Not in this file any more
importing-revision-missing-units = { $count ->
    [one] Not in this file any more: { $count } unit
   *[other] Not in this file any more: { $count } units
}
importing-revision-undone = Replaced rows come back when this import is undone.

## Columns

importing-columns-title = Columns
importing-columns-imported = { $taken } of { $count } imported
importing-columns-sorted = Sorted by what needs you
importing-columns-label = Columns, table
importing-columns-column-header = In the file
importing-columns-column-samples = First values
importing-columns-column-becomes = Becomes
importing-columns-column-match = Match
importing-columns-not-imported = Not imported
importing-columns-no-header = (no header)
importing-columns-nameless = Column { $number }
importing-columns-becomes = { $column } becomes
importing-columns-chosen = Chosen
importing-columns-remembered = Remembered
importing-columns-exact = Exact
importing-columns-alias = Alias
importing-columns-confirm = Confirm
importing-columns-confirm-one = { $column } is { $field }

## Units and values: what the file leaves open

importing-values-title = Units and values
importing-values-open = { $count } to answer
importing-values-label = Units and values, list
importing-ask-date_order = Day or month first?
importing-ask-decimal = Point or comma before the decimals?
importing-ask-mass_unit = Which unit are the weights in?
importing-ask-mass_basis = Weight of one unit, or of the whole line?
importing-ask-date = Which day counts?
importing-ask-quantity = Which column counts the pieces?
importing-ask-spread = Several columns count pieces: do they count together?
importing-ask-pieces = Are pieces counted, or packs?
importing-ask-value = What does this word mean?
importing-ask-gross_weight = Only a weight with packaging: does it count?
importing-ask-bundle = Lines are parts of others: which count?
importing-ask-missing_mass = Which weight is it, if any?
importing-ask-vintage = Which year is the vintage?
importing-ask-unit_mass = Which column is the weight of one?
importing-ask-mass = Which column is the weight of the line?
importing-ask-sent_mass = Which column is the weight sent?
importing-ask-table = A part of the sheet is laid out otherwise: read it as the rest?
importing-ask-merged = One cell for several rows: does each have what it says?
importing-ask-repeats = The same again: does it count twice?
importing-ask-struck = A line is struck through: does it count?
importing-ask-implausible = Can that be?
importing-ask-weighed = It reads as a service and has a weight: is it hardware?
importing-ask-formulas = Never calculated, it seems: leave these rows out?
importing-ask-total = Does the last row sum up the others?
importing-answer-day_first = Day first
importing-answer-month_first = Month first
importing-answer-point = Point
importing-answer-comma = Comma
importing-answer-unit = One unit
importing-answer-line = Whole line
importing-answer-pieces = Pieces
importing-answer-packs = Packs
importing-answer-whole = The whole
importing-answer-parts = Its parts
importing-answer-all = All lines
importing-answer-leave = No, look elsewhere
importing-answer-hardware = It is hardware
importing-answer-leave_out = Left out
importing-answer-count = Count it
importing-answer-estimate = None: usual weight of each device
importing-answer-reject = Leave them out
importing-answer-skip = A total
importing-answer-zeros = Nothing was bought
importing-answer-same = As the rest
importing-answer-each = Each has it
importing-answer-first = The first one has it
importing-answer-once = Once
importing-answer-sum = All together
importing-answer-one = One of them
importing-answer-none-of-them = None of them
importing-values-column = “{ $column }”
importing-values-column-holds = “{ $column }” holds { $example }
importing-values-pieces = Pieces in one
importing-values-weights-in = Weights in
importing-values-unit-of-file = { $unit }, from the file
importing-values-as-file-says = as the file says
importing-values-no-date = Lines without a date
importing-values-which = Column
importing-values-column-seen = In the file
importing-values-column-rows = Rows
importing-values-column-means = Means
importing-values-means = { $seen } means
importing-values-blank = Blank
importing-values-unknown-condition = Unknown (as new)
importing-values-unknown-status = Purchase
importing-values-unknown = Not known
importing-values-more = The most frequent words are shown.
importing-assumed-title = Assumed
importing-assumed-change = Change
importing-assumed-change-one = Change: { $what }

## Rows

importing-rows-title = Rows
importing-rows-problems = Problems
importing-rows-changes = Changes
importing-rows-duplicates = Duplicates
importing-rows-skipped = Skipped
importing-rows-corrected = Corrected
importing-rows-all = All rows
importing-rows-no-problems = Nothing in this file needs a look.
importing-rows-no-changes = No row changes or adds to lines that stand already.
importing-rows-no-duplicates = No row stands already, or twice in this file.
importing-rows-no-skipped = No row is skipped.
importing-rows-no-corrected = No cell is corrected. Enter, F2 or a double click on a cell corrects it.
importing-rows-none = There is no row below the header.
importing-rows-hint = Enter or a double click corrects a cell
importing-rows-errors = Error workbook
importing-rows-the-errors = the error workbook
importing-rows-errors-saved = Saved { $file }. Correct it there and import it.
importing-rows-label = Rows of the file
importing-rows-column-row = Row
importing-rows-column-result = Result
importing-rows-column-column = Column
importing-rows-column-read = What we read
importing-rows-column-told = What is wrong, and what would be right
importing-rows-column-found = Findings
importing-rows-row = Row { $row }
importing-rows-file-says = The file says “{ $seen }”
importing-rows-file-says-nothing = The file says (blank)
importing-result-rejected = Rejected
importing-result-skipped = Skipped
importing-result-check = Check
importing-result-corrected = Corrected
importing-result-changed = Changed
importing-result-known = Known
importing-result-new = New
importing-result-imported = Imported
importing-row-unchanged = Stands already as it is.
importing-row-changed = Stands already and says something else.
importing-row-added = New beside the earlier rows.
importing-row-skipped = Skipped with the { $what }.

## A cell corrected

importing-correction = Correction
importing-correction-at = Row { $row }, { $column }
importing-correction-quoted = “{ $text }”
importing-correction-this-row = This row
importing-correction-every-blank = Every blank
importing-correction-every = Every “{ $text }”
importing-correction-every-hint = Every cell of { $column } that holds the same
importing-correction-because = Because
importing-correction-because-example = Say why
importing-correction-hint = The reason is recorded with the correction, which is offered again for the next file. Enter goes back to the cell.
importing-correction-scope = Where it holds
importing-correction-take-back = Take back

## What stands in the way of writing it

importing-open-problem = Settle the problem above first
importing-open-reading = Reading …
importing-open-before = Imported before: tick to import again
importing-open-correction = Say why “{ $seen }” is corrected
importing-open-correction-row = Say why row { $row } is corrected
importing-open-questions = { $count ->
    [one] Answer { $count } question first
   *[other] Answer { $count } questions first
}
importing-open-columns = { $count ->
    [one] Confirm { $count } column first
   *[other] Confirm { $count } columns first
}
importing-open-revision = Say what becomes of the earlier rows
importing-open-nothing = No row can be imported yet

## What it comes to

importing-progress = Import
importing-progress-checking = Checking { $file }
importing-progress-reading = Reading { $file }
importing-progress-writing = Writing { $file }
importing-progress-rows = { $done } rows · { $speed } rows/s
importing-progress-rows-of = { $done } of { $total } rows · { $speed } rows/s
importing-progress-at-once = Written all at once at the end, or not at all
importing-progress-nothing-yet = Nothing is written yet
importing-sum-rows-read = Rows read
importing-sum-imported = Imported
importing-sum-skipped = Skipped
importing-sum-rejected = Rejected
importing-sum-mass = kg in the file
importing-sum-mass-imported = Imported
importing-sum-mass-excluded = Excluded
importing-sum-mass-new = of which new
importing-weight-row = kg stated
importing-weight-catalogue = kg by model
importing-weight-own_average = kg by own average
importing-weight-default = kg estimated
importing-weight-unresolved = without a weight
importing-sum-pieces = { $count } pcs
importing-commit = Import rows
importing-commit-rows = Import { $count } rows

## One finding, in words

importing-finding-out-of-scope = Not hardware: kept out of the total.
importing-finding-out-of-scope-but = Not hardware but { $what }: kept out of the total.
importing-finding-returned-goods = A return: it lessens the year.
importing-finding-hidden-row = This row is hidden or filtered out in the file. It is read all the same.
importing-finding-quantity-implied = The sheet has no quantity column{ $rest }.
importing-finding-quoted = “{ $seen }”: expected { $expected }.
importing-finding-known-system = It looks like a { $system } report{ $rest }.
importing-finding-struck-through = The line is struck through in the file. It counts, by your word.
importing-finding-stray-quote = A quotation mark is never closed: it is read as it stands.
importing-finding-condition-in-text = The text says { $seen }, and no column does: it counts as that.
importing-finding-zero-mass = A weight of 0 is read as not stated.
importing-finding-cell-fixed = Read as { $expected }.
importing-finding-mass-unit-open = “{ $seen }” names no unit: say which.
importing-finding-mass-unit-assumed = “{ $seen }” names no unit{ $rest }.
importing-finding-unit-or-line-mass = “{ $seen }” does not say whether it is the mass of one unit or of the line{ $rest }.
importing-finding-ambiguous-date = Day and month cannot be told apart{ $rest }.
importing-finding-ambiguous-date-as-in = Day and month cannot be told apart, as in “{ $seen }”{ $rest }.
importing-finding-ambiguous-number = Point and comma cannot be told apart{ $rest }.
importing-finding-ambiguous-number-as-in = Point and comma cannot be told apart, as in “{ $seen }”{ $rest }.
importing-finding-asset-repeated = “{ $seen }” is named more than once{ $rest }.
importing-finding-mass-mismatch = Quantity × unit mass gives { $mass }, the file says “{ $seen }”{ $rest }.
importing-finding-expected = Expected { $wanted }, found “{ $seen }”{ $rest }.
importing-finding-expected-nothing = Expected { $wanted }, found nothing{ $rest }.
