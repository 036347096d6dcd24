### Disclosure: the sheets, the claim, what must be settled, signing and sealing.

## The screen

disclosure-title = Disclosure
disclosure-status-draft = Draft
disclosure-status-final = Final
disclosure-status-restated = Restated
disclosure-lock = Lock { $year }…
disclosure-unlock = Unlock { $year }…
disclosure-preview = preview, as the workbook will show it
disclosure-inputs = What only you know…
disclosure-rules = Rule packs…
disclosure-trace = Choose a figure to trace it
disclosure-apart = Reported separately from the Scope 3 inventory.
disclosure-apart-text = The inventory stays gross. Four statements, never added.
disclosure-cdp = CDP has no question for { -itecs }
disclosure-cdp-text = Refused for 7.79.1 (carbon credits) and 7.30.14 (energy). The pack says why.

## Sheets

sheets-label = Sheets of the pack
sheets-title = Pack, { $number } sheets
sheets-status-ok = complete
sheets-status-open = waits for something
sheets-status-not_applicable = not applicable
sheets-open = open
sheet-label = Sheet { $sheet }
sheet-row = Row
sheet-trace = Trace { $ids }
sheet-first = The first { $shown } of { $total } rows.
sheet-empty = No row yet: this sheet fills as the year does.
statement-label = Statement
statement-do = Statement…

## Claim

claim-title = Claim text
claim-which = Which text
claim-which-mass = Mass only
claim-which-standard = Standard §7.2
claim-refused = { $number } refused
claim-sealed = Sealed with the report
claim-edited = Edited { $day }, stands in every report
claim-offered = As offered, stands in every report
claim-moved = Figures have moved since it was edited. Look it through and keep it again, or use the offered text.
claim-finding-word = “{ $word }”
claim-finding = { $found } is refused by { $rule }.
claim-finding-instead = Say “{ $instead }”.
claim-keep = Keep with { $year }
claim-copy = Copy the text
claim-suggested = Use the suggested text
claim-not-final = Not for a final report: { $reason }
claim-reason-refused = a refused word is left
claim-reason-long = longer than CDP takes
claim-nothing = Nothing is retired for this year yet, so there is nothing to claim.
claim-kept = The claim is kept with { $year }, and stands in its reports.
claim-kept-offered = The offered claim stands in the reports of { $year }.
claim-copied = The claim text is on the clipboard.

## Checks

checks-title = Before it can be final
checks-open = { $number } open
checks-ready = Ready
checks-blocks = , blocks a final report
checks-not-applicable = Not applicable
checks-open-list = Open list
checks-look = Look
checks-verify = Verify
check-nothing-weights_resolved = No line of new hardware
check-weights-met = Every line has a weight
check-weights-met-text = No line stands outside the total
check-weights-open = { $count ->
    [one] { $count } line has no weight
   *[other] { $count } lines have no weight
}
check-weights-open-units = { $units } units are in no total
check-weights-open-text = They are in no total
check-nothing-conditions_known = No line of hardware
check-conditions-met = Every condition is known
check-conditions-met-text = Nothing is counted as new by default
check-conditions-open = { $count ->
    [one] { $count } line in unknown condition
   *[other] { $count } lines in unknown condition
}
check-conditions-open-mass = { $mass } kg counted as new
check-conditions-open-text = Counted as new
check-conditions-do = Review
check-nothing-fully_covered = Nothing is needed for this year
check-covered-met = Fully covered
check-covered-met-text = All that is needed is retired
check-covered-unknown = Not known whether it is fully covered
check-covered-unknown-text = Lines without a weight are in no requirement
check-covered-open = { $units } { -itecs } still to retire
check-covered-open-percent = Coverage is { $percent }
check-covered-open-text = Coverage is below the target
check-covered-do = Retire…
check-nothing-ledger_verified = Nothing is recorded yet
check-ledger-unknown = Not verified since the last change
check-ledger-unknown-text = Sealing verifies the whole file first
check-ledger-met = Ledger verified
check-ledger-head = { $events }, chain head { $head }
check-ledger-open = The ledger does not verify
check-ledger-open-text = Open Settings and verify the file
check-nothing-ownership_proven = No own certificate is recorded
check-ownership-met = Every own lot is proven
check-ownership-met-text = A document shows that it is ours
check-ownership-open = { $count ->
    [one] { $count } own lot has no proof of ownership
   *[other] { $count } own lots have no proof of ownership
}
check-ownership-open-text = attach the registry's statement
check-ownership-do = Attach
check-nothing-own_within_eligible = No own certificate is recorded
check-eligible-met = Own certificates stay within what was restored
check-eligible-met-text = No batch has more than its eligible kg
check-eligible-explained = Explained: { $reason }
check-eligible-open = { $units } own { -itecs } more than was restored
check-nothing-balances_agree = No certificate is recorded
check-balances-met = Balances agree
check-balances-met-text = Every balance follows from its events, difference 0
check-balances-open = Balances do not agree
check-balances-open-text = Difference { $units }
check-nothing-registry_reconciled = Nothing is retired for this year
check-reconciled-met = Reconciled with the registry
check-reconciled-met-text = { $lots } lots, difference 0
check-reconciled-open = { $units } retired { -itecs } not shown by the registry
check-reconciled-open-text = Its statement agrees with { $lots } lots
check-reconciled-do = Reconcile…
check-locked-met = The year is locked
check-locked-met-text = It takes no change
check-locked-open = The year is still open
check-locked-open-text = Lock it once its figures are complete
check-locked-do = Lock…
check-signed-met = Signed
check-signed-met-text = Prepared, reviewed and approved by name
check-signed-open = Not signed
check-signed-lacks-prepared = not prepared
check-signed-lacks-reviewed = not reviewed
check-signed-lacks-approved = not approved
check-signed-open-text = A signature holds for the figures as they stand
check-signed-do = Sign…
check-nothing-claim_allowed = Nothing is claimed
check-claim-met = The claim may be made
check-claim-met-text = It says nothing that a rule forbids
check-claim-open = { $count ->
    [one] { $count } refused word in the claim
   *[other] { $count } refused words in the claim
}
check-claim-do = Edit
check-nothing-claim_current = The claim stands as it is offered
check-current-met = The claim is up to date
check-current-met-text = Edited for the figures as they stand
check-current-open = Figures have moved since the claim was edited
check-current-open-text = Look it through and keep it again

## Export

export-label = Export
export-draft = Export draft…
export-sealed = Export v{ $version }…
export-seal = Seal v{ $version }…
export-final = Final since { $day }, approved by { $name }. It is written as it was sealed.
export-open = { $count ->
    [one] One check is open before it can be final.
   *[other] { $count } checks are open before it can be final.
}
export-ready = Sealing makes these figures v{ $version }, for good.
export-formats = Formats
export-files = Saved files
export-open-file = Open
export-open-file-label = Open { $file }
export-saved = Saved { $files }.
export-again = Save again…
export-again-label = Save v{ $version } again
export-earlier = { $status ->
    [final] v{ $version } final, { $day }
    [restated] v{ $version } restated, { $day }
   *[other] v{ $version } { $status }, { $day }
}

## Sealing

seal-title = Seal version { $version } of { $year }
seal-text = The report becomes final, and is kept in the workspace as it is made now.
seal-undone = What cannot be undone
seal-undone-stays = Version { $version } stays for ever: nobody can change or remove it, its figures, its texts or its signatures.
seal-undone-correction = A correction is a new version that lists each figure that changed, with the reason and who approved it.
seal-undone-restates = It restates version { $version }, which stays as it was sealed.
seal-undone-files = The files are written at once, in the formats chosen, and the same bytes can be written again later.
seal-open = What is still open
seal-open-first = , and must be settled first
seal-open-said = , and the report says so
seal-open-none = Nothing.
seal-by = Who answers for it
seal-by-two = Two persons suffice in this organisation; the report says so.
seal-says = What it says
seal-missing = Something must be settled first
seal-leave = Not yet
seal-do = Seal version { $version }…

## Signing

sign-as-prepared = Prepared
sign-as-reviewed = Reviewed
sign-as-approved = Approved
sign-title = Sign the figures of { $year }
sign-text = A signature holds for these figures. Once one of them changes it is no longer valid and must be given again.
sign-void = { $role } by { $name }, { $day }, is no longer valid.
sign-void-person = The same person stands in another role.
sign-void-alike = The same has changed since. It must be given again.
sign-void-moved = Figures or the claim have changed since. It must be given again.
sign-given = { $role } by { $name }, { $day }
sign-role = As what
sign-replaces = { $role } by { $name } on { $day }: your signature takes the place of that one.
sign-name = Name
sign-name-three = As it is to stand on the report; three roles, three persons
sign-name-two = As it is to stand on the report; two persons suffice, and the report says so
sign-comment = Comment
sign-comment-hint = Stands beside the name; may stay empty
sign-do = Sign
sign-done = { $role } by { $name }.
signed-label = Figures of { $year }
signed-further = { $count ->
    [one] And { $count } further figure of the requirement, the retirement lines and the shipments.
   *[other] And { $count } further figures of the requirement, the retirement lines and the shipments.
}
signed-answers = { $count ->
    [one] And { $count } answer to CDP, as given below.
   *[other] And { $count } answers to CDP, as given below.
}

## What only a person knows

inputs-title = What only you know
inputs-text = These fields of the CDP sheets follow from no figure. They are kept with { $year }; once it is locked they stand.
inputs-optional = { $field } (optional)
inputs-leave = Leave
inputs-keep = Keep the answers
inputs-kept = The answers for { $year } are kept.

## Rule packs

rules-title = Rule packs, { $year }
rules-text = Each criterion is met, not met, unknown or not applicable, with its evidence. There is no score.
rules-pack = Rules
rules-pack-effective = { $pack }, effective { $day }
rules-criteria = Criteria of { $pack }
rules-result-met = met
rules-result-not_met = not met
rules-result-unknown = unknown
rules-result-not_applicable = not applicable
rules-units = { $met } { -itecs } met, { $failed } not met, { $unknown } unknown.
rules-units-apart = { $met } { -itecs } met, { $failed } not met, { $unknown } unknown, { $apart } not applicable.
rules-changes = What changes if these rules alone applied
rules-changes-none = Nothing.
rules-not-asked = not asked
rules-no-longer = no longer asked
rules-ask = Only you can answer
rules-question = Question of the positive list
rules-unanswered = Not answered yet
rules-all-countries = all countries
rules-country = Country
rules-country-hint = Empty for all
rules-answer = Answer
rules-keep = Keep

## Where a figure comes from

trace-text = Where this figure comes from, down to the cells and events
trace-which = Which figure
trace-rows = Rows and events behind { $figure }
trace-column-place = File, sheet, row
trace-column-item = Item
trace-column-cells = Cells as they stand
trace-place = { $sheet }, row { $row }
trace-blank = (blank)
trace-first = The first { $shown } of { $lines }. All: itec trace { $figure }
trace-column-event = Event
trace-column-day = Day
trace-column-what = What
trace-column-lots = Lots and serials
trace-column-hash = Hash
trace-event-recorded = recorded
trace-event-retired = retired
trace-event-reserved = reserved
trace-event-released = released
trace-event-listed = listed
trace-event-withdrawn = withdrawn
trace-event-transferred = transferred
trace-event-cancelled = cancelled
trace-event-expired = expired
trace-event-lot_removed = lot removed
trace-event-split = split
trace-event-adjusted = adjusted
trace-event-attached = attached
trace-event-checked = checked
trace-event-reversed = reversed
trace-event-year_locked = year locked
trace-event-year_unlocked = year unlocked
trace-event-restated = restated
trace-event-imported = imported
trace-event-replaced = replaced
trace-event-undone = undone
trace-event-weighed = weighed
trace-event-settings_changed = settings changed
trace-event-year_changed = year changed
trace-event-claim_edited = claim edited
trace-event-signed = signed
trace-event-sealed = sealed
trace-none = No line and no event stands behind it: it follows from other figures or from the settings.
