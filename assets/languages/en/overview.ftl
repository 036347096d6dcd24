### The overview: what a year needs, what is done, what to do next.

overview-title = Overview
overview-show = Show
overview-show-requirement = Requirement
overview-show-emissions = Emissions
overview-import = Import

## A year without an import

overview-nothing-label = Requirement of { $year }
overview-nothing-title = Nothing imported yet for { $year }
overview-nothing-locked = The year is locked and takes no import.
overview-nothing-text = How many I-TECs the year needs is known once its purchases are in: import the spreadsheet procurement already has.
overview-nothing-import = Import your spreadsheet…

## The answer first

overview-hero-of = { $name } · year { $year }
overview-hero-still-to-buy = still to buy
overview-hero-sentence = { $mass } of { $hardware } call for { $gross } { $itecs }. You have retired { $retired } and { $hold } { $held }.
overview-hero-new-hardware = new hardware
overview-hero-hold = hold
overview-hero-on-order = { $count } more are on order, in no coverage.
overview-hero-locked = { $year } is locked. It takes no change.
overview-hero-purchase = Purchase…
overview-hero-retire = Retire held…

## From gross down to what must be bought

overview-fall-title = How { $gross } becomes { $remaining }
overview-fall-gross = Required, gross
overview-fall-target = Target, { $percent }
overview-fall-target-note = of gross, rounded up
overview-fall-own = Self-generated
overview-fall-own-note = { $retired } retired, { $held } held
overview-fall-to-source = Remaining to source
overview-fall-bought-retired = Bought and retired
overview-fall-bought-held = Bought and held
overview-fall-bought-held-note = held or reserved
overview-fall-remaining = Remaining to buy

## Coverage

overview-coverage = { $percent } { $coverage }, retired
overview-coverage-covered = coverage
overview-coverage-and-held = { $percent } { $secured }
overview-coverage-secured = secured
overview-coverage-part-bought = Retired, bought
overview-coverage-part-own = Retired, self-generated
overview-coverage-part-held = Held
overview-coverage-part-to-buy = To buy

## The figures in cards

overview-tiles = Figures
overview-deadline = Next deadline
overview-deadline-note = Close of { $year }, set in Settings
overview-deadline-none = No closing day set for { $year }
overview-expiring = Expiring next
overview-expiring-note = { $count ->
    [one] { $day }, in { $count } day
   *[other] { $day }, in { $count } days
}
overview-expiring-none = No usable { -itecs } held
overview-weightless = Without a weight
overview-weightless-of = { overview-weightless-lines }, { overview-weightless-units }
overview-weightless-lines = { $lines ->
    [one] line
   *[other] lines
}
overview-weightless-units = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
overview-weightless-note = Not in the total. Blocks the final report
overview-weightless-none = Every line has a weight
overview-spend = Spend for { $year }
overview-spend-of = of { $budget }
overview-spend-more = { $amount } more
overview-spend-unpriced = { $count } without a price
overview-spend-over = { $over } the budget
overview-spend-over-amount = { $amount } over
overview-spend-left = { $amount } left of the budget
overview-spend-no-budget = No budget set in Settings
overview-spend-none = No purchase applied to this year

## What to do next

overview-to-do-title = What to do next
overview-to-do-open = { $count } open
overview-to-do-locked = { $year } is locked
overview-to-do-locked-text = It takes no change, so there is nothing to do. Its report stands under Disclosure; what must be put right is unlocked there, with a reason.
overview-to-do-disclosure = Open the disclosure
overview-to-do-none = Nothing is open
overview-to-do-none-text = Every line has a weight, and what is needed is retired.
overview-to-do-blocks-final = blocks final

overview-to-do-import = Import what was bought in { $year }
overview-to-do-import-detail = any spreadsheet, as procurement has it
overview-to-do-import-action = Import…
overview-to-do-buy = { $count ->
    [one] Buy { $count } { -itec } for { $year }
   *[other] Buy { $count } { -itecs } for { $year }
}
overview-to-do-buy-due = by { $day }
overview-to-do-buy-detail = what is left after all you hold
overview-to-do-buy-action = Purchase…
overview-to-do-retire = Retire the { $count } you hold for { $year }
overview-to-do-retire-some = { $count } of them expire { $day }
overview-to-do-retire-first = first of them expire { $day }
overview-to-do-retire-detail = they count once they are retired
overview-to-do-retire-action = Retire…
overview-to-do-weigh = { $count ->
    [one] Give { $count } line a weight
   *[other] Give { $count } lines a weight
}
overview-to-do-weigh-units = { $count } units, each kg adds 1 { -itec }
overview-to-do-weigh-detail = each kg adds 1 { -itec }
overview-to-do-weigh-action = Open list
overview-to-do-condition = { $count ->
    [one] Confirm the condition of { $count } line
   *[other] Confirm the condition of { $count } lines
}
overview-to-do-condition-mass = unknown counts as new: { $mass } kg
overview-to-do-condition-detail = unknown counts as new
overview-to-do-condition-action = Review
overview-to-do-issue = { $count ->
    [one] Ask for { $count } { -itec } not yet issued
   *[other] Ask for { $count } { -itecs } not yet issued
}
overview-to-do-issue-due = their provider is to be asked { $day }
overview-to-do-issue-detail = restored and eligible, they net nothing until they are yours
overview-to-do-issue-action = Open
overview-to-do-delivery = { $count ->
    [one] Ask for { $count } { -itec } on order
   *[other] Ask for { $count } { -itecs } on order
}
overview-to-do-delivery-due = expected { $day }, not delivered
overview-to-do-delivery-detail = not delivered
overview-to-do-delivery-action = Open
overview-to-do-export = Export the disclosure of { $year }
overview-to-do-export-detail = the retirement summary for finance
overview-to-do-export-action = Export…

## New mass by category

overview-category-title = New mass by category
overview-category-specific = Specific
overview-category-other = Other
overview-category-show = Show as
overview-category-chart = Chart
overview-category-table = Table
overview-category-finding = New mass by category. { $category } are the heaviest with { $mass } kg, { $percent } of { $total } kg.
overview-category-rest = { $count ->
    [one] { $count } other category
   *[other] { $count } other categories
}
overview-category-none = No hardware in { $year } yet
overview-category-none-text = Import what procurement bought, and its mass stands here by category.
overview-category-all = All new hardware
overview-category-unresolved = { $count ->
    [one] { $count } line without a weight, { $units } units, are in no total.
   *[other] { $count } lines without a weight, { $units } units, are in no total.
}
overview-category-table-label = New mass by category, table
overview-category-column-category = Category
overview-category-column-lines = Lines
overview-category-column-no-weight = No weight
overview-category-column-units = Units
overview-category-column-low = Low
overview-category-column-low-hint = Low end of the 90 % range of the category; the range of all is narrower than their sum
overview-category-column-high = High
overview-category-column-high-hint = High end of the 90 % range of the category; the range of all is narrower than their sum
overview-category-row-all = All

## How the weights are known

overview-weights-title = How the { $weights } are known
overview-weights-title-weights = weights
overview-weights-shares = specific { $specific } · other { $other }
overview-weights-stated = Stated
overview-weights-table = From tables
overview-weights-estimated = Estimated

## Entities

overview-entities-title = Entities
overview-entities-note = gross is rounded up once for each
overview-entities-label = Entities of { $year }, table
overview-entities-column-entity = Entity
overview-entities-column-lines = Lines
overview-entities-column-mass = New mass kg
overview-entities-column-gross = Gross
overview-entities-column-retired = Retired
overview-entities-column-coverage = Coverage
overview-entities-unnamed = No entity named
overview-entities-all = All

## All years

overview-years-title = Years
overview-years-base = base year { $year }
overview-years-label = All years, table
overview-years-column-year = Year
overview-years-column-mass = New mass kg
overview-years-column-range = Range kg
overview-years-column-gross = Gross
overview-years-column-target = Target
overview-years-column-own = Own
overview-years-column-bought = Bought
overview-years-column-retired = Retired
overview-years-column-coverage = Coverage
overview-years-column-cost = Cost
overview-years-column-price = Price
overview-years-locked = Locked
overview-years-unpriced = { $count } units have no price and are in no cost
overview-changes-title = Why the new mass changed, kg
overview-changes-label = Why the new mass changed, table
overview-changes-column-year = Year
overview-changes-column-since = Since
overview-changes-column-change = Change
overview-changes-column-volume = Volume
overview-changes-column-mix = Mix
overview-changes-column-weight = Weight per device
overview-changes-column-method = Method

## Emissions of making

overview-emissions-title = Emissions of making the new hardware of { $year }
overview-emissions-none = No emission factors yet
overview-emissions-none-text = Import the DEFRA/DESNZ conversion factors and the US EPA supply chain factors in the settings, as they are published.
overview-emissions-by-mass = By mass
overview-emissions-likely = likely { $range }
overview-emissions-as-weights = as the weights are known
overview-emissions-by-spend = By spend, the lower tier
overview-emissions-beside = beside it, never added
overview-emissions-same-lines = { $count ->
    [one] Of the same { $count } line
   *[other] Of the same { $count } lines
}
overview-emissions-same-by-mass = by mass
overview-emissions-same-by-spend = by spend
overview-emissions-differ = sources differ two- to six-fold
overview-emissions-label = Emissions by category, table
overview-emissions-column-category = Category
overview-emissions-column-lines = Lines
overview-emissions-column-mass = Mass kg
overview-emissions-column-factor-mass = kgCO2e a tonne
overview-emissions-column-by-mass = By mass
overview-emissions-column-range = Likely range
overview-emissions-column-paid = Paid, US dollars
overview-emissions-column-factor-spend = kgCO2e a dollar
overview-emissions-column-by-spend = By spend
overview-emissions-factor = { $name }, { $variant }: { $factor } kgCO2e for one of { $unit } ({ $set }, { $cell })
overview-emissions-left-out = Left out: { $what }.
overview-emissions-without-activity = { $count ->
    [one] { $count } line has no weight or no factor
   *[other] { $count } lines have no weight or no factor
}
overview-emissions-without-spend = { $count ->
    [one] { $count } line has no price, rate or factor for spend
   *[other] { $count } lines have no price, rate or factor for spend
}
overview-emissions-without-rate = no rate is given for { $currencies }

## Reuse

overview-reuse-title = Reuse, as the Circularity Standard quantifies it
overview-reuse-add = Energy of restoring…
overview-reuse-locked = { $year } is locked
overview-reuse-label = Reuse by shipment, table
overview-reuse-column-shipment = Shipment
overview-reuse-column-restored = Restored kg
overview-reuse-column-baseline = Baseline
overview-reuse-column-project = Project
overview-reuse-column-reductions = Reductions
overview-reuse-column-process = Process, kgCO2e a kg
overview-reuse-all = All shipments
overview-reuse-unknown = Project emissions, reductions and process intensity are known once somebody says what restoring the hardware used up.
overview-energy-title = What restoring used up
overview-energy-label = Energy of restoring, table
overview-energy-column-what = What
overview-energy-column-amount = Amount
overview-energy-column-unit = Unit
overview-energy-column-factor = kgCO2e for one
overview-energy-column-source = Source
overview-energy-take-away = Take away
overview-energy-take-away-one = Take away { $name }
overview-energy-taken = { $name } is taken away.

## Energy of restoring, the dialog

overview-energy-dialog-text = Its emissions are the project emissions of the Standard: amount × factor. They are kept with { $year }.
overview-energy-field-what = What
overview-energy-field-what-example = Electricity
overview-energy-field-amount = Amount
overview-energy-field-unit = Unit
overview-energy-field-factor = Factor
overview-energy-factor-own = Another one, with its source
overview-energy-factor-known = { $name }: { $factor } kgCO2e a { $unit }
overview-energy-field-kgco2e = kgCO2e for one
overview-energy-field-source = Source
overview-energy-field-source-example = Supplier's statement 2025
overview-energy-keep = Keep
overview-energy-kept = { $name } is kept with { $year }.
