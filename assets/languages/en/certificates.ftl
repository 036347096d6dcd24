### Certificates: the lots, what can be done with them, and what proves them.

## The screen

certificates-title = Certificates
certificates-calendar = What expires when
certificates-reconcile = Reconcile…
certificates-reconcile-title = Compare a registry's statement with the ledger
certificates-purchase = Purchase…
certificates-retire = Retire…
certificates-retire-none = No usable units
certificates-retire-nothing = There is nothing to retire: no lot has usable units.
certificates-leave = Leave
certificates-empty-title = No certificates yet
certificates-empty-text = Record what you bought or what your own retired assets generated. One { -itec } stands for 1 kg.
certificates-empty-purchase = Record a purchase…

## Units of all lots

certificates-units-usable = Usable
certificates-units-retired = Retired, all years
certificates-units-listed = Listed or sold
certificates-units-expired = Expired, a loss
certificates-units-cancelled = Cancelled
certificates-units-all = In all lots

## Money

money-label = Money
money-retired = Cost of retired, { $year }
money-held = Cost of held
money-held-until = usable until { $year }
money-expired = Lost by expiry
money-expired-in = { $units } in { $year }
money-sold = Proceeds, { $year }
money-spend = Spend, { $year }
money-each = { $amount } each
money-unpriced = { $units } without a price
money-own = { $units } own at no cost
money-budget = budget { $amount }
money-budget-left = { $amount } left
money-budget-over = { $amount } over
money-budget-none = no budget set

## By vintage

vintages-title = By { $vintage }
vintages-vintage = vintage
vintages-key-retired = Retired
vintages-key-held = Held, reserved
vintages-key-listed = Listed
vintages-key-sold = Sold
vintages-key-expired = Expired
vintages-units = Units by state
vintages-until = Usable until
vintages-lost = { $units } lost
vintages-finding = Units by vintage: { $vintages }.
vintages-finding-one = { $vintage }, { $units } units, { $usable } usable until { $day }

## Lots

lots-label = Lots
lots-filter = Filter lots
lots-search = Search lots
lots-search-hint = Lot, serial, project, PO
lots-filter-class = Class
lots-filter-state = State
lots-filter-origin = Origin
lots-filter-all = all
lots-filter-unproven = Own, not proven
lots-state-held = Held
lots-state-reserved = Reserved
lots-state-listed = Listed
lots-state-transferred = Sold
lots-state-retired = Retired
lots-state-expired = Expired
lots-hidden = { $number } not shown
lots-list-several = List { $number } lots for sale…
lots-tools = lots
lots-none = No lot matches.
lots-show-all = Show all lots
lots-column-lot = Lot
lots-column-origin = Origin
lots-column-vintage = Vintage
lots-column-expires = Expires
lots-column-supplier = Supplier
lots-column-quantity = Quantity
lots-column-held = Held
lots-column-reserved = Reserved
lots-column-listed = Listed
lots-column-transferred = Sold
lots-column-retired = Retired
lots-column-expired = Expired
lots-unproven = Ownership not proven
lots-unproven-hint = { $lot }: nothing proves that it is ours
lots-copy-serials = Copy its serials
lots-list-one = List for sale…
lots-list-nothing = The lot holds nothing that could be listed.
lots-list-nothing-of = None of the { $number } lots holds what could be listed.

## One lot

lot-label = Lot { $lot }
lot-close-label = Close the lot
lot-facts = Facts and life
lot-reserved-for = Reserved for { $year }
lot-bundled = Bundled
lot-unproven = Ownership not proven
lot-retired = Retired
lot-expired = Retired (Expired)
lot-serials = Serials
lot-serials-from = { $first } to { $last }
lot-units = Units
lot-registry = Registry
lot-vintage = Vintage
lot-expires = Usable until
lot-origin = Origin
lot-cost = Cost
lot-cost-at = { $cost } at { $price }
lot-traded = Traded
lot-delivered = Delivered
lot-order-number = PO number
lot-intent = Meant for
lot-project = Project
lot-facility = Facility
lot-batch = Batch
lot-batch-class = { $batch }, one class
lot-country = Country
lot-entity = Entity
lot-carbon = Carbon
lot-carbon-attribute = { $tonnes } tCO2e, attribute
lot-factors = Factors
lot-method = Method
lot-verified = Verified by
lot-eligible = Eligible for
lot-custody = Custody
lot-link = Link
lot-checked = Checked
lot-checked-on = { $day }, agrees with the registry
lot-split-from = Split from
lot-ranges = Where its serials are
lot-state-held = Held
lot-state-reserved = Reserved
lot-state-listed = Listed
lot-state-transferred = Transferred
lot-state-retired = Retired
lot-state-expired = Expired
lot-state-cancelled = Cancelled
lot-state-year = { $state } for { $year }
lot-life = Life of this lot
lot-life-expires = Expires if not retired
lot-life-expires-on = { $day } · { $number } { $unit }
lot-life-recorded = , recorded { $day }
lot-life-event = Event { $number }
lot-life-reverse = Reverse { $retirement }…
lot-retire = Retire…
lot-split = Split…
lot-more = More with { $lot }
lot-no-units = no units

## Evidence of a lot

evidence-title = Evidence
evidence-lacking = A report on it cannot be final. Reconcile it with the registry's statement, or attach documents that cover its serials.
evidence-unstated = Nobody said what it is
evidence-proves = { $document }, proves { $what }
evidence-by = by { $issuer }
evidence-covers = covers { $covered }
evidence-batch = batch { $batch }
evidence-save = Save { $file }
evidence-saved = { $file } saved.
evidence-attach = Attach…
attach-title = Attach evidence · { $lot }
attach-text = A document proves the serials that it covers, and no others. A file that was imported here is our own table and proves nothing of ownership.
attach-kind = What it is
attach-issuer = Issued by
attach-date = Its date
attach-covers = It covers
attach-covers-serials = Serials
attach-covers-batch = Batch { $batch }
attach-serials = Serials that it covers
attach-serials-hint = The lot has { $serials }; several runs with a comma between them
attach-serials-missing = Say which serials it covers
attach-choose = Choose the file…
attach-done = { $file } is attached to { $lot }; a copy is in the workspace.

## What can be done with a lot

lot-action-reserve = Reserve units
lot-action-reserve-text = Reserved units wait for one reporting year and serve no other.
lot-action-reserve-do = Reserve
lot-action-release = Release units
lot-action-release-text = They are held again, free for any year.
lot-action-release-do = Release
lot-action-list = List for sale
lot-action-list-text = Listed units never net off a requirement.
lot-action-list-do = List
lot-action-withdraw = Withdraw from sale
lot-action-withdraw-text = They are held again.
lot-action-withdraw-do = Withdraw
lot-action-transfer = Transfer to somebody
lot-action-transfer-text = Listed units go first. What is handed over does not come back by itself. Leave the price empty where it is not known.
lot-action-transfer-do = Transfer
lot-action-cancel = Cancel units
lot-action-cancel-text = For units that were entered wrongly or that the registry took back. This stays on record.
lot-action-cancel-do = Cancel units
lot-action-split = Split the lot
lot-action-split-text = Two lots with new ids take its place. Every unit stays where it is.
lot-action-split-do = Split
lot-action-correct = Correct a fact
lot-action-correct-text = What it was, what it is and why stay on record. Serials and quantity are never corrected.
lot-action-correct-do = Correct
lot-action-reverse = Reverse the retirement
lot-action-reverse-text = Only where the registry has reversed it. Its certificates are held again; its number is never used again.
lot-action-reverse-do = Reverse
lot-action-title = { $action } · { $what }
lot-action-item = { $action }…
lot-action-quantity = How many
lot-action-quantity-hint = of { $units }
lot-action-year = For year
lot-action-at = First serial of the upper part
lot-action-at-hint = { $first } to { $last }
lot-action-fact = Fact
lot-action-value = What it is
lot-action-value-hint = Empty takes it away; dates as 2026-06-16
lot-action-price = Price of one
lot-action-price-hint = 0 where given away
lot-action-currency = Currency
lot-action-currency-hint = Such as EUR
lot-action-on = When it happened
lot-action-on-hint = Recorded today
lot-action-to = Who receives them
lot-action-why = Why
lot-action-letter = The registry's letter or reference
lot-action-final = This cannot be taken back.
lot-action-final-text = The units leave for good, and it stays on record.
lot-action-missing-quantity = Say how many
lot-action-missing-free = Only { $units } are free for it
lot-action-missing-serial = Name a serial from { $first } to { $last }
lot-action-missing-receiver = Say who receives them
lot-action-missing-currency = Say in which currency the price is
lot-action-missing-letter = Name the registry's letter
lot-action-missing-reason = Say why
lot-action-split-done = { $lot } is now { $first } and { $second }.
lot-action-correct-done = { $lot } corrected.
lot-action-reverse-done = { $count ->
    [one] { $retirement } reversed, { $count } unit is held again.
   *[other] { $retirement } reversed, { $count } units are held again.
}
lot-action-moved = { $kind ->
    [reserved] { $units } of { $lot } reserved.
    [released] { $units } of { $lot } released.
    [listed] { $units } of { $lot } listed.
    [withdrawn] { $units } of { $lot } withdrawn.
    [transferred] { $units } of { $lot } transferred.
    [cancelled] { $units } of { $lot } cancelled.
   *[other] { $units } of { $lot } { $kind }.
}

## Several lots for sale

list-title = { $count ->
    [one] List { $count } lot for sale
   *[other] List { $count } lots for sale
}
list-text = All that is held of each. Listed units never net off a requirement; they can be withdrawn again.
list-listed = listed
list-on = When it happened
list-on-hint = Recorded today
list-partly = { $count ->
    [one] { $count } lot is listed; the others are as they were.
   *[other] { $count } lots are listed; the others are as they were.
}
list-do = List { $units }
list-done = { $count ->
    [one] { $units } units of { $count } lot are listed for sale.
   *[other] { $units } units of { $count } lots are listed for sale.
}

## What expires when

calendar-title = What expires when
calendar-text = Usable { -itecs } as of { $day }. What is not retired by its last usable day is lost.
calendar-none = No usable certificate is held.
calendar-column-day = Last usable day
calendar-column-in = In
calendar-column-lots = Lots
calendar-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
calendar-more = and { $number } more

## A purchase

purchase-title = Record certificates
purchase-text = What the registry says, as one block of serial numbers. The same certificate cannot be entered twice.
purchase-class = Class
purchase-class-itec = 1 certificate = 1 kg
purchase-class-other = Does not cover a requirement
purchase-origin = Origin
purchase-origin-purchased = Bought
purchase-origin-self-generated = Self-generated
purchase-origin-transferred-in = Transferred in
purchase-registry = Registry
purchase-registry-missing = Name the registry.
purchase-vintage = Vintage
purchase-vintage-hint = Year of the activity
purchase-vintage-wrong = A year, such as 2025.
purchase-serials = Serial numbers
purchase-prefix = Prefix
purchase-none = none
purchase-first = First serial
purchase-last = Last serial
purchase-serial-wrong = A whole number.
purchase-last-wrong = Not below the first.
purchase-quantity = Quantity
purchase-trade = Trade
purchase-price = Price of one
purchase-price-own = Own units cost nothing
purchase-price-wrong = An amount, such as { $example }.
purchase-currency = Currency
purchase-currency-wrong = Three letters, such as EUR.
purchase-provider = ITAD provider
purchase-seller = Seller
purchase-cost = Cost
purchase-date = Trade date
purchase-date-hint = Day, month in letters, year
purchase-expires = Usable until
purchase-expires-day = { $day } if left empty
purchase-expires-usual = Vintage + 3 if left empty
purchase-batch = Batch
purchase-batch-hint = Links own units to their shipment
purchase-entity = Entity
purchase-entity-hint = the organisation
purchase-project = Project
purchase-facility = Facility
purchase-country = Country
purchase-bundled = Bought with its device, never covers new mass
purchase-more = What the registry and the contract say of it
purchase-further = Further facts
purchase-order = PO number
purchase-delivery = Delivered on
purchase-intent = Meant for
purchase-baseline = Baseline
purchase-baseline-unknown = Not known
purchase-methodology = Methodology version
purchase-verifier = Verification body
purchase-verified = Verification report of
purchase-factors = Emission factors from
purchase-tco2e = On all together
purchase-tco2e-wrong = A number, such as { $example }.
purchase-eligibility = Claim eligibility
purchase-custody = Chain of custody
purchase-status = Registry status
purchase-excess = Why more than the batch restored, if so
purchase-link = Link at the registry
purchase-past = The last usable day, { $day }, has passed.
purchase-past-text = These { $unit } can be recorded, but no longer retired.
purchase-ready = { $units } { $unit } from { $registry }
purchase-missing = Registry, vintage and both serials are needed
purchase-do = Record { $units }
purchase-do-none = Record
purchase-done = { $count ->
    [one] { $count } unit recorded as { $lot }, usable until { $day }.
   *[other] { $count } units recorded as { $lot }, usable until { $day }.
}

## A retirement

retire-title = Retire { -itecs }
retire-text = A retirement is final. It can only be reversed with registry evidence, as a new event.
retire-quantity = How many
retire-quantity-hint = of { $units } usable
retire-quantity-wrong = A whole number above 0.
retire-quantity-over = { $units } more than are usable.
retire-year = For year
retire-year-hint = open, gross { $units }
retire-entity = Entity
retire-entity-hint = the organisation
retire-purpose = Purpose
retire-purpose-offered = Coverage of new IT hardware bought in { $year }
retire-beneficiary = Beneficiary, as the registry prints it
retire-beneficiary-missing = Name the beneficiary.
retire-country = Its country
retire-identifier = Its number
retire-identifier-hint = LEI or register of companies
retire-on = Retired at the registry on
retire-on-hint = Recorded today
retire-reference = The registry's reference
retire-reference-hint = none yet
retire-link = Link at the registry
retire-link-hint = none
retire-lots-first = First expiring first
retire-lots-order = then oldest vintage, then lowest cost
retire-lots-chosen = Lots chosen by hand
retire-lots-why = say why below
retire-lots-choose = Choose lots myself…
retire-lots-back = Back to first expiring
retire-lots-label = Lots to retire from
retire-column-lot = Lot
retire-column-day = Last usable day
retire-column-serials = Serials
retire-column-usable = Usable
retire-column-retire = Retire
retire-column-why = Why
retire-lot-quantity = Retire from { $lot }
retire-why-expires_first = Expires first
retire-why-expires_next = Expires next
retire-why-older_vintage = Same last day, older vintage
retire-why-newer_vintage = Same last day, newer vintage
retire-why-own_no_cost = Same last day, own units cost nothing
retire-why-lowest_cost = Same last day, lowest cost
retire-why-higher_cost = Same last day, costs more
retire-why-same_cost = Same last day and cost, by lot id
retire-why-chosen = Chosen
retire-why-not_needed = Not needed
retire-level = Claim level
retire-level-hint = Certificates alone are reported apart from the physical inventory. Activity level needs bundled devices.
retire-because = Justification of the claim level or the lots chosen
retire-remains = What remains for { $year }
retire-remains-coverage = coverage { $before } now, { $after } after
retire-remains-retired = Retired
retire-remains-this = This retirement
retire-remains-held = Held
retire-remains-to-buy = To buy
retire-remains-required = of { $units } required
retire-confirm = I understand that these { $units } { -itecs } cannot be used again.
retire-missing-quantity = Say how many
retire-missing-beneficiary = Name the beneficiary
retire-missing-because = Give a justification
retire-missing-lots = Looking for lots
retire-missing-refusal = Settle the refusal first
retire-missing-confirm = Confirm with the tick
retire-do = Retire { $units }
retire-done = Retired { $units } for { $year }, statement { $retirement }.

## Reconciliation with a registry

reconciliation-title = Reconciliation with { $file }
reconciliation-text = As of { $day } · { $rows } with { $units } certificates compared · { $lots } as a whole · the statement and this result are kept
reconciliation-lots = { $count ->
    [one] { $count } lot agrees
   *[other] { $count } lots agree
}
reconciliation-runs = { $count ->
    [one] { $count } run
   *[other] { $count } runs
}
reconciliation-outcome-matched = Matched
reconciliation-outcome-different = Different
reconciliation-outcome-only_here = Only here
reconciliation-outcome-only_there = Only there
reconciliation-findings = Findings
reconciliation-column-found = Found
reconciliation-column-row = Row
reconciliation-column-lot = Lot
reconciliation-column-serials = Serials
reconciliation-column-units = Units
reconciliation-column-here = Here
reconciliation-column-registry = Registry
reconciliation-state-held = held
reconciliation-state-reserved = reserved
reconciliation-state-listed = listed
reconciliation-state-transferred = transferred
reconciliation-state-retired = retired
reconciliation-state-expired = expired
reconciliation-state-cancelled = cancelled
reconciliation-same = Both say the same.
reconciliation-order = { $count ->
    [one] PO { $order }: { $count } imported line
   *[other] PO { $order }: { $count } imported lines
}
reconciliation-odd = { $count ->
    [one] { $count } row was odd: { $seen }, expected { $expected }
   *[other] { $count } rows were odd: { $seen }, expected { $expected }
}
reconciliation-open = Open { $lot }
reconciliation-done = Done
