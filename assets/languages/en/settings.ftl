### The settings, in the order of the screen.

settings-title = Settings
settings-discard = Discard
settings-save = Save
settings-unchanged = Nothing has changed
settings-saved = Settings saved.

## Sections beside the screen

settings-section-organisation = Organisation
settings-section-entities = Entities
settings-section-years = Reporting years
settings-section-target = Target
settings-section-weights = Weights
settings-section-emissions = Emissions
settings-section-mappings = Mappings
settings-section-appearance = Appearance
settings-section-about = About

## Organisation

organisation-name = Legal name
organisation-name-hint = The beneficiary of its retirements, as registries print it
organisation-name-wrong = Name the organisation, as registries print it.
organisation-month = Fiscal year starts
organisation-month-hint = A line without a date takes the year chosen at import.
organisation-target = Coverage target
organisation-target-unit = % of new mass
organisation-target-hint = Rounded up to whole { -itecs } once per entity and year.
organisation-policy = Restored counts as
organisation-policy-strict = Strict: whole devices reused or refurbished
organisation-policy-wide = Wide: also parts and material
organisation-policy-hint = Residual and landfill never count.
organisation-scope3 = Scope 3 category otherwise
organisation-scope3-goods = 1, purchased goods
organisation-scope3-capital = 2, capital goods
organisation-scope3-hint = For lines that nothing else decides
organisation-threshold = Capital good from a unit price of
organisation-threshold-hint = Empty: no threshold
organisation-threshold-wrong = An amount, such as 800.
organisation-currency = Currency
organisation-currency-hint = ISO 4217
organisation-currency-wrong = Three letters, such as EUR.
organisation-persons = A report is signed by
organisation-persons-three = Three persons
organisation-persons-two = Two persons at least
organisation-persons-hint = Two are said on every report.
organisation-share-wrong = From 0 to 100.
organisation-amount-wrong = An amount.

## Rates

rates-title = Rates
rates-text = A price in another currency is compared at the last rate before its day; without one its line takes the category above
rates-from = 1 unit of
rates-into = comes to, in { $currency }
rates-on = From
rates-remove = Take this rate away
rates-add = Add a rate
rates-wrong = Each rate has a currency, a number and a day.

## Entities

entities-text = The requirement is rounded up once for each
entities-new = New entity…
entities-column-name = Entity
entities-column-country = Country
entities-column-identifier = Identifier
entities-column-aliases = Also spelled
entities-column-edit = Edit
entities-edit = Edit…
entities-edit-one = Edit { $entity }
entities-none-met = No entity is listed yet. These names stand in your files:
entities-none = No entity is listed, and no file names one.
entities-met = { $rows }, not in the list
entities-met-before = { $rows }, imported before it was a spelling of { $entity }
entities-list = List…
entities-list-one = List { $entity }

## One entity

entity-new = New entity
entity-text = Files that are imported from now on are read with its spellings. What was imported keeps the name it has.
entity-same = Is it a spelling of one in the list?
entity-same-none = No, an entity of its own
entity-name = Name
entity-name-hint = As reports give it; beneficiary of what is retired for it
entity-country = Country
entity-identifier = Identifier
entity-identifier-hint = LEI or company number
entity-aliases = Also spelled
entity-aliases-hint = One spelling a line; case, spaces and accents make no difference
entity-remove = Take off the list
entity-keep = Keep
entity-kept-spelling = { $name } is a spelling of { $entity } from now on.
entity-kept = { $entity } is kept.
entity-removed = { $entity } is off the list. What was imported keeps its name.

## Reporting years

years-text = A locked year takes no change
years-column-year = Year
years-column-state = State
years-column-closes = Closes
years-column-target = Target %
years-column-budget = Budget
years-column-gross = Gross { -itecs }
years-column-lock = Lock
years-locked = Locked
years-open = Open
years-open-left = Open, { $left }
years-closing-day = Closing day of { $year }
years-target-of = Target of { $year }, percent
years-budget-of = Budget of { $year }
years-budget-none = none
years-unlock = Unlock…
years-lock = Lock…
years-none = Years appear with the first import or purchase.

## Coverage target

target-title = Coverage target
target-text = feeds CDP 7.54.2 and the plan
target-save = Keep the target
target-path = Share of gross by year, %
target-share-wrong = 0 to 100
target-base = Base year
target-base-none = none
target-base-hint = What the target is measured against
target-set-on = Set on
target-wording = Wording
target-kept = The target is kept.

## Weights

weights-text = The first that applies, and the line keeps which
weights-row = The row itself
weights-row-text = total wins over unit weight if they differ by more than 1 %, and is flagged
weights-catalogue = Your catalogue
weights-catalogue-text = by manufacturer and model
weights-own_average = Your own average
weights-own_average-text = per category, from lines that state a weight
weights-default = Devices like it
weights-default-text = Family, then class: Boavizta 2023-02 (ODbL 1.0), NetBox device types (CC0 1.0) · mean and 90 % range
weights-in-year = in { $year }

## Emissions

emissions-settings-text = Beside the requirement, in none of its figures
emissions-settings-import = Import factors…
emissions-settings-imported = The factors are imported.
emissions-settings-on = Show emissions on a tab of the overview, and write them on a sheet of the workbook
emissions-settings-shown = Emissions stand on a tab of the overview, and on a sheet of the workbook.
emissions-settings-hidden = Emissions are shown nowhere.
emissions-settings-column-set = Set of factors
emissions-settings-column-for = For
emissions-settings-column-factors = Factors
emissions-settings-column-imported = Imported
emissions-settings-column-change = Change
emissions-settings-spend = Spend
emissions-settings-mass = Mass
emissions-settings-in-use = In use
emissions-settings-use = Use
emissions-settings-use-one = Use { $set }
emissions-settings-used = { $set } is in use.
emissions-settings-undo = Take back
emissions-settings-undo-one = Take back { $set }
emissions-settings-undone = { $set } is taken back.
emissions-settings-none = None yet. The DEFRA/DESNZ conversion factors (mass, energy) and the US EPA supply chain factors (spend) are imported as they are published.
emissions-settings-currency = Currency
emissions-settings-rate = In US dollars of the spend factors' year
emissions-settings-keep = Keep
emissions-settings-kept = 1 { $currency } is kept in dollars.
emissions-settings-taken = The rate of { $currency } is taken away.
emissions-settings-no-rate = No rate is given: prices in other currencies are in no emissions by spend

## Remembered mappings

mappings-title = Remembered mappings
mappings-text = Applied to the next file with the same headers
mappings-import = Import a mapping…
mappings-column-file = From
mappings-column-kind = What
mappings-column-supplier = Supplier
mappings-column-columns = Columns
mappings-column-saved = Saved
mappings-column-export = Export
mappings-any-supplier = any
mappings-export = Export…
mappings-export-one = Export the mapping of { $file }
mappings-none = How a file is read is remembered with its import.
mappings-saved = Saved { $file }. Another workspace can take it in.
mappings-saved-file = the mapping
mappings-taken = The mapping of { $file } is remembered. The next file with its headers is read by it.

## Appearance

settings-theme = Theme
settings-theme-system = System
settings-theme-light = Light
settings-theme-dark = Dark
settings-language = Language
settings-language-system = System
settings-language-hint = Findings, checks and reports are in English.
settings-numbers = Numbers and dates
settings-numbers-hint = As the system has them: { $locale }
settings-keys = Keys
settings-letters = { $one } { $two } { $three } and { $four } work without Ctrl
settings-letters-hint = Turn this off where speech input or a stray key would set them off. Keys with Ctrl stay.

## About

about-file = Everything is in this one file.
about-file-in = Everything is in this one file, in { $folder }.
about-show = Show in folder
about-copy = Save a copy…
about-copied = Saved { $file }. It is a workspace of its own.
about-new = New workspace
about-open = Open another…
about-recent = Recent
about-ledger = The ledger
about-ledger-text = Recomputes every balance and the chain of events.
about-verify = Verify
about-sources = Device weights: Boavizta, snapshot 2023-02, ODbL 1.0. Type: Inter, OFL 1.1. { -itec } stands for IT Asset Reuse Certificate: one certificate, one kilogram put back into circulation. It is no carbon offset.
