### The first screen, and who we are.

welcome-title = Welcome
welcome-question = How many { -itecs } does your new hardware need?
welcome-text = Bring the spreadsheet procurement already has. You see the kilograms, the { -itecs } and what is left to buy in a few minutes. Nothing leaves this computer.
welcome-restore = Restore the snapshot…
welcome-drop = Drop your procurement spreadsheet here
welcome-drop-text = xlsx, xls, xlsb, ods or csv, in any language, with title rows and all
welcome-import = Import your spreadsheet…
welcome-or = or look around first
welcome-setup = Set up your organisation
welcome-setup-text = Its name, fiscal year, deadline and currency, and the folder that its file is kept in.
welcome-sample = Open the sample company
welcome-sample-text = A full year of purchases, retired assets and certificates. Change anything, it is a copy.
welcome-template = Save the template workbook
welcome-template-text = One sheet with lists for category, condition and unit. It imports without any mapping.
welcome-template-saved = Saved { $file }.
welcome-template-file = the template workbook
welcome-how-count = Count the mass of new hardware, in kg
welcome-how-net = Net off what your retired assets generated
welcome-how-buy = Buy, retire, and hand finance the summary
welcome-have = Have a workspace already?
welcome-open = Open it…
welcome-lately = Lately: { $file } in { $folder }

## Who we are

setup-title = Who are you?
setup-text = Asked once. Only the name is needed; all of it can be changed in Settings.
setup-organisation = Organisation
setup-organisation-hint = Its legal name, as registries print it
setup-organisation-wrong = The name, as registries print it
setup-entities = Entities that buy
setup-entities-hint = One a line, where there are several
setup-month = Fiscal year starts
setup-first-of = 1 { $month }
setup-closes = This year's report is due
setup-closes-hint = Empty: no deadline
setup-currency = Currency
setup-currency-hint = ISO 4217, of prices and thresholds
setup-currency-wrong = Three letters, such as EUR
setup-person = Your name
setup-person-hint = The history records you by it
setup-folder = You choose the folder next.
setup-choose = Choose where to keep it…
setup-done = { $organisation } is set up. Everything can be changed in Settings.
