### Der Plan: Szenarien, Treiber, was in welchem Jahr zu kaufen ist, und Bestellungen.

## Die Ansicht

plan-title = Plan
plan-context = { $first }–{ $last }: { $needed } nötig, { $buy } zu kaufen
plan-context-open = { $year }: { $required } Bedarf, { $retired } stillgelegt, { $remaining } offen
plan-entity = Gesellschaft
plan-entities-all = Alle Gesellschaften
plan-new = Szenario
plan-more = Mehr zu { $scenario }
plan-adopt = Beschließen
plan-adopted = { $scenario } ist der geltende Plan.
plan-copy = Kopieren…
plan-rename = Umbenennen…
plan-delete = Löschen
plan-delete-of-record = es ist der geltende Plan
plan-deleted = { $scenario } gelöscht.
plan-restored = { $scenario } ist wieder da.
plan-kept = Die Treiber von { $scenario } sind gespeichert.
plan-stale = { $count ->
    [one] Seit { $scenario } seine Grundlagen übernahm, hat sich { $count } Grundlage geändert; die Zahlen unten sind von heute.
   *[other] Seit { $scenario } seine Grundlagen übernahm, haben sich { $count } Grundlagen geändert; die Zahlen unten sind von heute.
}
plan-refresh = Heutige Grundlagen übernehmen
plan-refreshed = { $scenario } hat die heutigen Grundlagen.
plan-leave = Abbrechen
plan-scenarios = Szenarien
plan-history = Nur Vergangenheit
plan-history-inside = nur Vergangenheit
plan-recomputed = jede Zelle lässt sich in der Arbeitsmappe nachrechnen
plan-workbook = Arbeitsmappe
plan-written = Der Plan steht in { $file }.

## Der Name eines Szenarios

scenario-new-title = Neues Szenario
scenario-new-text = Speichert die Treiber unter einem Namen, wie sie jetzt stehen.
scenario-new-do = Szenario anlegen
scenario-copy-title = { $scenario } kopieren
scenario-copy-text = Die Kopie beginnt mit denselben Treibern.
scenario-copy-do = Kopieren
scenario-copy-name = { $scenario }, Kopie
scenario-rename-title = { $scenario } umbenennen
scenario-rename-text = Bestellungen, die seine Zeilen ausführen, behalten den alten Namen.
scenario-rename-do = Umbenennen
scenario-name = Name

## Die Karte eines Szenarios

scenario-path = { $percent } der Neumasse
scenario-to-buy = { $count ->
    [one] Zu kaufen, { $count } Jahr
   *[other] Zu kaufen, { $count } Jahre
}
scenario-cost = Kosten
scenario-open = und { $units } für { $year }
scenario-no-price = Noch kein Preis
scenario-within = Im Budget
scenario-no-budget = Kein Budget
scenario-over = Über Budget { $years }
scenario-missing = { $units } fehlen
scenario-of-record = Geltend
scenario-stale = Veraltet

## Treiber

drivers-title = Treiber
drivers-reset = Zurücksetzen
drivers-keep = Speichern…
drivers-growth = Hardware-Wachstum
drivers-refurbished = Aufbereitet { $year }
drivers-weight = Gewicht je Gerät
drivers-yield = ITAD-Ausbeute { $year }
drivers-price = Preis { $year }
drivers-was = bisher { $value }
drivers-a-year = im Jahr
drivers-path = Deckungspfad, %
drivers-path-hint = Anteil der Neumasse
drivers-all = Alle Treiber
drivers-from-history = Vergangenheit: { $value }
drivers-hint = Ein Wert, je Jahr einer mit Kommas getrennt oder erster..letzter. Leer gelassen gilt wieder die Vergangenheit.
driver-years = Geplante Jahre
driver-growth = Hardware-Wachstum, % im Jahr
driver-refurbished = Anteil aufbereitet, %
driver-weight = Gewicht je Gerät, % im Jahr
driver-retired = Ausgemusterte Hardware, kg im Jahr
driver-yield = ITAD-Ausbeute, %
driver-issue_lag = Monate von Lieferung bis Ausgabe
driver-sold = Eigene Einheiten verkauft, %
driver-target = Ziel, % vom Bruttobedarf
driver-price = Preis je Stück
driver-currency = Währung
driver-budget = Budget im Jahr
driver-years_ahead = Jahre im Voraus kaufbar
driver-minimum_order = Mindestbestellung
driver-lot_size = Losgröße
driver-earliest_vintage = Frühester Jahrgang
driver-name-part = { $driver }: { $part }

## Was die Kosten bewegt

outlook-title = Was die Kosten am stärksten bewegt
outlook-unit = { $count ->
    [one] Tsd. { $currency } in { $count } Jahr, je einzeln
   *[other] Tsd. { $currency } in { $count } Jahren, je einzeln
}
outlook-step-refurbished = Aufbereitet ±5 Pp.
outlook-step-price = Preis ±10 %
outlook-step-yield = ITAD-Ausbeute ±5 Pp.
outlook-step-growth = Wachstum ±1 Pp.
outlook-step-weight = Gewicht ±1 Pp.
outlook-swing = { $less } weniger, { $more } mehr
outlook-range = Wahrscheinliche Spanne
outlook-to-buy = Zu kaufen
outlook-cost = Kosten
outlook-missing = Fehlt bei knappem Kauf
outlook-dearer = Mehrkosten bei reichlichem Kauf

## Diagramme

chart-as = { $chart } zeigen als
chart-chart = Grafik
chart-table = Tabelle
chart-more = Mehr zu { $chart }
chart-save = Bild speichern, { $format }…
chart-save-table = als Tabelle gezeigt
chart-saved = Bild gespeichert als { $file }.
chart-years = { -itecs } nach Jahr
chart-years-table = { -itecs } nach Jahr und Quelle
chart-years-finding = { -itecs } nach Jahr und Quelle: { $years }
chart-years-finding-one = { $year } braucht { $needed }, davon { $buy } zu kaufen
chart-year = Jahr
chart-retired = Stillgelegt
chart-self-generated = Selbst erzeugt
chart-own = Eigene
chart-held = Im Bestand
chart-carried = Übertrag
chart-ordered = Bestellt
chart-to-buy = Zu kaufen
chart-missing = Fehlt
chart-cost = Kosten/Jahr
chart-cost-table = Kosten im Jahr nach Szenario
chart-cost-finding = Kosten im Jahr nach Szenario: { $scenarios }
chart-cost-finding-one = { $scenario } insgesamt { $cost }
chart-million = Mio. { $currency }
chart-budget = Budget

## Der Plan nach Jahren

plan-years-label = Der Plan nach Jahren, Tabelle
plan-years-column-year = Jahr
plan-years-column-mass = Neumasse kg
plan-years-column-target = Ziel
plan-years-column-needed = Benötigt
plan-years-column-likely = Spanne
plan-years-column-retired = Stillgelegt
plan-years-column-own = Eigene
plan-years-column-carried = Übertrag
plan-years-column-ordered = Bestellt
plan-years-column-to-buy = Zu kaufen
plan-years-column-price = Preis
plan-years-column-cost = Kosten { $currency }
plan-years-column-budget = Restbudget
plan-years-column-expired = Verfallen
plan-years-passed = vergangen: was gekauft wurde, nicht geplant
plan-years-missing = +{ $units } fehlen
plan-years-sum = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
plan-years-sum-with = mit { $years }
plan-years-lines = Was zu kaufen ist, und warum
plan-years-line-buy = { $units } kaufen: { $because }
plan-years-line-order = Bestellen…
plan-years-line-more = Mehr zu { $year }
plan-years-line-purchase = Kauf erfassen…
plan-years-line-reserve = Einheiten eines Postens reservieren…

## Eigene Zertifikate

own-title = Eigene Zertifikate: halten oder verkaufen
own-all-held = alle bleiben im Bestand
own-to-sell = { $units } zu verkaufen
own-proceeds = { $year }: { $amount } Erlös
own-table = Eigene Zertifikate, Tabelle
own-column-lot = Posten
own-column-vintage = Jahrgang
own-column-units = Einheiten
own-column-intent = Am Posten vorgesehen
own-column-choice = In diesem Plan
own-column-price = Stückpreis { $currency }
own-column-proceeds = Erlös { $currency }
own-intent-hold = halten
own-intent-sell = verkaufen
own-intent-undecided = offen
own-choice = Was aus { $lot } wird
own-hold = Halten
own-sell = Verkaufen
own-price = Stückpreis von { $lot }

## Plan und Ist

actual-title = Plan und Ist
actual-none-by = bis Ende { $year } wurde kein Plan beschlossen
actual-none = noch kein Plan beschlossen
actual-adopted = { $scenario }, beschlossen { $day }
actual-year = Jahr
actual-table = Plan und Ist, Tabelle
actual-so-far = { $year }, bisher
actual-planned = Plan
actual-actual = Ist
actual-difference = Abweichung
actual-mass_kg_new = Neumasse, kg
actual-gross = Brutto
actual-needed = Benötigt
actual-own = Eigene Einheiten ausgegeben
actual-bought = Gekauft
actual-cost = Kosten { $currency }
actual-price = Preis je Stück { $currency }
actual-retired = { $retired } dafür stillgelegt, { $remaining } noch zu kaufen.
actual-bought-on = Gekauft { $when }.
actual-unpriced = { $count ->
    [one] { $count } Einheit hat keinen Preis, daher ohne Kosten.
   *[other] { $count } Einheiten haben keinen Preis, daher ohne Kosten.
}
actual-order = { $order }: { $delivered } von { $quantity } geliefert.
actual-order-in-time = { $order }: { $delivered } von { $quantity } geliefert, pünktlich.
actual-order-late = { $count ->
    [one] { $order }: { $delivered } von { $quantity } geliefert, { $count } Tag zu spät.
   *[other] { $order }: { $delivered } von { $quantity } geliefert, { $count } Tage zu spät.
}

## Bestellungen

orders-title = Bestellungen
orders-on-order = { $units } { -itecs } bestellt, in keiner Deckung
orders-place = Bestellung
orders-none = Zertifikate, die gekauft sind, bevor sie Seriennummern haben, stehen hier bis zur Lieferung.
orders-column-order = Bestellung
orders-column-state = Zustand
orders-column-seller = Verkäufer
orders-column-vintage = Jahrgang
orders-column-ordered = Bestellt
orders-column-delivered = Geliefert
orders-column-open = Offen
orders-column-expected = Erwartet
orders-column-actions = Aktionen
orders-overdue = Überfällig
orders-state-ordered = Bestellt
orders-state-part_delivered = Teilweise geliefert
orders-state-delivered = Geliefert
orders-state-cancelled = Storniert
orders-deliver = Geliefert…
orders-more = Mehr zu { $order }
orders-expect = An einem anderen Tag erwarten…
orders-attach = Dokument anhängen…
orders-attached = An { $order } angehängt.
orders-save = { $file } speichern…
orders-saved = { $file } gespeichert.
orders-cancel = Rest stornieren…
orders-nothing-open = nichts ist offen
orders-expect-title = { $order } an einem anderen Tag erwarten
orders-expect-text = { $open } von { $quantity } sind offen.
orders-expect-on = Erwartet am
orders-expect-do = Tag übernehmen
orders-expected = { $order } wird { $day } erwartet.
orders-cancel-title = Rest von { $order } stornieren
orders-cancel-text = { $open } von { $quantity } sind offen. Was geliefert ist, bleibt.
orders-cancel-why = Warum
orders-cancel-do = Rest stornieren
orders-cancelled = Der Rest von { $order } ist storniert.

## Eine neue Bestellung

order-title = Bestellung aufgeben
order-text = Eine Bestellung ist kein Zertifikat: Bis zur Lieferung steht sie neben dem, was offen ist, in keiner Deckung.
order-seller = Verkäufer
order-quantity = Menge
order-registry = Register, falls bekannt
order-vintage = Jahrgang
order-price = Preis je Stück
order-currency = Währung
order-number = Bestellnummer
order-expected = Erwartet am
order-wrong = Menge und Jahrgang sind ganze Zahlen.
order-do = Bestellung aufgeben
order-placed = Bestellung { $order } aufgegeben.

## Eine Lieferung

delivery-title = Lieferung zu { $order }
delivery-text = { $open } von { $quantity } sind offen. Verkäufer, Preis und Bestellnummer kommen aus der Bestellung.
delivery-registry = Register
delivery-prefix = Präfix der Seriennummern
delivery-on = Geliefert am
delivery-on-hint = Heute, wenn leer
delivery-first = Erste Seriennummer
delivery-last = Letzte Seriennummer
delivery-last-hint = { $units } Zertifikate
delivery-wrong = Seriennummern und Jahrgang sind ganze Zahlen.
delivery-do = Lieferung erfassen
delivery-done = { $units } aus { $order } sind im Zertifikatsbuch.

## Einheiten für ein Jahr

reserve-title = Für { $year } reservieren
reserve-text = Reservierte Einheiten warten auf { $year } und dienen keinem anderen Jahr. Der Plan zählt sie zuerst.
reserve-none = Kein Posten hat freie Einheiten, die { $year } nutzbar sind.
reserve-lot = Posten
reserve-lot-choice = { $lot }, Jahrgang { $vintage }, { $units } im Bestand
reserve-lot-hint = nutzbar bis { $day }
reserve-quantity = Wie viele
reserve-quantity-hint = von { $units } im Bestand; { $wanted } { -itecs } sind für { $year } zu kaufen
reserve-do = Reservieren
reserve-done = { $units } von { $lot } sind für { $year } reserviert.
