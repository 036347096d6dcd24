### Events of the ledger, as the history and the life of a lot tell them.

# What stands after the event: how many units, and for which year. Either may be missing.
life-units = { $units ->
    [none] {""}
   *[some] {" "}{ $units }
}
life-year = { $year ->
    [none] {""}
   *[some] {" "}for { $year }
}

life-recorded = { $origin ->
    [purchased] Bought
    [self_generated] Own, recorded
    [transferred_in] Moved in
   *[unknown] Recorded
}{ life-units }
life-retired = Retired{ life-units }{ life-year }
life-reserved = Reserved{ life-units }{ life-year }
life-released = Released{ life-units }{ life-year }
life-listed = Listed{ life-units } for sale
life-withdrawn = Withdrew{ life-units } from sale
life-transferred = Transferred{ life-units }
life-cancelled = Cancelled{ life-units }
life-expired = Retired (Expired){ life-units }, a loss
life-split = Split into { $lots }
life-checked = Agrees with the registry's statement
life-compared = Compared with a registry's statement
life-reversed = Retirement{ life-year } reversed, { $units } held again
life-year-locked = Year { $year } locked
life-year-unlocked = Year { $year } unlocked
life-restated = Year { $year } restated
life-year-changed = Settings{ life-year } changed
life-claim-edited = Claim{ life-year } edited
life-signed = Report{ life-year } signed
life-sealed = Report{ life-year } sealed
life-other = { $kind }{ life-units }{ life-year }
life-kind-lines_edited = Lines edited
life-kind-mapping_saved = Mapping saved
life-kind-planned = Planned
life-kind-ordered = Ordered

life-plain-lot_removed = Taken back with its import
life-plain-adjusted = Corrected
life-plain-attached = Evidence attached
life-plain-brought_up_to_date = File brought up to date
life-plain-imported = File imported
life-plain-replaced = File imported in the place of an earlier one
life-plain-undone = Import undone
life-plain-weighed = Weights given
life-plain-settings_changed = Settings changed
life-plain-answered = Question of the positive list answered
