### Words for what the core names by a key: the page finds them by what the message begins with.

## Categories of hardware, and what is none

category-laptop = Laptops
category-desktop = Desktops
category-workstation = Workstations
category-monitor = Monitors
category-server = Servers
category-storage = Storage
category-network = Network
category-thin_client = Thin clients
category-tablet = Tablets
category-smartphone = Smartphones
category-printer = Printers
category-drive = Drives
category-accessory = Accessories
category-peripheral = Peripherals
category-switch = Switches
category-router = Routers
category-access_point = Access points
category-firewall = Firewalls
category-blade = Blades
category-mobile_workstation = Mobile workstations
category-handheld = Handhelds
category-nas = NAS
category-ups = UPS
category-pdu = PDUs
category-rack = Racks
category-dock = Docks
category-keyboard = Keyboards
category-mouse = Mice
category-headset = Headsets
category-webcam = Webcams
category-phone = Desk phones
category-pos = Points of sale
category-console_kvm = Consoles and KVM
category-label_printer = Label printers
category-projector = Projectors
category-component = Component
category-power = Power
category-camera = Camera
category-tv = TV
category-warranty = Warranty
category-licence = Licence
category-software = Software
category-service = Service
category-freight = Freight
category-consumable = Consumable
category-fee = Fee

## Conditions, as short as a column needs them

condition-new = New
condition-refurbished = Refurb.
condition-used = Used
condition-unknown = Unknown

## Where a weight is from

weight-source-row = Row
weight-source-catalogue = Catalogue
weight-source-own_average = Own average
weight-source-default = Default
weight-source-unresolved = No weight

## How a weight was found, the first that applies

tier-row = Row
tier-catalogue = Catalogue
tier-given = By hand
tier-table = Device table
tier-family = Family
tier-own_average = Own average
tier-default = Class
tier-last_resort = Wide class
tier-unresolved = No weight

## What became of retired hardware

outcome-reused = Reused
outcome-refurbished = Refurbished
outcome-parts = Parts
outcome-material = Material
outcome-residual = Residual
outcome-unknown = Unknown

## How a lot came to be ours

origin-purchased = Bought
origin-self_generated = Own
origin-transferred_in = Moved in

## What a file brings

import-kind-procurement = Procurement
import-kind-dispositions = Retired assets
import-kind-certificates = Certificates
import-kind-catalogue = Device weights
import-kind-orders = Orders
import-kind-weights = Weights given

## What a column of a spreadsheet can be

field-asset_tag = Asset tag
field-item = Item
field-category = Category
field-quantity = Quantity
field-sent_mass = Sent mass
field-restored_mass = Restored mass
field-outcome = Outcome
field-mass_unit = Mass unit
field-provider = Provider
field-date = Date
field-legal_obligation_mass = Legal obligation mass
field-batch = Batch
field-entity = Entity
field-unit_mass = Unit mass
field-reused_mass = Reused mass
field-refurbished_mass = Refurbished mass
field-parts_mass = Parts mass
field-material_mass = Material mass
field-residual_mass = Residual mass
field-year = Year
field-counterparty = Counterparty
field-class = Class
field-registry = Registry
field-vintage = Vintage
field-vintage_to = Vintage to
field-unit_price = Unit price
field-currency = Currency
field-order_number = Order number
field-expected_on = Expected on
field-status = Status
field-mass = Line mass
field-tco2e = tCO2e
field-expires_on = Usable until
field-factor_kgco2e = Factor, kgCO2e
field-scope3_category = Scope 3 category
field-certificate_id = Certificate id
field-cost_centre = Cost centre
field-manufacturer = Manufacturer
field-model = Model
field-condition = Condition
field-line_number = Line number
field-supplier = Supplier
field-serial_number = Serial number
field-amount = Amount
field-country = Country
field-quantity_unit = Quantity unit
field-pack_size = Pack size
field-conversion_factor = Conversion factor
field-level = Level
field-deleted = Deleted
field-ownership = Ownership
field-serial_prefix = Serial prefix
field-serial_start = Serial start
field-serial_end = Serial end
field-project = Project
field-facility = Facility
field-methodology_version = Methodology version
field-verification_body = Verification body
field-trade_date = Trade date
field-retired_on = Retired on
field-beneficiary = Beneficiary
field-origin = Origin
field-bundled = Bundled
field-baseline = Baseline
field-factor_source = Factor source
field-verified_on = Verified on
field-claim_eligibility = Claim eligibility
field-registry_link = Registry link
field-chain_of_custody = Chain of custody
field-delivery_date = Delivery date
field-intent = Intent
field-source = Source

## What a word of a column can mean

meaning-leave_out = Left out
meaning-count = Counted
meaning-refurbished = Refurbished
meaning-unknown = Unknown (as new)
meaning-ignored = Left out
meaning-issue = Issue
meaning-purchase = Purchase
meaning-return = Return
meaning-new = New
meaning-used = Used
meaning-issued = Issued
meaning-active = Active
meaning-transferred = Transferred
meaning-retired = Retired
meaning-expired = Expired
meaning-cancelled = Cancelled
meaning-listed = Listed
meaning-reserved = Reserved
meaning-pending = Pending
meaning-open = Open
meaning-part = Part
meaning-closed = Closed
meaning-reused = Reused
meaning-parts = Parts
meaning-material = Material
meaning-residual = Residual

## Levels of a claim

claim-level-unassigned = Unassigned, contribution
claim-level-activity = Activity
claim-level-activity_pool = Activity pool
claim-level-sector = Sector

## What is odd about a line

flag-condition_unknown = Condition unknown, counted as new
flag-year_assumed = No date, year taken from the import
flag-total_differs = Stated total differs from quantity × unit weight

## Rows that are not imported

skipped-blank = blank rows
skipped-repeated_header = repeated headers
skipped-total = totals
skipped-title = title rows
skipped-footer = footer rows
skipped-filler = fillers of zeros
skipped-no_weight = rows without a weight
skipped-not_a_purchase = no purchases
skipped-group = heads of groups
skipped-part = parts of other lines
skipped-deleted = struck from their order
skipped-employee_owned = employees' own devices
skipped-other_goods = goods that are no IT hardware
skipped-repeated = lines that stand in an earlier row
skipped-not_issued = certificates not issued
skipped-not_ours = rows of another's account
skipped-not_open = orders of which nothing is to come

## Mass that a file states and is not imported

left-out-out_of_scope = out of scope
left-out-rejected = in rejected rows
left-out-not_a_purchase = that are no purchases
left-out-deleted = struck from their order
left-out-employee_owned = of employees' own devices
left-out-other_goods = that are no IT hardware
left-out-not_ours = of other customers
left-out-repeated = that stand in an earlier row

## What a lot is meant for

intent-undecided = Undecided
intent-hold = Hold
intent-sell = Sell

## Baselines

baseline-virgin_manufacture = Virgin manufacture
baseline-landfill_avoidance = Landfill avoidance

## What a document proves: it proves …

proof-ownership = that it is ours
proof-verification = its verification
proof-delivery = its delivery
proof-retirement = its retirement
proof-other = something else

## What a document is

document-kind-registry_statement = Registry statement
document-kind-transfer_confirmation = Confirmation of the transfer
document-kind-purchase_contract = Purchase contract
document-kind-invoice = Invoice
document-kind-itad_certificate = ITAD certificate
document-kind-verification_report = Verification report
document-kind-retirement_confirmation = Confirmation of a retirement
document-kind-other = Something else

## How well it is proven that a lot is ours

ownership-reconciled = Agrees with the registry's statement
ownership-documented = Documents cover all its serials
ownership-partial = Documents cover a part of its serials
ownership-unstated = Nobody said what its documents are or cover
ownership-unproven = Nothing proves that it is ours

## Facts of a lot that may be corrected, and figures that may be restated

fact-project = Project
fact-facility = Facility
fact-country = Country
fact-batch = Batch
fact-entity = Entity
fact-counterparty = Seller
fact-unit_price = Price of one
fact-currency = Currency
fact-trade_date = Traded
fact-delivery_date = Delivered
fact-order_number = PO number
fact-methodology_version = Methodology
fact-baseline = Baseline
fact-factor_source = Emission factors
fact-verification_body = Verified by
fact-verified_on = Report of
fact-tco2e = tCO2e
fact-claim_eligibility = Eligible for
fact-registry_status = At the registry
fact-registry_link = Link
fact-chain_of_custody = Custody
fact-intent = Meant for
fact-class_version = Class version
fact-vintage = Vintage
fact-expires_on = Usable until
fact-origin = Origin
fact-bundled = Bundled
fact-mass_kg_new = New mass, kg
fact-lines = Lines
fact-lines_unresolved = Lines without a weight
fact-gross = Gross requirement
fact-target_percent = Target, %
fact-needed = Needed
fact-retired = Retired
fact-coverage_percent = Coverage, %
