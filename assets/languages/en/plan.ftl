### The plan: scenarios, drivers, what to buy in which year, and orders.

## The screen

plan-title = Plan
plan-context = { $first }–{ $last }: { $needed } needed, { $buy } to buy
plan-context-open = { $year }: { $required } required, { $retired } retired, { $remaining } remaining
plan-entity = Entity
plan-entities-all = All entities
plan-new = Scenario
plan-more = More for { $scenario }
plan-adopt = Adopt
plan-adopted = { $scenario } is the plan of record.
plan-copy = Copy…
plan-rename = Rename…
plan-delete = Delete
plan-delete-of-record = it is the plan of record
plan-deleted = { $scenario } deleted.
plan-restored = { $scenario } is back.
plan-kept = The drivers of { $scenario } are kept.
plan-stale = { $count ->
    [one] The workspace moved on since { $scenario } took its facts: { $count } fact changed, the figures below are today's.
   *[other] The workspace moved on since { $scenario } took its facts: { $count } facts changed, the figures below are today's.
}
plan-refresh = Take today's facts
plan-refreshed = { $scenario } has today's facts.
plan-leave = Leave
plan-scenarios = Scenarios
plan-history = History alone
plan-history-inside = history alone
plan-recomputed = every cell can be recomputed in the workbook
plan-workbook = Workbook
plan-written = The plan is written to { $file }.

## The name of a scenario

scenario-new-title = New scenario
scenario-new-text = Keeps the drivers as they stand now under a name.
scenario-new-do = Make the scenario
scenario-copy-title = Copy { $scenario }
scenario-copy-text = The copy begins with the same drivers.
scenario-copy-do = Copy
scenario-copy-name = { $scenario }, copy
scenario-rename-title = Rename { $scenario }
scenario-rename-text = Orders that carry out its lines keep the old name.
scenario-rename-do = Rename
scenario-name = Name

## The card of a scenario

scenario-path = { $percent } of new mass
scenario-to-buy = { $count ->
    [one] To buy, { $count } year
   *[other] To buy, { $count } years
}
scenario-cost = Cost
scenario-open = and { $units } for { $year }
scenario-no-price = No price yet
scenario-within = Within budget
scenario-no-budget = No budget set
scenario-over = Over { $years }
scenario-missing = { $units } missing
scenario-of-record = Of record
scenario-stale = Stale

## Drivers

drivers-title = Drivers
drivers-reset = Reset
drivers-keep = Keep…
drivers-growth = Hardware growth
drivers-refurbished = Refurbished in { $year }
drivers-weight = Weight per device
drivers-yield = ITAD yield in { $year }
drivers-price = Price in { $year }
drivers-was = was { $value }
drivers-a-year = a year
drivers-path = Coverage path, %
drivers-path-hint = Share of new mass
drivers-all = All drivers
drivers-from-history = history: { $value }
drivers-hint = One value, one for each year with commas, or first..last. Empty takes the history again.
driver-years = Years ahead planned
driver-growth = Hardware growth, % a year
driver-refurbished = Refurbished share, %
driver-weight = Weight per device, % a year
driver-retired = Retired hardware, kg a year
driver-yield = ITAD yield, %
driver-issue_lag = Months from shipment to issue
driver-sold = Own units sold, %
driver-target = Target, % of gross
driver-price = Price of one
driver-currency = Currency
driver-budget = Budget a year
driver-years_ahead = Years one may buy ahead
driver-minimum_order = Minimum order
driver-lot_size = Lot size
driver-earliest_vintage = Earliest vintage
driver-name-part = { $driver }: { $part }

## What moves the cost

outlook-title = What moves the cost most
outlook-unit = { $count ->
    [one] { $currency } k in { $count } year, one at a time
   *[other] { $currency } k in { $count } years, one at a time
}
outlook-step-refurbished = Refurbished ±5 pt
outlook-step-price = Price ±10 %
outlook-step-yield = ITAD yield ±5 pt
outlook-step-growth = Growth ±1 pt
outlook-step-weight = Weight ±1 pt
outlook-swing = { $less } less, { $more } more
outlook-range = Likely range
outlook-to-buy = To buy
outlook-cost = Cost
outlook-missing = Missing, if one buys low
outlook-dearer = Dearer, if one buys high

## Charts

chart-as = Show { $chart } as
chart-chart = Chart
chart-table = Table
chart-more = More for { $chart }
chart-save = Save image, { $format }…
chart-save-table = shown as a table
chart-saved = Picture saved as { $file }.
chart-years = { -itecs } by year
chart-years-table = { -itecs } by year and source
chart-years-finding = { -itecs } by year and source: { $years }
chart-years-finding-one = { $year } needs { $needed }, of which { $buy } to buy
chart-year = Year
chart-retired = Retired
chart-self-generated = Self-generated
chart-own = Own
chart-held = Held
chart-carried = Carried
chart-ordered = On order
chart-to-buy = To buy
chart-missing = Missing
chart-cost = Cost a year
chart-cost-table = Cost a year by scenario
chart-cost-finding = Cost a year by scenario: { $scenarios }
chart-cost-finding-one = { $scenario } { $cost } in all
chart-million = { $currency } million
chart-budget = Budget

## The plan by year

plan-years-label = The plan by year, table
plan-years-column-year = Year
plan-years-column-mass = New mass kg
plan-years-column-target = Target
plan-years-column-needed = Needed
plan-years-column-likely = Likely
plan-years-column-retired = Retired
plan-years-column-own = Own
plan-years-column-carried = Carried
plan-years-column-ordered = On order
plan-years-column-to-buy = To buy
plan-years-column-price = Price
plan-years-column-cost = Cost { $currency }
plan-years-column-budget = Budget left
plan-years-column-expired = Expired
plan-years-passed = passed: what was bought, not planned
plan-years-missing = +{ $units } missing
plan-years-sum = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
plan-years-sum-with = with { $years }
plan-years-lines = What to buy, and why
plan-years-line-buy = buy { $units } of { $because }
plan-years-line-order = Order…
plan-years-line-more = More for { $year }
plan-years-line-purchase = Log the purchase…
plan-years-line-reserve = Reserve units of a lot…

## Own certificates

own-title = Own certificates: hold or sell
own-all-held = all are held
own-to-sell = { $units } to sell
own-proceeds = { $year }: { $amount } proceeds
own-table = Own certificates, table
own-column-lot = Lot
own-column-vintage = Vintage
own-column-units = Units
own-column-intent = Lot's own intent
own-column-choice = In this plan
own-column-price = Price of one { $currency }
own-column-proceeds = Proceeds { $currency }
own-intent-hold = hold
own-intent-sell = sell
own-intent-undecided = not decided
own-choice = What becomes of { $lot }
own-hold = Hold
own-sell = Sell
own-price = Price of one of { $lot }

## Plan against actual

actual-title = Plan against actual
actual-none-by = no plan was adopted by the end of { $year }
actual-none = no plan is adopted yet
actual-adopted = { $scenario }, adopted { $day }
actual-year = Year
actual-table = Plan against actual, table
actual-so-far = { $year }, so far
actual-planned = Planned
actual-actual = Actual
actual-difference = Difference
actual-mass_kg_new = New mass, kg
actual-gross = Gross
actual-needed = Needed
actual-own = Own units issued
actual-bought = Bought
actual-cost = Cost { $currency }
actual-price = Price of one { $currency }
actual-retired = { $retired } retired for it, { $remaining } still to buy.
actual-bought-on = Bought { $when }.
actual-unpriced = { $count ->
    [one] { $count } unit has no price, so no cost is said.
   *[other] { $count } units have no price, so no cost is said.
}
actual-order = { $order }: { $delivered } of { $quantity } delivered.
actual-order-in-time = { $order }: { $delivered } of { $quantity } delivered, in time.
actual-order-late = { $count ->
    [one] { $order }: { $delivered } of { $quantity } delivered, { $count } day late.
   *[other] { $order }: { $delivered } of { $quantity } delivered, { $count } days late.
}

## Orders

orders-title = Orders
orders-on-order = { $units } { -itecs } on order, in no coverage
orders-place = Order
orders-none = Certificates bought before they have serials stand here until they are delivered.
orders-column-order = Order
orders-column-state = State
orders-column-seller = Seller
orders-column-vintage = Vintage
orders-column-ordered = Ordered
orders-column-delivered = Delivered
orders-column-open = Open
orders-column-expected = Expected
orders-column-actions = Actions
orders-overdue = Overdue
orders-state-ordered = Ordered
orders-state-part_delivered = Part delivered
orders-state-delivered = Delivered
orders-state-cancelled = Cancelled
orders-deliver = Delivered…
orders-more = More for { $order }
orders-expect = Expect on another day…
orders-attach = Attach a document…
orders-attached = Attached to { $order }.
orders-save = Save { $file }…
orders-saved = { $file } saved.
orders-cancel = Cancel the rest…
orders-nothing-open = nothing is open
orders-expect-title = Expect { $order } on another day
orders-expect-text = { $open } of { $quantity } are open.
orders-expect-on = Expected on
orders-expect-do = Expect it then
orders-expected = { $order } is expected { $day }.
orders-cancel-title = Cancel the rest of { $order }
orders-cancel-text = { $open } of { $quantity } are open. What was delivered stays.
orders-cancel-why = Why
orders-cancel-do = Cancel the rest
orders-cancelled = The rest of { $order } is cancelled.

## A new order

order-title = Place an order
order-text = An order is no certificate: it stands beside what remains, in no coverage, until it is delivered.
order-seller = Seller
order-quantity = Quantity
order-registry = Registry, if known
order-vintage = Vintage
order-price = Price of one
order-currency = Currency
order-number = Order number
order-expected = Expected on
order-wrong = Quantity and vintage are whole numbers.
order-do = Place the order
order-placed = Order { $order } placed.

## A delivery

delivery-title = Delivery of { $order }
delivery-text = { $open } of { $quantity } are open. Seller, price and order number are taken from the order.
delivery-registry = Registry
delivery-prefix = Serial prefix
delivery-on = Delivered on
delivery-on-hint = Today if left empty
delivery-first = First serial
delivery-last = Last serial
delivery-last-hint = { $units } certificates
delivery-wrong = Serials and vintage are whole numbers.
delivery-do = Record the delivery
delivery-done = { $units } of { $order } are in the ledger.

## Units kept for a year

reserve-title = Reserve for { $year }
reserve-text = Reserved units wait for { $year } and serve no other year. The plan counts them first.
reserve-none = No lot has units that are free and usable in { $year }.
reserve-lot = Lot
reserve-lot-choice = { $lot }, vintage { $vintage }, { $units } held
reserve-lot-hint = usable until { $day }
reserve-quantity = How many
reserve-quantity-hint = of { $units } held; { $wanted } { -itecs } are to be bought for { $year }
reserve-do = Reserve
reserve-done = { $units } of { $lot } are reserved for { $year }.
