### The organisation's own device weights.

catalogue-title = Device weights
catalogue-import-folder = Import folder…
catalogue-import-folder-hint = A NetBox device type library: a folder of YAML files
catalogue-import = Import…
catalogue-import-hint = A workbook, a csv table, or a device type library as a zip archive
catalogue-procurement = Procurement
catalogue-empty = No weights of your own yet
catalogue-empty-text = Weights you give by hand and catalogues you import stand here, each with its source and the lines it weighs: a workbook or csv table, or a NetBox device type library as a folder or a zip archive.

## Filters

catalogue-filter = Filter devices
catalogue-search = Search devices
catalogue-placeholder = Device, source, file
catalogue-shown = { $shown } of { $devices }
catalogue-total = { $devices }, { $lines ->
    [one] { $lines } line is weighed by them
   *[other] { $lines } lines are weighed by them
}
catalogue-correct = Correct…
catalogue-withdraw = Withdraw
catalogue-choose = Choose a device
catalogue-devices = devices

## The table

catalogue-label = Devices
catalogue-column-name = Device
catalogue-column-category = Category
catalogue-column-kg = Unit kg
catalogue-column-state = State
catalogue-column-lines = Lines
catalogue-column-source = Rests on
catalogue-column-file = From
catalogue-column-day = Came
catalogue-state-doubtful = Not plausible
catalogue-state-replaced = Replaced
catalogue-state-stands = Stands
catalogue-withdrawn = { $device } withdrawn. { $lines ->
    [one] { $lines } line is
   *[other] { $lines } lines are
} weighed by what else is known; new mass of open years { $before } → { $after } kg.

## Correcting one

correct-title = Correct { $device }
correct-text = Now { $mass }, { $source }. The weight before stays listed as replaced; locked years keep theirs.
correct-mass = Weight of one
correct-mass-wrong = A weight above 0, in kg
correct-basis = It rests on
correct-basis-sheet = the maker's data sheet
correct-basis-scale = a scale
correct-basis-estimate = an estimate
correct-sheet = Data sheet
correct-sheet-placeholder = https://…, or its name and date
correct-submit = Correct it
correct-done = { $device } weighs { $mass } now; { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
} weighed anew.
