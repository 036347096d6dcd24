### Wörter für das, was der Kern mit einem Schlüssel benennt: die Seite findet sie am Anfang der Meldung.

## Kategorien von Hardware, und was keine ist

category-laptop = Laptops
category-desktop = Desktops
category-workstation = Workstations
category-monitor = Monitore
category-server = Server
category-storage = Speichersysteme
category-network = Netzwerk
category-thin_client = Thin Clients
category-tablet = Tablets
category-smartphone = Smartphones
category-printer = Drucker
category-drive = Laufwerke
category-accessory = Zubehör
category-peripheral = Peripherie
category-switch = Switches
category-router = Router
category-access_point = Access Points
category-firewall = Firewalls
category-blade = Blades
category-mobile_workstation = Mobile Workstations
category-handheld = Handhelds
category-nas = NAS
category-ups = USV
category-pdu = PDUs
category-rack = Racks
category-dock = Dockingstationen
category-keyboard = Tastaturen
category-mouse = Mäuse
category-headset = Headsets
category-webcam = Webcams
category-phone = Tischtelefone
category-pos = Kassen
category-console_kvm = Konsolen und KVM
category-label_printer = Etikettendrucker
category-projector = Projektoren
category-component = Komponenten
category-power = Stromversorgung
category-camera = Kameras
category-tv = Fernseher
category-warranty = Garantie
category-licence = Lizenz
category-software = Software
category-service = Dienstleistung
category-freight = Fracht
category-consumable = Verbrauchsmaterial
category-fee = Gebühr

## Zustände, so kurz wie eine Spalte sie braucht

condition-new = Neu
condition-refurbished = Refurb.
condition-used = Gebraucht
condition-unknown = Unbekannt

## Woher ein Gewicht ist

weight-source-row = Zeile
weight-source-catalogue = Katalog
weight-source-own_average = Eigenes Mittel
weight-source-default = Vorgabe
weight-source-unresolved = Ohne Gewicht

## Wie ein Gewicht gefunden wurde, das Erste, was zutrifft

tier-row = Zeile
tier-catalogue = Katalog
tier-given = Von Hand
tier-table = Gerätetabelle
tier-family = Familie
tier-own_average = Eigenes Mittel
tier-default = Klasse
tier-last_resort = Weite Klasse
tier-unresolved = Ohne Gewicht

## Was aus ausgemusterter Hardware wurde

outcome-reused = Wiederverwendet
outcome-refurbished = Aufbereitet
outcome-parts = Teile
outcome-material = Material
outcome-residual = Rest
outcome-unknown = Unbekannt

## Wie ein Posten in den Bestand kam

origin-purchased = Gekauft
origin-self_generated = Eigene
origin-transferred_in = Übernommen

## Was eine Datei bringt

import-kind-procurement = Beschaffung
import-kind-dispositions = Abgänge
import-kind-certificates = Zertifikate
import-kind-catalogue = Gerätegewichte
import-kind-orders = Bestellungen
import-kind-weights = Angegebene Gewichte

## Was eine Spalte einer Tabelle sein kann

field-asset_tag = Inventarnummer
field-item = Artikel
field-category = Kategorie
field-quantity = Menge
field-sent_mass = Abgegebene Masse
field-restored_mass = Wiederhergestellte Masse
field-outcome = Verbleib
field-mass_unit = Gewichtseinheit
field-provider = Dienstleister
field-date = Datum
field-legal_obligation_mass = Masse mit Rechtspflicht
field-batch = Charge
field-entity = Gesellschaft
field-unit_mass = Stückgewicht
field-reused_mass = Wiederverwendete Masse
field-refurbished_mass = Aufbereitete Masse
field-parts_mass = Masse der Teile
field-material_mass = Materialmasse
field-residual_mass = Restmasse
field-year = Jahr
field-counterparty = Gegenpartei
field-class = Klasse
field-registry = Register
field-vintage = Jahrgang
field-vintage_to = Jahrgang bis
field-unit_price = Stückpreis
field-currency = Währung
field-order_number = Bestellnummer
field-expected_on = Erwartet am
field-status = Status
field-mass = Zeilengewicht
field-tco2e = tCO2e
field-expires_on = Nutzbar bis
field-factor_kgco2e = Faktor, kgCO2e
field-scope3_category = Scope-3-Kategorie
field-certificate_id = Zertifikats-ID
field-cost_centre = Kostenstelle
field-manufacturer = Hersteller
field-model = Modell
field-condition = Zustand
field-line_number = Positionsnummer
field-supplier = Lieferant
field-serial_number = Seriennummer
field-amount = Betrag
field-country = Land
field-quantity_unit = Mengeneinheit
field-pack_size = Packungsgröße
field-conversion_factor = Umrechnungsfaktor
field-level = Ebene
field-deleted = Gestrichen
field-ownership = Eigentum
field-serial_prefix = Nummernpräfix
field-serial_start = Erste Seriennummer
field-serial_end = Letzte Seriennummer
field-project = Projekt
field-facility = Anlage
field-methodology_version = Methodikversion
field-verification_body = Prüfstelle
field-trade_date = Handelstag
field-retired_on = Stillgelegt am
field-beneficiary = Begünstigte(r)
field-origin = Herkunft
field-bundled = Gebündelt
field-baseline = Vergleichsfall
field-factor_source = Emissionsfaktoren
field-verified_on = Verifiziert am
field-claim_eligibility = Geeignet für
field-registry_link = Link zum Register
field-chain_of_custody = Nachweiskette
field-delivery_date = Liefertag
field-intent = Gedacht für
field-source = Quelle

## Was ein Wort einer Spalte bedeuten kann

meaning-leave_out = Ausgelassen
meaning-count = Gezählt
meaning-refurbished = Aufbereitet
meaning-unknown = Unbekannt (wie neu)
meaning-ignored = Ausgelassen
meaning-issue = Ausgabe
meaning-purchase = Kauf
meaning-return = Rückgabe
meaning-new = Neu
meaning-used = Gebraucht
meaning-issued = Ausgegeben
meaning-active = Aktiv
meaning-transferred = Übertragen
meaning-retired = Stillgelegt
meaning-expired = Verfallen
meaning-cancelled = Annulliert
meaning-listed = Angeboten
meaning-reserved = Reserviert
meaning-pending = Ausstehend
meaning-open = Offen
meaning-part = Teilweise
meaning-closed = Abgeschlossen
meaning-reused = Wiederverwendet
meaning-parts = Teile
meaning-material = Material
meaning-residual = Rest

## Ebenen einer Aussage

claim-level-unassigned = Nicht zugeordnet, Beitrag
claim-level-activity = Aktivität
claim-level-activity_pool = Aktivitätspool
claim-level-sector = Sektor

## Was an einer Zeile auffällt

flag-condition_unknown = Zustand unbekannt, als neu gezählt
flag-year_assumed = Ohne Datum, Jahr aus dem Import übernommen
flag-total_differs = Genannte Summe weicht von Menge × Stückgewicht ab

## Zeilen, die nicht importiert werden

skipped-blank = leere Zeilen
skipped-repeated_header = wiederholte Kopfzeilen
skipped-total = Summen
skipped-title = Titelzeilen
skipped-footer = Fußzeilen
skipped-filler = Füllzeilen mit Nullen
skipped-no_weight = Zeilen ohne Gewicht
skipped-not_a_purchase = keine Käufe
skipped-group = Gruppenköpfe
skipped-part = Teile anderer Zeilen
skipped-deleted = aus der Bestellung gestrichen
skipped-employee_owned = private Geräte von Beschäftigten
skipped-other_goods = Güter, die keine IT-Hardware sind
skipped-repeated = Zeilen, die schon weiter oben stehen
skipped-not_issued = nicht ausgegebene Zertifikate
skipped-not_ours = Zeilen eines fremden Kontos
skipped-not_open = Bestellungen, aus denen nichts mehr kommt

## Masse, die eine Datei nennt und die nicht importiert wird

left-out-out_of_scope = außerhalb des Umfangs
left-out-rejected = in abgelehnten Zeilen
left-out-not_a_purchase = die keine Käufe sind
left-out-deleted = aus der Bestellung gestrichen
left-out-employee_owned = private Geräte von Beschäftigten
left-out-other_goods = die keine IT-Hardware sind
left-out-not_ours = anderer Auftraggeber
left-out-repeated = die schon weiter oben stehen

## Wofür ein Posten gedacht ist

intent-undecided = Offen
intent-hold = Halten
intent-sell = Verkaufen

## Vergleichsfälle

baseline-virgin_manufacture = Neuherstellung
baseline-landfill_avoidance = Vermiedene Deponierung

## Was ein Dokument belegt: es belegt …

proof-ownership = das Eigentum
proof-verification = die Verifizierung
proof-delivery = die Lieferung
proof-retirement = die Stilllegung
proof-other = etwas anderes

## Was ein Dokument ist

document-kind-registry_statement = Registerauszug
document-kind-transfer_confirmation = Bestätigung der Übertragung
document-kind-purchase_contract = Kaufvertrag
document-kind-invoice = Rechnung
document-kind-itad_certificate = ITAD-Zertifikat
document-kind-verification_report = Verifizierungsbericht
document-kind-retirement_confirmation = Bestätigung einer Stilllegung
document-kind-other = Etwas anderes

## Wie gut belegt ist, dass ein Posten dazugehört

ownership-reconciled = Stimmt mit dem Registerauszug überein
ownership-documented = Dokumente decken alle Seriennummern ab
ownership-partial = Dokumente decken einen Teil der Seriennummern ab
ownership-unstated = Was die Dokumente sind oder abdecken, ist nicht angegeben
ownership-unproven = Das Eigentum ist durch nichts belegt

## Angaben zu einem Posten, die berichtigt werden können, und Werte, die neu gefasst werden können

fact-project = Projekt
fact-facility = Anlage
fact-country = Land
fact-batch = Charge
fact-entity = Gesellschaft
fact-counterparty = Verkäufer
fact-unit_price = Stückpreis
fact-currency = Währung
fact-trade_date = Gehandelt
fact-delivery_date = Geliefert
fact-order_number = Bestellnummer
fact-methodology_version = Methodik
fact-baseline = Vergleichsfall
fact-factor_source = Emissionsfaktoren
fact-verification_body = Verifiziert durch
fact-verified_on = Bericht vom
fact-tco2e = tCO2e
fact-claim_eligibility = Geeignet für
fact-registry_status = Im Register
fact-registry_link = Link
fact-chain_of_custody = Nachweiskette
fact-intent = Gedacht für
fact-class_version = Klassenversion
fact-vintage = Jahrgang
fact-expires_on = Nutzbar bis
fact-origin = Herkunft
fact-bundled = Gebündelt
fact-mass_kg_new = Neumasse, kg
fact-lines = Zeilen
fact-lines_unresolved = Zeilen ohne Gewicht
fact-gross = Bruttobedarf
fact-target_percent = Ziel, %
fact-needed = Benötigt
fact-retired = Stillgelegt
fact-coverage_percent = Deckung, %
