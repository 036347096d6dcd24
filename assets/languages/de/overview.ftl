### Die Übersicht: was ein Jahr braucht, was getan ist, was als Nächstes zu tun ist.

overview-title = Übersicht
overview-show = Anzeigen
overview-show-requirement = Bedarf
overview-show-emissions = Emissionen
overview-import = Importieren

## Ein Jahr ohne Import

overview-nothing-label = Bedarf { $year }
overview-nothing-title = Für { $year } ist noch nichts importiert
overview-nothing-locked = Das Jahr ist gesperrt und nimmt keinen Import an.
overview-nothing-text = Wie viele I-TECs das Jahr braucht, steht fest, sobald seine Einkäufe vorliegen: die Tabelle importieren, die der Einkauf schon hat.
overview-nothing-import = Tabelle importieren…

## Die Antwort zuerst

overview-hero-of = { $name } · Jahr { $year }
overview-hero-still-to-buy = noch zu kaufen
overview-hero-sentence = { $mass } { $hardware } erfordern { $gross } { $itecs }. Davon sind { $retired } stillgelegt und { $held } { $hold }.
overview-hero-new-hardware = neue Hardware
overview-hero-hold = im Bestand
overview-hero-on-order = { $count } weitere sind bestellt und zählen zu keiner Deckung.
overview-hero-locked = { $year } ist gesperrt und nimmt keine Änderung an.
overview-hero-purchase = Kaufen…
overview-hero-retire = Bestand stilllegen…

## Vom Bruttobedarf hinunter zu dem, was zu kaufen ist

overview-fall-title = Wie aus { $gross } noch { $remaining } werden
overview-fall-gross = Bruttobedarf
overview-fall-target = Ziel, { $percent }
overview-fall-target-note = vom Bruttobedarf, aufgerundet
overview-fall-own = Selbst erzeugt
overview-fall-own-note = { $retired } stillgelegt, { $held } im Bestand
overview-fall-to-source = Noch zu beschaffen
overview-fall-bought-retired = Gekauft, stillgelegt
overview-fall-bought-held = Gekauft, im Bestand
overview-fall-bought-held-note = im Bestand oder reserviert
overview-fall-remaining = Noch zu kaufen

## Deckung

overview-coverage = { $percent } { $coverage }, stillgelegt
overview-coverage-covered = Deckung
overview-coverage-and-held = { $percent } { $secured }
overview-coverage-secured = gesichert
overview-coverage-part-bought = Stillgelegt, gekauft
overview-coverage-part-own = Stillgelegt, selbst erzeugt
overview-coverage-part-held = Im Bestand
overview-coverage-part-to-buy = Zu kaufen

## Die Zahlen in Karten

overview-tiles = Kennzahlen
overview-deadline = Nächster Termin
overview-deadline-note = Abschluss { $year } laut Einstellungen
overview-deadline-none = Kein Abschlusstag für { $year } festgelegt
overview-expiring = Verfällt als Nächstes
overview-expiring-note = { $count ->
    [one] { $day }, in { $count } Tag
   *[other] { $day }, in { $count } Tagen
}
overview-expiring-none = Keine nutzbaren { -itecs } im Bestand
overview-weightless = Ohne Gewicht
overview-weightless-of = { overview-weightless-lines }, { overview-weightless-units }
overview-weightless-lines = { $lines ->
    [one] Zeile
   *[other] Zeilen
}
overview-weightless-units = { $units } Stück
overview-weightless-note = In keiner Summe, blockiert Bericht
overview-weightless-none = Jede Zeile hat ein Gewicht
overview-spend = Ausgaben für { $year }
overview-spend-of = von { $budget }
overview-spend-more = dazu { $amount }
overview-spend-unpriced = { $count } ohne Preis
overview-spend-over = { $over } dem Budget
overview-spend-over-amount = { $amount } über
overview-spend-left = { $amount } vom Budget übrig
overview-spend-no-budget = Kein Budget in den Einstellungen
overview-spend-none = Kein Kauf diesem Jahr zugeordnet

## Was als Nächstes zu tun ist

overview-to-do-title = Als Nächstes zu tun
overview-to-do-open = { $count } offen
overview-to-do-locked = { $year } ist gesperrt
overview-to-do-locked-text = Das Jahr nimmt keine Änderung an, also ist nichts zu tun. Sein Bericht steht unter Offenlegung; was zu berichtigen ist, wird dort entsperrt, mit einem Grund.
overview-to-do-disclosure = Offenlegung öffnen
overview-to-do-none = Nichts ist offen
overview-to-do-none-text = Jede Zeile hat ein Gewicht, und was gebraucht wird, ist stillgelegt.
overview-to-do-blocks-final = blockiert Bericht

overview-to-do-import = Einkäufe aus { $year } importieren
overview-to-do-import-detail = jede Tabelle, so wie der Einkauf sie hat
overview-to-do-import-action = Importieren…
overview-to-do-buy = { $count ->
    [one] { $count } { -itec } für { $year } kaufen
   *[other] { $count } { -itecs } für { $year } kaufen
}
overview-to-do-buy-due = bis { $day }
overview-to-do-buy-detail = was nach dem ganzen Bestand noch fehlt
overview-to-do-buy-action = Kaufen…
overview-to-do-retire = { $count } für { $year } stilllegen
overview-to-do-retire-some = { $count } davon verfallen am { $day }
overview-to-do-retire-first = die ersten davon verfallen am { $day }
overview-to-do-retire-detail = sie zählen, sobald sie stillgelegt sind
overview-to-do-retire-action = Stilllegen…
overview-to-do-weigh = { $count ->
    [one] Gewicht für { $count } Zeile
   *[other] Gewicht für { $count } Zeilen
}
overview-to-do-weigh-units = { $count } Stück, +1 { -itec } je kg
overview-to-do-weigh-detail = +1 { -itec } je kg
overview-to-do-weigh-action = Zur Liste
overview-to-do-condition = { $count ->
    [one] Zustand von { $count } Zeile bestätigen
   *[other] Zustand von { $count } Zeilen bestätigen
}
overview-to-do-condition-mass = unbekannt zählt als neu: { $mass } kg
overview-to-do-condition-detail = unbekannt zählt als neu
overview-to-do-condition-action = Prüfen
overview-to-do-issue = { $count ->
    [one] Nach { $count } noch nicht ausgegebenen { -itec } fragen
   *[other] Nach { $count } noch nicht ausgegebenen { -itecs } fragen
}
overview-to-do-issue-due = ihr Dienstleister ist am { $day } zu fragen
overview-to-do-issue-detail = wiederhergestellt und anrechenbar; sie mindern den Bedarf erst als eigene
overview-to-do-issue-action = Öffnen
overview-to-do-delivery = { $count ->
    [one] Nach { $count } bestellten { -itec } fragen
   *[other] Nach { $count } bestellten { -itecs } fragen
}
overview-to-do-delivery-due = erwartet am { $day }, nicht geliefert
overview-to-do-delivery-detail = nicht geliefert
overview-to-do-delivery-action = Öffnen
overview-to-do-export = Offenlegung { $year } exportieren
overview-to-do-export-detail = die Übersicht der Stilllegungen für die Finanzabteilung
overview-to-do-export-action = Exportieren…

## Neue Masse je Kategorie

overview-category-title = Neue Masse je Kategorie
overview-category-specific = Spezifisch
overview-category-other = Andere
overview-category-show = Anzeigen als
overview-category-chart = Grafik
overview-category-table = Tabelle
overview-category-finding = Neue Masse je Kategorie. Am schwersten: { $category } mit { $mass } kg, { $percent } von { $total } kg.
overview-category-rest = { $count ->
    [one] { $count } weitere Kategorie
   *[other] { $count } weitere Kategorien
}
overview-category-none = Noch keine Hardware in { $year }
overview-category-none-text = Importieren, was der Einkauf beschafft hat; seine Masse steht dann hier nach Kategorie.
overview-category-all = Neu gesamt
overview-category-unresolved = { $count ->
    [one] { $count } Zeile ohne Gewicht, { $units } Stück, steht in keiner Summe.
   *[other] { $count } Zeilen ohne Gewicht, { $units } Stück, stehen in keiner Summe.
}
overview-category-table-label = Neue Masse je Kategorie, Tabelle
overview-category-column-category = Kategorie
overview-category-column-lines = Zeilen
overview-category-column-no-weight = Offen
overview-category-column-units = Stück
overview-category-column-low = Unten
overview-category-column-low-hint = Unteres Ende der 90-%-Spanne der Kategorie; die Spanne aller ist enger als deren Summe
overview-category-column-high = Oben
overview-category-column-high-hint = Oberes Ende der 90-%-Spanne der Kategorie; die Spanne aller ist enger als deren Summe
overview-category-row-all = Alle

## Woher die Gewichte bekannt sind

overview-weights-title = Woher die { $weights } stammen
overview-weights-title-weights = Gewichte
overview-weights-shares = spezifisch { $specific } · andere { $other }
overview-weights-stated = Angegeben
overview-weights-table = Aus Tabellen
overview-weights-estimated = Geschätzt

## Gesellschaften

overview-entities-title = Gesellschaften
overview-entities-note = Bruttobedarf je Gesellschaft einmal aufgerundet
overview-entities-label = Gesellschaften { $year }, Tabelle
overview-entities-column-entity = Gesellschaft
overview-entities-column-lines = Zeilen
overview-entities-column-mass = Neue Masse kg
overview-entities-column-gross = Brutto
overview-entities-column-retired = Stillgelegt
overview-entities-column-coverage = Deckung
overview-entities-unnamed = Keine Gesellschaft genannt
overview-entities-all = Alle

## Alle Jahre

overview-years-title = Jahre
overview-years-base = Basisjahr { $year }
overview-years-label = Alle Jahre, Tabelle
overview-years-column-year = Jahr
overview-years-column-mass = Neue Masse kg
overview-years-column-range = Spanne kg
overview-years-column-gross = Brutto
overview-years-column-target = Ziel
overview-years-column-own = Eigene
overview-years-column-bought = Gekauft
overview-years-column-retired = Stillgelegt
overview-years-column-coverage = Deckung
overview-years-column-cost = Kosten
overview-years-column-price = Preis
overview-years-locked = Gesperrt
overview-years-unpriced = { $count } Stück haben keinen Preis und sind in keinen Kosten enthalten
overview-changes-title = Warum sich die Neumasse geändert hat, kg
overview-changes-label = Warum sich die Neumasse geändert hat, Tabelle
overview-changes-column-year = Jahr
overview-changes-column-since = Seit
overview-changes-column-change = Änderung
overview-changes-column-volume = Menge
overview-changes-column-mix = Mix
overview-changes-column-weight = Gewicht je Gerät
overview-changes-column-method = Methode

## Emissionen der Herstellung

overview-emissions-title = Emissionen aus der Herstellung der neuen Hardware { $year }
overview-emissions-none = Noch keine Emissionsfaktoren
overview-emissions-none-text = In den Einstellungen die Umrechnungsfaktoren von DEFRA/DESNZ und die Lieferkettenfaktoren der US EPA importieren, so wie sie veröffentlicht sind.
overview-emissions-by-mass = Nach Masse
overview-emissions-likely = wahrscheinlich { $range }
overview-emissions-as-weights = so genau wie die Gewichte
overview-emissions-by-spend = Nach Ausgaben, nachrangig
overview-emissions-beside = daneben, nie addiert
overview-emissions-same-lines = { $count ->
    [one] Von derselben { $count } Zeile
   *[other] Von denselben { $count } Zeilen
}
overview-emissions-same-by-mass = nach Masse
overview-emissions-same-by-spend = nach Ausgaben
overview-emissions-differ = Quellen unterscheiden sich um das Zwei- bis Sechsfache
overview-emissions-label = Emissionen nach Kategorie, Tabelle
overview-emissions-column-category = Kategorie
overview-emissions-column-lines = Zeilen
overview-emissions-column-mass = Masse kg
overview-emissions-column-factor-mass = kgCO2e je Tonne
overview-emissions-column-by-mass = Nach Masse
overview-emissions-column-range = Wahrscheinliche Spanne
overview-emissions-column-paid = Bezahlt, US-Dollar
overview-emissions-column-factor-spend = kgCO2e je Dollar
overview-emissions-column-by-spend = Nach Ausgaben
overview-emissions-factor = { $name }, { $variant }: { $factor } kgCO2e je { $unit } ({ $set }, { $cell })
overview-emissions-left-out = Nicht enthalten: { $what }.
overview-emissions-without-activity = { $count ->
    [one] { $count } Zeile hat kein Gewicht oder keinen Faktor
   *[other] { $count } Zeilen haben kein Gewicht oder keinen Faktor
}
overview-emissions-without-spend = { $count ->
    [one] { $count } Zeile hat keinen Preis, Kurs oder Faktor für Ausgaben
   *[other] { $count } Zeilen haben keinen Preis, Kurs oder Faktor für Ausgaben
}
overview-emissions-without-rate = für { $currencies } ist kein Kurs angegeben

## Wiederverwendung

overview-reuse-title = Wiederverwendung, wie der Circularity Standard sie beziffert
overview-reuse-add = Energie der Wiederherstellung…
overview-reuse-locked = { $year } ist gesperrt
overview-reuse-label = Wiederverwendung nach Lieferung, Tabelle
overview-reuse-column-shipment = Lieferung
overview-reuse-column-restored = Wiederhergestellt kg
overview-reuse-column-baseline = Vergleichsfall
overview-reuse-column-project = Projekt
overview-reuse-column-reductions = Minderungen
overview-reuse-column-process = Prozess, kgCO2e je kg
overview-reuse-all = Alle Lieferungen
overview-reuse-unknown = Projektemissionen, Minderungen und Prozessintensität stehen fest, sobald angegeben ist, was die Wiederherstellung der Hardware verbraucht hat.
overview-energy-title = Verbrauch der Wiederherstellung
overview-energy-label = Energie der Wiederherstellung, Tabelle
overview-energy-column-what = Was
overview-energy-column-amount = Menge
overview-energy-column-unit = Einheit
overview-energy-column-factor = kgCO2e je Einheit
overview-energy-column-source = Quelle
overview-energy-take-away = Entfernen
overview-energy-take-away-one = { $name } entfernen
overview-energy-taken = { $name } ist entfernt.

## Energie der Wiederherstellung, der Dialog

overview-energy-dialog-text = Ihre Emissionen sind die Projektemissionen des Standards: Menge × Faktor. Sie gehören zum Jahr { $year }.
overview-energy-field-what = Was
overview-energy-field-what-example = Strom
overview-energy-field-amount = Menge
overview-energy-field-unit = Einheit
overview-energy-field-factor = Faktor
overview-energy-factor-own = Ein anderer, mit seiner Quelle
overview-energy-factor-known = { $name }: { $factor } kgCO2e je { $unit }
overview-energy-field-kgco2e = kgCO2e je Einheit
overview-energy-field-source = Quelle
overview-energy-field-source-example = Angabe des Lieferanten 2025
overview-energy-keep = Übernehmen
overview-energy-kept = { $name } gehört jetzt zum Jahr { $year }.
