### Die Einstellungen, in der Reihenfolge der Ansicht.

settings-title = Einstellungen
settings-discard = Verwerfen
settings-save = Speichern
settings-unchanged = Nichts wurde geändert
settings-saved = Einstellungen gespeichert.

## Abschnitte neben der Ansicht

settings-section-organisation = Organisation
settings-section-entities = Gesellschaften
settings-section-years = Berichtsjahre
settings-section-target = Ziel
settings-section-weights = Gewichte
settings-section-emissions = Emissionen
settings-section-mappings = Zuordnungen
settings-section-appearance = Darstellung
settings-section-about = Über das Programm

## Organisation

organisation-name = Rechtlicher Name
organisation-name-hint = Begünstigte der Stilllegungen, wie Register sie führen
organisation-name-wrong = Bitte die Organisation nennen, wie Register sie führen.
organisation-month = Beginn des Geschäftsjahres
organisation-month-hint = Eine Zeile ohne Datum erhält das beim Import gewählte Jahr.
organisation-target = Deckungsziel
organisation-target-unit = % der Neumasse
organisation-target-hint = Je Gesellschaft und Jahr einmal auf ganze { -itecs } aufgerundet.
organisation-policy = Als wiederhergestellt gilt
organisation-policy-strict = Streng: ganze Geräte, weiterverwendet oder aufbereitet
organisation-policy-wide = Weit: auch Teile und Material
organisation-policy-hint = Reste und Deponiertes zählen nie.
organisation-scope3 = Scope-3-Kategorie sonst
organisation-scope3-goods = 1, eingekaufte Güter
organisation-scope3-capital = 2, Kapitalgüter
organisation-scope3-hint = Für Zeilen, die nichts anderes entscheidet
organisation-threshold = Kapitalgut ab einem Stückpreis von
organisation-threshold-hint = Leer: keine Schwelle
organisation-threshold-wrong = Ein Betrag, etwa 800.
organisation-currency = Währung
organisation-currency-hint = ISO 4217
organisation-currency-wrong = Drei Buchstaben, etwa EUR.
organisation-persons = Einen Bericht unterzeichnen
organisation-persons-three = Drei Personen
organisation-persons-two = Mindestens zwei Personen
organisation-persons-hint = Zwei werden auf jedem Bericht genannt.
organisation-share-wrong = Von 0 bis 100.
organisation-amount-wrong = Ein Betrag.

## Kurse

rates-title = Kurse
rates-text = Ein Preis in anderer Währung wird zum letzten Kurs vor seinem Tag verglichen; ohne Kurs erhält die Zeile die obige Kategorie
rates-from = 1 Einheit von
rates-into = ergibt in { $currency }
rates-on = Ab
rates-remove = Diesen Kurs entfernen
rates-add = Kurs hinzufügen
rates-wrong = Jeder Kurs hat eine Währung, eine Zahl und einen Tag.

## Gesellschaften

entities-text = Der Bedarf wird für jede einmal aufgerundet
entities-new = Neue Gesellschaft…
entities-column-name = Gesellschaft
entities-column-country = Land
entities-column-identifier = Kennung
entities-column-aliases = Auch geschrieben
entities-column-edit = Bearbeiten
entities-edit = Ändern…
entities-edit-one = { $entity } ändern
entities-none-met = Noch ist keine Gesellschaft aufgeführt. Diese Namen stehen in den Dateien:
entities-none = Keine Gesellschaft ist aufgeführt, und keine Datei nennt eine.
entities-met = { $rows }, nicht in der Liste
entities-met-before = { $rows }, importiert, bevor es eine Schreibweise von { $entity } war
entities-list = Aufnehmen…
entities-list-one = { $entity } aufnehmen

## Eine Gesellschaft

entity-new = Neue Gesellschaft
entity-text = Dateien, die ab jetzt importiert werden, werden mit ihren Schreibweisen gelesen. Was importiert ist, behält seinen Namen.
entity-same = Ist es eine Schreibweise einer aufgeführten?
entity-same-none = Nein, eine eigene Gesellschaft
entity-name = Name
entity-name-hint = Wie Berichte ihn nennen; begünstigt, was für sie stillgelegt wird
entity-country = Land
entity-identifier = Kennung
entity-identifier-hint = LEI oder Registernummer
entity-aliases = Auch geschrieben
entity-aliases-hint = Eine Schreibweise je Zeile; Groß- und Kleinschreibung, Leerzeichen und Akzente sind gleich
entity-remove = Von der Liste nehmen
entity-keep = Übernehmen
entity-kept-spelling = { $name } ist ab jetzt eine Schreibweise von { $entity }.
entity-kept = { $entity } ist aufgenommen.
entity-removed = { $entity } steht nicht mehr auf der Liste. Was importiert ist, behält seinen Namen.

## Berichtsjahre

years-text = Ein gesperrtes Jahr nimmt keine Änderung an
years-column-year = Jahr
years-column-state = Stand
years-column-closes = Frist
years-column-target = Ziel %
years-column-budget = Budget
years-column-gross = { -itecs } brutto
years-column-lock = Sperren
years-locked = Gesperrt
years-open = Offen
years-open-left = Offen, { $left }
years-closing-day = Frist für { $year }
years-target-of = Ziel für { $year }, Prozent
years-budget-of = Budget für { $year }
years-budget-none = keines
years-unlock = Entsperren…
years-lock = Sperren…
years-none = Jahre erscheinen mit dem ersten Import oder Kauf.

## Deckungsziel

target-title = Deckungsziel
target-text = fließt in CDP 7.54.2 und den Plan ein
target-save = Ziel übernehmen
target-path = Anteil am Bruttobedarf je Jahr, %
target-share-wrong = 0 bis 100
target-base = Basisjahr
target-base-none = keines
target-base-hint = Woran das Ziel gemessen wird
target-set-on = Festgelegt am
target-wording = Wortlaut
target-kept = Das Ziel ist übernommen.

## Gewichte

weights-text = Das Erste, was zutrifft, und die Zeile hält fest, welches
weights-row = Die Zeile selbst
weights-row-text = bei mehr als 1 % Abweichung gilt die Summe statt des Stückgewichts, mit Vermerk
weights-catalogue = Der eigene Katalog
weights-catalogue-text = nach Hersteller und Modell
weights-own_average = Das eigene Mittel
weights-own_average-text = je Kategorie, aus Zeilen mit angegebenem Gewicht
weights-default = Ähnliche Geräte
weights-default-text = Familie, dann Klasse: Boavizta 2023-02 (ODbL 1.0), NetBox-Gerätetypen (CC0 1.0) · Mittel und 90-%-Spanne
weights-in-year = in { $year }

## Emissionen

emissions-settings-text = Neben dem Bedarf, in keiner seiner Zahlen
emissions-settings-import = Faktoren importieren…
emissions-settings-imported = Die Faktoren sind importiert.
emissions-settings-on = Emissionen auf einem Reiter der Übersicht zeigen und auf ein Blatt der Arbeitsmappe schreiben
emissions-settings-shown = Emissionen stehen auf einem Reiter der Übersicht und auf einem Blatt der Arbeitsmappe.
emissions-settings-hidden = Emissionen werden nirgends gezeigt.
emissions-settings-column-set = Faktorensatz
emissions-settings-column-for = Für
emissions-settings-column-factors = Faktoren
emissions-settings-column-imported = Importiert
emissions-settings-column-change = Ändern
emissions-settings-spend = Ausgaben
emissions-settings-mass = Masse
emissions-settings-in-use = Aktiv
emissions-settings-use = Nutzen
emissions-settings-use-one = { $set } nutzen
emissions-settings-used = { $set } ist aktiv.
emissions-settings-undo = Entfernen
emissions-settings-undo-one = { $set } entfernen
emissions-settings-undone = { $set } ist entfernt.
emissions-settings-none = Noch keine. Die Umrechnungsfaktoren von DEFRA/DESNZ (Masse, Energie) und die Lieferkettenfaktoren der US EPA (Ausgaben) werden importiert, wie sie veröffentlicht sind.
emissions-settings-currency = Währung
emissions-settings-rate = In US-Dollar des Faktorenjahres
emissions-settings-keep = Übernehmen
emissions-settings-kept = Der Dollarkurs von { $currency } ist übernommen.
emissions-settings-taken = Der Kurs von { $currency } ist entfernt.
emissions-settings-no-rate = Ohne Kurs zählen Preise in anderen Währungen zu keinen Emissionen nach Ausgaben

## Gemerkte Zuordnungen

mappings-title = Gemerkte Zuordnungen
mappings-text = Gilt für die nächste Datei mit denselben Kopfzeilen
mappings-import = Zuordnung importieren…
mappings-column-file = Aus
mappings-column-kind = Was
mappings-column-supplier = Lieferant
mappings-column-columns = Spalten
mappings-column-saved = Vom
mappings-column-export = Exportieren
mappings-any-supplier = jeder
mappings-export = Export…
mappings-export-one = Zuordnung von { $file } exportieren
mappings-none = Wie eine Datei gelesen wird, wird mit ihrem Import gemerkt.
mappings-saved = { $file } gespeichert. Ein anderer Arbeitsbereich kann sie übernehmen.
mappings-saved-file = Die Zuordnung
mappings-taken = Die Zuordnung von { $file } ist gemerkt. Die nächste Datei mit ihren Kopfzeilen wird danach gelesen.

## Darstellung

settings-theme = Farbschema
settings-theme-system = System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-language = Sprache
settings-language-system = System
settings-language-hint = Befunde, Prüfungen und Berichte sind auf Englisch.
settings-numbers = Zahlen und Daten
settings-numbers-hint = Wie im System eingestellt: { $locale }
settings-keys = Tasten
settings-letters = { $one } { $two } { $three } und { $four } wirken ohne Strg
settings-letters-hint = Ausschalten, wenn Spracheingabe oder ein versehentlicher Tastendruck sie auslöst. Tasten mit Strg bleiben.

## Über das Programm

about-file = Alles liegt in dieser einen Datei.
about-file-in = Alles liegt in dieser einen Datei, in { $folder }.
about-show = Im Ordner zeigen
about-copy = Kopie speichern…
about-copied = { $file } gespeichert. Sie ist ein eigener Arbeitsbereich.
about-new = Neuer Arbeitsbereich
about-open = Anderen öffnen…
about-recent = Zuletzt
about-ledger = Das Zertifikatsbuch
about-ledger-text = Rechnet jeden Saldo und die Kette der Ereignisse nach.
about-verify = Prüfen
about-sources = Gerätegewichte: Boavizta, Stand 2023-02, ODbL 1.0. Schrift: Inter, OFL 1.1. { -itec } steht für IT Asset Reuse Certificate: ein Zertifikat, ein Kilogramm zurück im Umlauf. Es ist keine CO2-Kompensation.
