### Every event of the workspace.

history-title = History
history-verify = Verify
history-empty = Nothing has happened yet
history-empty-text = Every purchase, movement, retirement and lock will stand here, each chained to the one before it.
history-chain = Chain of events
history-head = Head of the chain
history-person = You are recorded as
history-person-none = your name
history-person-kept = What is done from now on is recorded as by { $person }.
history-person-gone = Nothing is recorded under a name from now on.

## Filters

history-filter = Filter events
history-search = Search events
history-placeholder = Lot, file, name, reason, hash
history-sort = What
history-sort-imports = Imports and weights
history-sort-certificates = Certificates
history-sort-years = Years
history-sort-reports = Reports and signatures
history-sort-settings = Settings
history-sort-plan = Plan and orders
history-by = By
history-year = Year
history-all = all
history-total = { $shown } of { $events }
history-events = events

## The table

history-label = Events
history-column-event = Event
history-column-recorded = Recorded
history-column-on = Of the day
history-column-by = By
history-column-kind = What happened
history-column-about = About
history-column-units = Units
history-column-note = About whom, why, what changed
history-column-hash = Hash
history-undone = { $event } (undone since)
history-open-lot = Open { $lot }
history-show-lines = Show its lines
history-open-disclosure = Open the disclosure
history-open-settings = Open the settings
history-open-plan = Open the plan
history-copy-hash = Copy its hash
