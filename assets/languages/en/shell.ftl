### The frame around every screen.

## The bar above a screen

bar-years = Reporting year
bar-locked = Locked
bar-entity = Entity
bar-all-entities = All entities
bar-as-of = As of { $day }

## The sidebar

sidebar-welcome = Welcome
sidebar-sample = (sample)
sidebar-screens = Screens
sidebar-without-weight = { $lines ->
    [one] { $lines } line without a weight
   *[other] { $lines } lines without a weight
}
sidebar-not-verified = Not verified yet
sidebar-did-not-verify = Did not verify { $at }
sidebar-does-not-verify = Does not verify
sidebar-changed = Changed since { $at }
sidebar-verified = Verified { $at }
sidebar-verify-again = Verify checks the file as it stands now.
sidebar-chain = { $events }, head of the chain { $head }
sidebar-no-head = none yet
sidebar-head = { $events }, head { $head }
sidebar-saved = Saved on this computer
sidebar-no-workspace = No workspace yet
sidebar-stays = Everything stays on this computer.

## Around the screen

shell-content = To the content
shell-not-connected = The app is not connected to its core. Close it and start it again.
shell-drop = Drop to import
shell-drop-text = You see everything before anything is written.
shell-happened = What happened

## What is told above a screen

banner-reading = This workspace is open for reading only.
banner-elsewhere = { $person } has this workspace open on { $host } since { $since }.
banner-somebody = Somebody
banner-one-after = Work one after the other: figures that you see may be changed there.
banner-network = This workspace lies on a network drive.
banner-synced = This workspace lies in a folder that is synced.
banner-close-first = Close it before another computer opens it; a copy made while it is open may be incomplete.
banner-understood = Understood
banner-earlier = This workspace was of an earlier version and is up to date now. The file as it was is kept as { $path }
banner-show = Show in folder

## Verifying

verified-sound = Verified: { $events }, every row, balance and document checked
verified-problems = { $problems }: the file is not as it was left
verified-all = Show all { $count }
verified-remedies = What can be done
verified-undo = Undo import
verified-restore = Open the snapshot…
verified-toast = Verified: every balance, row and event is as it was left.
verified-toast-not = Something is not as it was left. The history says what.

## Going back

undo-edit = Edit { $edit } undone. { $lines ->
    [one] { $lines } line says again what it said before.
   *[other] { $lines } lines say again what they said before.
}
undo-import = Import of { $file } undone. { $rows } taken back.

## An import that is not done

draft-title = An import is not done
draft-text = Its sheets, columns, answers and corrections are kept as you left them. Nothing of it is in the workspace yet.
draft-gone = is no longer where it was. Put it back to go on.
draft-gone-toast = { $files } is no longer where it was. Put it back, or add it again by Ctrl O.
draft-discard = Discard it
draft-others = Other files…
draft-go-on = Go on

## Locking a year

lock-title = Lock { $year }
lock-title-unlock = Unlock { $year }
lock-text = It takes no change any more: no line, no retirement, no other target. Its figures are written down as they are now.
lock-text-unlock = It can be changed again. Your reason stays on record, and locking it again records every figure that differs.
lock-why = Why
lock-say-why = Say why
lock-open = Year { $year } is open.
lock-locked = Year { $year } is locked.
lock-restated = Year { $year } is locked and restated: { $figures }.

## The table's tools

tools-label = Table of { $what }
tools-columns = Columns…
tools-excel = Export as Excel…
tools-csv = Export as csv…
tools-print = Print…
tools-saved = Saved { $file }.
tools-columns-of = Columns of { $what }
tools-columns-text = Ticked columns are shown as far as there is room for them, in this order. Remembered on this computer.
tools-left = { $column } further left
tools-right = { $column } further right
tools-as-it-was = As it was
tools-done = Done
tools-first = The first { $shown } of { $rows } rows.
