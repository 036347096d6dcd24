### The settings, in the order of the screen.

## Appearance

settings-appearance = Appearance
settings-theme = Theme
settings-theme-system = System
settings-theme-light = Light
settings-theme-dark = Dark
settings-language = Language
settings-language-system = System
settings-numbers = Numbers and dates
settings-numbers-hint = As the system has them: { $locale }
settings-keys = Keys
settings-letters = { $one } { $two } { $three } and { $four } work without Ctrl
settings-letters-hint = Turn this off where speech input or a stray key would set them off. Keys with Ctrl stay.
