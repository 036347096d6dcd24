### Die erste Ansicht, und wer wir sind.

welcome-title = Willkommen
welcome-question = Wie viele { -itecs } erfordert die neue Hardware?
welcome-text = Die Tabelle genügt, die der Einkauf schon hat. In wenigen Minuten sind Kilogramm, { -itecs } und der verbleibende Kauf zu sehen. Nichts verlässt diesen Computer.
welcome-restore = Sicherung wiederherstellen…
welcome-drop = Tabelle der Beschaffung hier ablegen
welcome-drop-text = xlsx, xls, xlsb, ods oder csv, in jeder Sprache, samt Titelzeilen
welcome-import = Tabelle importieren…
welcome-or = oder erst einmal umsehen
welcome-setup = Organisation einrichten
welcome-setup-text = Name, Geschäftsjahr, Frist und Währung, und der Ordner für ihre Datei.
welcome-sample = Beispielfirma öffnen
welcome-sample-text = Ein ganzes Jahr mit Käufen, Abgängen und Zertifikaten. Alles darf geändert werden, es ist eine Kopie.
welcome-template = Mustermappe speichern
welcome-template-text = Ein Blatt mit Listen für Kategorie, Zustand und Einheit. Es lässt sich ohne Zuordnung importieren.
welcome-template-saved = { $file } gespeichert.
welcome-template-file = Die Mustermappe
welcome-how-count = Die Masse neuer Hardware zählen, in kg
welcome-how-net = Abziehen, was die eigenen Abgänge erzeugt haben
welcome-how-buy = Kaufen, stilllegen, und der Finanzabteilung die Übersicht geben
welcome-have = Schon ein Arbeitsbereich vorhanden?
welcome-open = Öffnen…
welcome-lately = Zuletzt: { $file } in { $folder }

## Wer wir sind

setup-title = Zur Organisation
setup-text = Einmalige Angaben. Nur der Name ist nötig; alles lässt sich in den Einstellungen ändern.
setup-organisation = Organisation
setup-organisation-hint = Der rechtliche Name, wie Register ihn führen
setup-organisation-wrong = Der Name, wie Register ihn führen
setup-entities = Einkaufende Gesellschaften
setup-entities-hint = Eine je Zeile, wenn es mehrere sind
setup-month = Beginn des Geschäftsjahres
setup-first-of = 1. { $month }
setup-closes = Diesjähriger Bericht fällig am
setup-closes-hint = Leer: keine Frist
setup-currency = Währung
setup-currency-hint = ISO 4217, für Preise und Schwellen
setup-currency-wrong = Drei Buchstaben, etwa EUR
setup-person = Eigener Name
setup-person-hint = Unter ihm führt der Verlauf, was geschieht
setup-folder = Als Nächstes wird der Ordner gewählt.
setup-choose = Ablageort wählen…
setup-done = { $organisation } ist eingerichtet. Alles lässt sich in den Einstellungen ändern.
