### Zertifikate: die Posten, was sich mit ihnen tun lässt und was sie nachweist.

## Die Ansicht

certificates-title = Zertifikate
certificates-calendar = Was wann verfällt
certificates-reconcile = Abgleichen…
certificates-reconcile-title = Einen Registerauszug mit dem Zertifikatsbuch vergleichen
certificates-purchase = Kauf…
certificates-retire = Stilllegen…
certificates-retire-none = Keine nutzbaren Einheiten
certificates-retire-nothing = Es gibt nichts stillzulegen: Kein Posten hat nutzbare Einheiten.
certificates-leave = Abbrechen
certificates-empty-title = Noch keine Zertifikate
certificates-empty-text = Erfassen, was gekauft wurde oder was aus eigenen ausgemusterten Geräten entstanden ist. Ein { -itec } steht für 1 kg.
certificates-empty-purchase = Kauf erfassen…

## Einheiten aller Posten

certificates-units-usable = Nutzbar
certificates-units-retired = Stillgelegt insgesamt
certificates-units-listed = Angeboten, verkauft
certificates-units-expired = Verfallen, Verlust
certificates-units-cancelled = Annulliert
certificates-units-all = In allen Posten

## Geld

money-label = Geld
money-retired = Stilllegung, { $year }
money-held = Kosten des Bestands
money-held-until = nutzbar bis { $year }
money-expired = Durch Verfall verloren
money-expired-in = { $units } in { $year }
money-sold = Erlös, { $year }
money-spend = Ausgaben, { $year }
money-each = { $amount } je Stück
money-unpriced = { $units } ohne Preis
money-own = { $units } eigene ohne Kosten
money-budget = Budget { $amount }
money-budget-left = { $amount } übrig
money-budget-over = { $amount } darüber
money-budget-none = kein Budget festgelegt

## Nach Jahrgang

vintages-title = Nach { $vintage }
vintages-vintage = Jahrgang
vintages-key-retired = Stillgelegt
vintages-key-held = Im Bestand, reserviert
vintages-key-listed = Angeboten
vintages-key-sold = Verkauft
vintages-key-expired = Verfallen
vintages-units = Einheiten nach Zustand
vintages-until = Nutzbar bis
vintages-lost = { $units } verloren
vintages-finding = Einheiten nach Jahrgang: { $vintages }.
vintages-finding-one = { $vintage }: { $units } Einheiten, davon { $usable } nutzbar bis { $day }

## Posten

lots-label = Posten
lots-filter = Posten filtern
lots-search = Posten suchen
lots-search-hint = Posten, Seriennr., Projekt
lots-filter-class = Klasse
lots-filter-state = Zustand
lots-filter-origin = Herkunft
lots-filter-all = alle
lots-filter-unproven = Eigene, nicht nachgewiesen
lots-state-held = Im Bestand
lots-state-reserved = Reserviert
lots-state-listed = Angeboten
lots-state-transferred = Verkauft
lots-state-retired = Stillgelegt
lots-state-expired = Verfallen
lots-hidden = { $number } ausgeblendet
lots-list-several = { $number } Posten zum Verkauf anbieten…
lots-tools = Posten
lots-none = Kein Posten passt.
lots-show-all = Alle Posten zeigen
lots-column-lot = Posten
lots-column-origin = Herkunft
lots-column-vintage = Jahrgang
lots-column-expires = Verfällt
lots-column-supplier = Lieferant
lots-column-quantity = Menge
lots-column-held = Bestand
lots-column-reserved = Reserve
lots-column-listed = Angebot
lots-column-transferred = Verkauft
lots-column-retired = Stillgelegt
lots-column-expired = Verfall
lots-unproven = Eigentum nicht nachgewiesen
lots-unproven-hint = { $lot }: Nichts weist nach, dass er uns gehört
lots-copy-serials = Seriennummern kopieren
lots-list-one = Zum Verkauf anbieten…
lots-list-nothing = Der Posten enthält nichts, was angeboten werden könnte.
lots-list-nothing-of = Keiner der { $number } Posten enthält etwas, was angeboten werden könnte.

## Ein Posten

lot-label = Posten { $lot }
lot-close-label = Posten schließen
lot-facts = Angaben und Verlauf
lot-reserved-for = Reserviert für { $year }
lot-bundled = Gebündelt
lot-unproven = Eigentum nicht nachgewiesen
lot-retired = Stillgelegt
lot-expired = Stillgelegt (verfallen)
lot-serials = Serien-Nr.
lot-serials-from = { $first } bis { $last }
lot-units = Einheiten
lot-registry = Register
lot-vintage = Jahrgang
lot-expires = Nutzbar bis
lot-origin = Herkunft
lot-cost = Kosten
lot-cost-at = { $cost } zu je { $price }
lot-traded = Gehandelt
lot-delivered = Geliefert
lot-order-number = Bestell-Nr.
lot-intent = Vorgesehen
lot-project = Projekt
lot-facility = Anlage
lot-batch = Charge
lot-batch-class = { $batch }, eine Klasse
lot-country = Land
lot-entity = Gesellschaft
lot-carbon = CO2
lot-carbon-attribute = { $tonnes } tCO2e, Merkmal
lot-factors = Faktoren
lot-method = Methodik
lot-verified = Verifiziert durch
lot-eligible = Geeignet für
lot-custody = Nachweis{ "\u00AD" }kette
lot-link = Link
lot-checked = Abgeglichen
lot-checked-on = { $day }, stimmt mit dem Register überein
lot-split-from = Geteilt aus
lot-ranges = Wo seine Seriennummern sind
lot-state-held = Im Bestand
lot-state-reserved = Reserviert
lot-state-listed = Angeboten
lot-state-transferred = Übertragen
lot-state-retired = Stillgelegt
lot-state-expired = Verfallen
lot-state-cancelled = Annulliert
lot-state-year = { $state } für { $year }
lot-life = Verlauf dieses Postens
lot-life-expires = Verfällt ohne Stilllegung
lot-life-expires-on = { $day } · { $number } { $unit }
lot-life-recorded = , erfasst { $day }
lot-life-event = Ereignis { $number }
lot-life-reverse = { $retirement } rückgängig machen…
lot-retire = Stilllegen…
lot-split = Teilen…
lot-more = Mehr zu { $lot }
lot-no-units = keine Einheiten

## Nachweise eines Postens

evidence-title = Nachweise
evidence-lacking = Ein Bericht darüber kann nicht endgültig werden. Mit dem Registerauszug abgleichen oder Dokumente anhängen, die seine Seriennummern abdecken.
evidence-unstated = Ohne Angabe, was es ist
evidence-proves = { $document }, weist nach: { $what }
evidence-by = von { $issuer }
evidence-covers = deckt { $covered } ab
evidence-batch = Charge { $batch }
evidence-save = { $file } speichern
evidence-saved = { $file } gespeichert.
evidence-attach = Anhängen…
attach-title = Nachweis anhängen · { $lot }
attach-text = Ein Dokument weist die Seriennummern nach, die es abdeckt, und keine anderen. Eine hier importierte Datei ist unsere eigene Tabelle und weist kein Eigentum nach.
attach-kind = Was es ist
attach-issuer = Ausgestellt von
attach-date = Datum
attach-covers = Es deckt ab
attach-covers-serials = Seriennummern
attach-covers-batch = Charge { $batch }
attach-serials = Abgedeckte Seriennummern
attach-serials-hint = Der Posten hat { $serials }; mehrere Nummernbereiche durch Komma getrennt
attach-serials-missing = Angeben, welche Seriennummern es abdeckt
attach-choose = Datei wählen…
attach-done = { $file } hängt an { $lot }; eine Kopie liegt im Arbeitsbereich.

## Was sich mit einem Posten tun lässt

lot-action-reserve = Einheiten reservieren
lot-action-reserve-text = Reservierte Einheiten warten auf ein Berichtsjahr und dienen keinem anderen.
lot-action-reserve-do = Reservieren
lot-action-release = Einheiten freigeben
lot-action-release-text = Sie sind wieder im Bestand, frei für jedes Jahr.
lot-action-release-do = Freigeben
lot-action-list = Zum Verkauf anbieten
lot-action-list-text = Angebotene Einheiten mindern nie einen Bedarf.
lot-action-list-do = Anbieten
lot-action-withdraw = Vom Verkauf zurückziehen
lot-action-withdraw-text = Sie sind wieder im Bestand.
lot-action-withdraw-do = Zurückziehen
lot-action-transfer = Übertragen
lot-action-transfer-text = Angebotene Einheiten gehen zuerst. Was übergeben ist, kommt nicht von selbst zurück. Den Preis leer lassen, wenn er nicht bekannt ist.
lot-action-transfer-do = Übertragen
lot-action-cancel = Einheiten annullieren
lot-action-cancel-text = Für Einheiten, die falsch erfasst wurden oder die das Register zurückgenommen hat. Das bleibt verzeichnet.
lot-action-cancel-do = Annullieren
lot-action-split = Posten teilen
lot-action-split-text = Zwei Posten mit neuen Kennungen treten an seine Stelle. Jede Einheit bleibt, wo sie ist.
lot-action-split-do = Teilen
lot-action-correct = Angabe berichtigen
lot-action-correct-text = Was es war, was es ist und warum, bleibt verzeichnet. Seriennummern und Menge werden nie berichtigt.
lot-action-correct-do = Berichtigen
lot-action-reverse = Stilllegung rückgängig machen
lot-action-reverse-text = Nur, wenn das Register sie rückgängig gemacht hat. Ihre Zertifikate sind wieder im Bestand; ihre Nummer wird nie wieder vergeben.
lot-action-reverse-do = Rückgängig machen
lot-action-title = { $action } · { $what }
lot-action-item = { $action }…
lot-action-quantity = Wie viele
lot-action-quantity-hint = von { $units }
lot-action-year = Für das Jahr
lot-action-at = Erste Seriennummer des oberen Teils
lot-action-at-hint = { $first } bis { $last }
lot-action-fact = Angabe
lot-action-value = Was es ist
lot-action-value-hint = Leer entfernt sie; Tage wie 2026-06-16
lot-action-price = Preis je Stück
lot-action-price-hint = 0, wenn verschenkt
lot-action-currency = Währung
lot-action-currency-hint = Zum Beispiel EUR
lot-action-on = Wann es geschah
lot-action-on-hint = Erfasst wird heute
lot-action-to = Wer sie erhält
lot-action-why = Warum
lot-action-letter = Schreiben oder Zeichen des Registers
lot-action-final = Das lässt sich nicht zurücknehmen.
lot-action-final-text = Die Einheiten gehen für immer ab, und es bleibt verzeichnet.
lot-action-missing-quantity = Angeben, wie viele
lot-action-missing-free = Nur { $units } sind dafür frei
lot-action-missing-serial = Eine Seriennummer von { $first } bis { $last } nennen
lot-action-missing-receiver = Angeben, wer sie erhält
lot-action-missing-currency = Angeben, in welcher Währung der Preis gilt
lot-action-missing-letter = Das Schreiben des Registers nennen
lot-action-missing-reason = Angeben, warum
lot-action-split-done = { $lot } ist jetzt { $first } und { $second }.
lot-action-correct-done = { $lot } berichtigt.
lot-action-reverse-done = { $count ->
    [one] { $retirement } rückgängig gemacht, { $count } Einheit ist wieder im Bestand.
   *[other] { $retirement } rückgängig gemacht, { $count } Einheiten sind wieder im Bestand.
}
lot-action-moved = { $kind ->
    [reserved] { $units } von { $lot } reserviert.
    [released] { $units } von { $lot } freigegeben.
    [listed] { $units } von { $lot } zum Verkauf angeboten.
    [withdrawn] { $units } von { $lot } vom Verkauf zurückgezogen.
    [transferred] { $units } von { $lot } übertragen.
    [cancelled] { $units } von { $lot } annulliert.
   *[other] { $units } von { $lot }: { $kind }.
}

## Mehrere Posten zum Verkauf

list-title = { $count } Posten zum Verkauf anbieten
list-text = Von jedem alles, was im Bestand ist. Angebotene Einheiten mindern nie einen Bedarf; sie lassen sich wieder zurückziehen.
list-listed = angeboten
list-on = Wann es geschah
list-on-hint = Erfasst wird heute
list-partly = { $count ->
    [one] { $count } Posten ist angeboten; die anderen sind unverändert.
   *[other] { $count } Posten sind angeboten; die anderen sind unverändert.
}
list-do = { $units } anbieten
list-done = { $units } Einheiten aus { $count } Posten sind zum Verkauf angeboten.

## Was wann verfällt

calendar-title = Was wann verfällt
calendar-text = Nutzbare { -itecs }, Stand { $day }. Was bis zum letzten nutzbaren Tag nicht stillgelegt ist, ist verloren.
calendar-none = Kein nutzbares Zertifikat im Bestand.
calendar-column-day = Letzter nutzbarer Tag
calendar-column-in = In
calendar-column-lots = Posten
calendar-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tagen
}
calendar-more = und { $number } weitere

## Ein Kauf

purchase-title = Zertifikate erfassen
purchase-text = Was das Register angibt, als ein Block von Seriennummern. Dasselbe Zertifikat lässt sich nicht zweimal erfassen.
purchase-class = Klasse
purchase-class-itec = 1 Zertifikat = 1 kg
purchase-class-other = Deckt keinen Bedarf
purchase-origin = Herkunft
purchase-origin-purchased = Gekauft
purchase-origin-self-generated = Selbst erzeugt
purchase-origin-transferred-in = Übernommen
purchase-registry = Register
purchase-registry-missing = Das Register nennen.
purchase-vintage = Jahrgang
purchase-vintage-hint = Jahr der Tätigkeit
purchase-vintage-wrong = Ein Jahr, etwa 2025.
purchase-serials = Seriennummern
purchase-prefix = Präfix
purchase-none = keines
purchase-first = Erste Seriennummer
purchase-last = Letzte Seriennummer
purchase-serial-wrong = Eine ganze Zahl.
purchase-last-wrong = Nicht unter der ersten.
purchase-quantity = Menge
purchase-trade = Handel
purchase-price = Preis je Stück
purchase-price-own = Eigene Einheiten kosten nichts
purchase-price-wrong = Ein Betrag, etwa { $example }.
purchase-currency = Währung
purchase-currency-wrong = Drei Buchstaben, etwa EUR.
purchase-provider = ITAD-Dienstleister
purchase-seller = Verkäufer
purchase-cost = Kosten
purchase-date = Handelstag
purchase-date-hint = Tag, Monat als Wort, Jahr
purchase-expires = Nutzbar bis
purchase-expires-day = { $day }, wenn leer
purchase-expires-usual = Jahrgang + 3, wenn leer
purchase-batch = Charge
purchase-batch-hint = Verbindet eigene Einheiten mit ihrer Lieferung
purchase-entity = Gesellschaft
purchase-entity-hint = die Organisation
purchase-project = Projekt
purchase-facility = Anlage
purchase-country = Land
purchase-bundled = Mit dem Gerät gekauft, deckt nie Neumasse
purchase-more = Was Register und Vertrag dazu sagen
purchase-further = Weitere Angaben
purchase-order = Bestellnummer
purchase-delivery = Geliefert am
purchase-intent = Vorgesehen
purchase-baseline = Vergleichsfall
purchase-baseline-unknown = Nicht bekannt
purchase-methodology = Version der Methodik
purchase-verifier = Prüfstelle
purchase-verified = Verifizierungsbericht vom
purchase-factors = Emissionsfaktoren aus
purchase-tco2e = Auf alle zusammen
purchase-tco2e-wrong = Eine Zahl, etwa { $example }.
purchase-eligibility = Geeignet für
purchase-custody = Nachweiskette
purchase-status = Stand im Register
purchase-excess = Warum gegebenenfalls mehr, als die Charge wiederhergestellt hat
purchase-link = Link beim Register
purchase-past = Der letzte nutzbare Tag, { $day }, ist vorbei.
purchase-past-text = Diese { $unit } lassen sich erfassen, aber nicht mehr stilllegen.
purchase-ready = { $units } { $unit } von { $registry }
purchase-missing = Nötig: Register, Jahrgang, beide Seriennummern
purchase-do = { $units } erfassen
purchase-do-none = Erfassen
purchase-done = { $count ->
    [one] { $count } Einheit erfasst als { $lot }, nutzbar bis { $day }.
   *[other] { $count } Einheiten erfasst als { $lot }, nutzbar bis { $day }.
}

## Eine Stilllegung

retire-title = { -itecs } stilllegen
retire-text = Eine Stilllegung ist endgültig. Nur mit einem Nachweis des Registers lässt sie sich rückgängig machen, als neues Ereignis.
retire-quantity = Wie viele
retire-quantity-hint = von { $units } nutzbaren
retire-quantity-wrong = Eine ganze Zahl über 0.
retire-quantity-over = { $units } mehr, als nutzbar sind.
retire-year = Für das Jahr
retire-year-hint = offen, brutto { $units }
retire-entity = Gesellschaft
retire-entity-hint = die Organisation
retire-purpose = Zweck
retire-purpose-offered = Deckung neuer IT-Hardware, gekauft { $year }
retire-beneficiary = Begünstigte, wie das Register sie nennt
retire-beneficiary-missing = Die Begünstigte nennen.
retire-country = Deren Land
retire-identifier = Deren Nummer
retire-identifier-hint = LEI oder Handelsregister
retire-on = Stillgelegt im Register am
retire-on-hint = Erfasst wird heute
retire-reference = Zeichen des Registers
retire-reference-hint = noch keines
retire-link = Link beim Register
retire-link-hint = keiner
retire-lots-first = Was zuerst verfällt, zuerst
retire-lots-order = dann ältester Jahrgang, dann geringste Kosten
retire-lots-chosen = Posten von Hand gewählt
retire-lots-why = unten begründen
retire-lots-choose = Posten selbst wählen…
retire-lots-back = Zurück zur Reihenfolge
retire-lots-label = Posten für die Stilllegung
retire-column-lot = Posten
retire-column-day = Letzter Tag
retire-column-serials = Seriennummern
retire-column-usable = Nutzbar
retire-column-retire = Stilllegen
retire-column-why = Warum
retire-lot-quantity = Aus { $lot } stilllegen
retire-why-expires_first = Verfällt zuerst
retire-why-expires_next = Verfällt als Nächstes
retire-why-older_vintage = Gleicher Tag, älterer Jahrgang
retire-why-newer_vintage = Gleicher Tag, jüngerer Jahrgang
retire-why-own_no_cost = Gleicher Tag, eigene ohne Kosten
retire-why-lowest_cost = Gleicher Tag, geringste Kosten
retire-why-higher_cost = Gleicher Tag, teurer
retire-why-same_cost = Gleicher Tag, gleiche Kosten, nach Kennung
retire-why-chosen = Gewählt
retire-why-not_needed = Nicht nötig
retire-level = Ebene der Aussage
retire-level-hint = Zertifikate allein werden getrennt vom physischen Inventar berichtet. Die Ebene der Tätigkeit verlangt gebündelte Geräte.
retire-because = Begründung für die Ebene der Aussage oder die gewählten Posten
retire-remains = Was für { $year } bleibt
retire-remains-coverage = Deckung { $before } jetzt, { $after } danach
retire-remains-retired = Stillgelegt
retire-remains-this = Diese Stilllegung
retire-remains-held = Im Bestand
retire-remains-to-buy = Zu kaufen
retire-remains-required = von { $units } Bedarf
retire-confirm = Mir ist klar, dass diese { $units } { -itecs } nicht noch einmal nutzbar sind.
retire-missing-quantity = Angeben, wie viele
retire-missing-beneficiary = Die Begünstigte nennen
retire-missing-because = Eine Begründung geben
retire-missing-lots = Posten werden gesucht
retire-missing-refusal = Erst klären, was dagegen spricht
retire-missing-confirm = Mit dem Häkchen bestätigen
retire-do = { $units } stilllegen
retire-done = { $units } für { $year } stillgelegt, Beleg { $retirement }.

## Abgleich mit einem Register

reconciliation-title = Abgleich mit { $file }
reconciliation-text = Stand { $day } · { $rows } mit { $units } Zertifikaten verglichen · { $lots } als Ganzes · Registerauszug und Ergebnis sind abgelegt
reconciliation-lots = { $count ->
    [one] { $count } Posten stimmt
   *[other] { $count } Posten stimmen
}
reconciliation-runs = { $count ->
    [one] { $count } Bereich
   *[other] { $count } Bereiche
}
reconciliation-outcome-matched = Stimmt überein
reconciliation-outcome-different = Weicht ab
reconciliation-outcome-only_here = Nur hier
reconciliation-outcome-only_there = Nur dort
reconciliation-findings = Befunde
reconciliation-column-found = Befund
reconciliation-column-row = Zeile
reconciliation-column-lot = Posten
reconciliation-column-serials = Seriennummern
reconciliation-column-units = Einheiten
reconciliation-column-here = Hier
reconciliation-column-registry = Register
reconciliation-state-held = im Bestand
reconciliation-state-reserved = reserviert
reconciliation-state-listed = angeboten
reconciliation-state-transferred = übertragen
reconciliation-state-retired = stillgelegt
reconciliation-state-expired = verfallen
reconciliation-state-cancelled = annulliert
reconciliation-same = Beide sagen dasselbe.
reconciliation-order = { $count ->
    [one] Bestellung { $order }: { $count } importierte Zeile
   *[other] Bestellung { $order }: { $count } importierte Zeilen
}
reconciliation-odd = { $count ->
    [one] { $count } Zeile war auffällig: { $seen }, erwartet { $expected }
   *[other] { $count } Zeilen waren auffällig: { $seen }, erwartet { $expected }
}
reconciliation-open = { $lot } öffnen
reconciliation-done = Fertig
