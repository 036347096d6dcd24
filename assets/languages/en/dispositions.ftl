### Dispositions: what was sent, what was restored, and what is still to be issued.

## The screen

dispositions-title = Dispositions
dispositions-import = Import
dispositions-empty-title = No retired assets in { $year } yet
dispositions-empty-text = Import the report of your ITAD provider: what was sent, and what became of it. Restored mass can generate your own { -itecs }.
dispositions-empty-import = Import a report…
dispositions-own = Self-generation { $year }
dispositions-own-mark = Only issued and owned units net off
dispositions-policy = Policy { $policy }, set in { $settings }
dispositions-policy-strict = strict
dispositions-policy-wide = wide
dispositions-policy-settings = Settings
dispositions-yield = Yield
dispositions-yield-text = restored ÷ sent
dispositions-obligation = Legal obligation
dispositions-obligation-none = nothing deducted
dispositions-obligation-leaves = leaves { $mass } eligible
dispositions-wide-would = Wide policy would give
dispositions-wide-in-force = Wide policy in force
dispositions-wide-text = { $percent }, with material and parts
dispositions-expected = Still expected
dispositions-expected-text = a forecast, nets nothing

## From sent to owned

flow-sent = Sent
flow-restored = Restored
flow-eligible = Eligible
flow-issued = Issued and owned
flow-lost = not restored
flow-lost-parts = material { $material } · residual { $residual } · parts { $parts }
flow-retired = Retired for { $year }
flow-held = Held, applied to { $year }
flow-listed = Listed or sold
flow-finding = { $sent } kg sent, { $restored } kg restored, { $issued } I-TECs issued and owned, of them { $retired } retired, { $held } held, { $listed } listed or sold.

## Yield by provider

providers-title = Yield by ITAD provider
providers-unit = kg, { $year }
providers-strict = Parts and material do not count under the strict policy
providers-wide = Parts and material count under the wide policy
providers-table = Yield by provider, table
providers-column-provider = Provider
providers-column-sent = Sent
providers-column-reuse = Reuse
providers-column-refurbished = Refurbished
providers-column-restored = Restored
providers-column-yield = Yield
providers-column-material = Material
providers-column-residual = Residual
providers-column-parts = Parts
providers-unnamed = Not named
providers-all = All providers

## Shipments

shipments-title = Shipments
shipments-forecast = Forecast, nets nothing
shipments-expected = { $units } { -itecs } expected
shipments-excess-batch = Batch { $batch }: { $issued } issued, { $eligible } eligible, { $units } too many.
shipments-excess-no-batch = Own certificates without a batch: { $issued } issued, { $eligible } eligible, { $units } too many.
shipments-excess-reason = Reason given: { $reason }.
shipments-excess-no-reason = No reason is given.
shipments-excess-shown = A document of the activity shows it.
shipments-excess-open = No report is final before this is settled: cancel what is too many, import the retired assets that are missing, or attach the verification report to a lot that gives the reason.
shipments-table = Shipments, table
shipments-column-shipment = Shipment
shipments-column-provider = Provider
shipments-column-date = Date
shipments-column-sent = Sent kg
shipments-column-restored = Restored kg
shipments-column-eligible = Eligible kg
shipments-column-yield = Yield
shipments-column-issued = Issued
shipments-column-expected = Expected
shipments-column-wide = Wide
shipments-column-wide-title = Under the wide policy
shipments-column-ask = Ask again
shipments-column-actions = Actions
shipments-wide-mass = { $mass } kg restored under the wide policy
shipments-noted = noted
shipments-more = More for { $shipment }
shipments-no-outcome = { $count ->
    [one] { $count } row of { $shipment } says neither what was restored nor what became of it: nothing of it is eligible.
   *[other] { $count } rows of { $shipment } say neither what was restored nor what became of it: nothing of them is eligible.
}
shipments-record = Record the issue…
shipments-record-none = nothing is expected
shipments-note = Note, and when to ask again…
shipments-note-title = Note beside { $shipment }
shipments-note-text = { $units } I-TECs are expected. On the day, asking for them is a to-do.
shipments-note-note = Note
shipments-note-ask = Ask again on
shipments-note-leave = Leave
shipments-note-do = Keep the note
shipments-note-done = Noted beside { $shipment }.

## Yield through the years

yields-title = Yield through the years
yields-unit = kg, by provider
yields-table = Yield through the years, table
yields-column-year = Year
yields-column-wide = Yield, wide policy
