### Suche, was sich mit ihr tun lässt, die Tasten, das Glossar.

## Suche

search-title = Suchen
search-placeholder = Posten, Nummern, Zeilen, Importe, Begriffe, Befehle
search-found = Gefunden
search-none = Nichts trägt diesen Namen oder diese Nummer
search-kind-lot = Posten
search-kind-retirement = Stilllegung
search-kind-batch = Charge
search-kind-import = Import
search-lines = Zeilen mit „{ $text }“
search-lines-where = Artikel, Hersteller, Lieferant, Bestellung · { $year }
search-events = Ereignisse mit „{ $text }“

## Befehle, und was sie sind

command-screen = Ansicht
command-import = Eine Tabelle importieren
command-undo = Letzte Änderung oder letzten Import zurücknehmen
command-conditions = Unbekannte Zustände klären
command-weigh = Gewichte angeben
command-recognise = Zeilen neu erkennen
command-purchase = Einen Kauf erfassen
command-retire = Stilllegen
command-orders = Bestellungen
command-export = Offenlegung exportieren
command-verify = Arbeitsbereich prüfen
command-verify-detail = Jeder Saldo, jede Zeile, jedes Ereignis
command-print = Tabelle drucken
command-save-table = Tabelle speichern
command-save-table-detail = xlsx oder csv
command-columns = Spalten wählen
command-columns-detail = Die Tabelle dieser Ansicht
command-larger = Größer
command-smaller = Kleiner
command-usual = Übliche Größe
command-keys = Tasten
command-glossary = Glossar
command-glossary-detail = Alle Begriffe

## Die Liste der Tasten

keys-title = Tasten
keys-screens = Ansichten
keys-search = Suche und Befehle
keys-import = Eine Tabelle importieren
keys-export = Offenlegung exportieren
keys-undo = Letzte Änderung oder letzten Import zurücknehmen; in einer Prüfung die letzte Korrektur
keys-primary = Tun, wofür die Ansicht da ist
keys-back = Zurück, schließen
keys-filter = Liste filtern
keys-purchase = Einen Kauf erfassen
keys-retire = Stilllegen
keys-pane = Nächster Teil des Fensters
keys-move = In Listen bewegen
keys-open = Öffnen, anhaken
keys-correct = Eine Zelle der Prüfung korrigieren; Esc bricht ab
keys-zoom = Größer, kleiner, wie zuvor
keys-list = Diese Liste
keys-terms = Punktiert unterstrichene Wörter erklären sich selbst.

## Was auf den Tasten steht

key-Ctrl = Strg
key-Shift = Umschalt
key-Enter = Eingabe
key-Space = Leertaste
key-Arrows = Pfeile
key-Home = Pos1
key-End = Ende
key-PgUp = Bild auf
key-PgDn = Bild ab

## Das Glossar

glossary-title = Glossar
glossary-text = Die Wörter dieses Programms, jedes mit seiner Quelle
glossary-search = Begriffe suchen
glossary-placeholder = Jahrgang, Deckung, Spanne
glossary-none = Kein Begriff enthält das.
glossary-all = Alle Begriffe
