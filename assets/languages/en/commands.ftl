### Search, what can be done by it, the keys, the glossary.

## Search

search-title = Search
search-placeholder = Search lots, serials, lines, imports, terms, commands
search-found = Found
search-none = Nothing has that name or serial number
search-kind-lot = Lot
search-kind-retirement = Retirement
search-kind-batch = Batch
search-kind-import = Import
search-lines = Lines with “{ $text }”
search-lines-where = Item, maker, supplier, order · { $year }
search-events = Events with “{ $text }”

## Commands, and what they are

command-screen = Screen
command-import = Import a spreadsheet
command-undo = Undo the last edit or import
command-conditions = Confirm conditions that are unknown
command-weigh = Give weights
command-recognise = Recognise lines again
command-purchase = Record a purchase
command-retire = Retire
command-orders = Orders
command-export = Export the disclosure
command-verify = Verify the workspace
command-verify-detail = Every balance, row and event
command-print = Print the table
command-save-table = Save the table
command-save-table-detail = xlsx or csv
command-columns = Choose columns
command-columns-detail = The table of this screen
command-larger = Larger
command-smaller = Smaller
command-usual = Usual size
command-keys = Keys
command-glossary = Glossary
command-glossary-detail = Every term

## The list of keys

keys-title = Keys
keys-screens = Screens
keys-search = Search and commands
keys-import = Import a spreadsheet
keys-export = Export the disclosure
keys-undo = Undo the last edit or import; in a review, the last correction
keys-primary = Do what the screen is for
keys-back = Back, close
keys-filter = Filter the list
keys-purchase = Record a purchase
keys-retire = Retire
keys-pane = Next part of the window
keys-move = Move in lists
keys-open = Open, tick
keys-correct = Correct a cell of a review; Esc gives up
keys-zoom = Larger, smaller, as it was
keys-list = This list
keys-terms = Words with a dotted line explain themselves.

## What is printed on keys

key-Ctrl = Ctrl
key-Shift = Shift
key-Enter = Enter
key-Space = Space
key-Arrows = Arrows
key-Home = Home
key-End = End
key-PgUp = PgUp
key-PgDn = PgDn

## The glossary

glossary-title = Glossary
glossary-text = The words of this app, each with where it is from
glossary-search = Search terms
glossary-placeholder = vintage, coverage, range
glossary-none = No term has that in it.
glossary-all = All terms
