### Die Einstellungen, in der Reihenfolge der Ansicht.

## Darstellung

settings-appearance = Darstellung
settings-theme = Farbschema
settings-theme-system = System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-language = Sprache
settings-language-system = System
settings-numbers = Zahlen und Daten
settings-numbers-hint = Wie im System eingestellt: { $locale }
settings-keys = Tasten
settings-letters = { $one } { $two } { $three } und { $four } wirken ohne Strg
settings-letters-hint = Ausschalten, wenn Spracheingabe oder ein versehentlicher Tastendruck sie auslöst. Tasten mit Strg bleiben.
