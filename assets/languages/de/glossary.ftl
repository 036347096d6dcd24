### Die Fachwörter, jedes in zwei Sätzen mit seiner Quelle.

term-itec = I-TEC
term-itec-text = IT Asset Reuse Certificate: Ein Zertifikat steht für 1 kg IT-Hardware, die wieder in Umlauf gebracht wurde. Es ist Masse, kein CO2 und keine Kompensation.
term-itec-source = SBTi Guide to I-TECs

term-new_mass = Neumasse
term-new_mass-text = Kilogramm IT-Hardware, die in einem Jahr neu gekauft wurden, also nicht aufbereitet. Hardware in unbekanntem Zustand zählt als neu, bis jemand etwas anderes angibt.
term-new_mass-source = SBTi Guide to I-TECs

term-gross = Bruttobedarf
term-gross-text = Die I-TECs, die alle Neumasse eines Jahres erfordert: Kilogramm, je Gesellschaft und Jahr einmal auf ganze Zertifikate aufgerundet. Er steht unverändert neben jeder Nettozahl.
term-gross-source = SBTi Guide to I-TECs

term-target = Ziel
term-target-text = Der Anteil am Bruttobedarf, zu dem sich die Organisation für ein Jahr verpflichtet; 100 %, sofern nichts anderes eingestellt ist. Benötigt wird dieser Anteil, auf ganze Zertifikate aufgerundet.
term-target-source = Einstellungen dieses Arbeitsbereichs

term-coverage = Deckung
term-coverage-text = Die für ein Jahr gültig stillgelegten Zertifikate, geteilt durch den Bruttobedarf, unabhängig vom Ziel. Was im Bestand oder bestellt ist, zählt nicht dazu.
term-coverage-source = Bloom ESG Circularity Standard v1.1

term-secured = Gesichert
term-secured-text = Die Deckung und was im Bestand noch stillgelegt werden könnte, als Anteil am Bruttobedarf. Zertifikate im Bestand zählen erst, wenn sie stillgelegt sind.
term-secured-source = Von diesem Programm berechnet

term-remaining = Noch zu kaufen
term-remaining-text = Was für ein Jahr benötigt wird, abzüglich dessen, was dafür stillgelegt oder reserviert ist und was nutzbar im Bestand ist. Keine Einheit dient zwei Jahren, und der Wert liegt nie unter 0.
term-remaining-source = Von diesem Programm berechnet

term-on_order = Bestellt
term-on_order-text = Zertifikate, die bestellt und nicht geliefert sind. Sie stehen neben dem, was noch zu kaufen ist, und zählen zu keiner Deckung.
term-on_order-source = Bestellungen dieses Arbeitsbereichs

term-lot = Posten
term-lot-text = Ein Block von Zertifikaten einer Klasse, eines Registers, eines Projekts, eines Jahrgangs und eines Eigentümers mit fortlaufenden Seriennummern. Seine Einheiten werden nach ihren Nummern gekauft, gehalten, bewegt und stillgelegt.
term-lot-source = Bloom ESG Circularity Standard v1.1, Annex A

term-vintage = Jahrgang
term-vintage-text = Das Kalenderjahr der Tätigkeit, für die ein Zertifikat ausgegeben wurde. Es ist bis zum 31. Dezember des dritten Jahres danach nutzbar, sofern sein Register keinen anderen Tag nennt.
term-vintage-source = Bloom ESG Circularity Standard v1.1, §11

term-held = Im Bestand
term-held-text = Eigene Einheiten, die weder reserviert, angeboten, verkauft, stillgelegt noch verfallen sind. Sie mindern einen Bedarf und decken ihn, sobald sie stillgelegt sind.
term-held-source = Bloom ESG Circularity Standard v1.1

term-usable = Nutzbar
term-usable-text = Einheiten im Bestand oder reserviert, deren letzter nutzbarer Tag nicht vorbei ist. Angebotene und verkaufte Einheiten sind nie nutzbar.
term-usable-source = Von diesem Programm berechnet

term-listed = Angeboten
term-listed-text = Einheiten, die zum Verkauf stehen. Sie mindern nie einen Bedarf und können wieder zurückgezogen werden.
term-listed-source = Bloom ESG Circularity Standard v1.1

term-expired = Stillgelegt (verfallen)
term-expired-text = Einheiten, deren letzter nutzbarer Tag vorbei war, bevor sie stillgelegt wurden. Sie decken nichts und werden als Verlust gezeigt.
term-expired-source = Bloom ESG Circularity Standard v1.1, §11

term-retirement = Stilllegung
term-retirement-text = Der unwiderrufliche Anspruch auf Einheiten für einen Begünstigten, eine Gesellschaft und ein Berichtsjahr. Rückgängig wird sie nur mit einem Nachweis des Registers, als eigenes Ereignis.
term-retirement-source = Bloom ESG Circularity Standard v1.1

term-beneficiary = Begünstigte(r)
term-beneficiary-text = Die Organisation, in deren Namen Einheiten stillgelegt werden. Das Register führt ihren Namen, ihr Land und ihre Kennung mit der Stilllegung.
term-beneficiary-source = Bloom ESG Circularity Standard v1.1

term-self_generated = Selbst erzeugt
term-self_generated-text = Zertifikate für eigene ausgemusterte Hardware, die ein Dienstleister wiederhergestellt hat. Sie mindern den Bedarf erst, wenn sie ausgegeben, eigen und weder angeboten noch verkauft sind.
term-self_generated-source = SBTi Guide to I-TECs

term-restored = Wiederhergestellte Masse
term-restored-text = Kilogramm ausgemusterter Hardware, die durch Wiederverwendung oder Aufbereitung in Umlauf zurückkamen. Nach der weiten Regel zählen auch Teile und gewonnenes Material; Reste und Deponiertes nie.
term-restored-source = Bloom ESG Additionality Criteria v1.1

term-yield = Ausbeute
term-yield-text = Wiederhergestellte Kilogramm, geteilt durch die Kilogramm, die an einen Dienstleister gingen. Sie sagt, wie viel der ausgemusterten Hardware zu eigenen Zertifikaten werden kann.
term-yield-source = SBTi Guide to I-TECs

term-bundled = Gebündelt
term-bundled-text = Ein Zertifikat, das zusammen mit dem aufbereiteten Gerät gekauft wurde, das es beschreibt. Es belegt diesen Kauf und deckt nie Neumasse.
term-bundled-source = SBTi Corporate Net-Zero Standard V2.0

term-claim_level = Ebene der Aussage
term-claim_level-text = Wie nah eine Aussage an der eigenen Tätigkeit der Organisation ist: Aktivität, Aktivitätspool oder Sektor; nicht zugeordnet, sofern nichts angegeben ist. Ein Zertifikat allein wird getrennt vom physischen Inventar berichtet, als Beitrag.
term-claim_level-source = SBTi Corporate Net-Zero Standard V2.0

term-tier = Gewicht aus
term-tier-text = Wie eine Zeile zu ihrem Gewicht kam, das Erste, was zutrifft: ihre Zeile, der eigene Katalog, eine Gerätetabelle, ihre Familie, das eigene Mittel, ihre Klasse, eine weite Klasse. Die Zeile hält fest, welches.
term-tier-source = Einstellungen, Gewichte

term-range = 90-%-Spanne
term-range-text = Wo die wahre Masse in neun von zehn Fällen liegt, gemessen daran, wie sehr sich ähnliche Geräte unterscheiden. Summen beruhen auf Mittelwerten; ein angegebenes oder gelistetes Gewicht hat keine Spanne.
term-range-source = Methodenblatt jedes Berichts

term-unresolved = Ohne Gewicht
term-unresolved-text = Zeilen, denen nichts ein Gewicht gibt. Sie sind nie 0: Sie stehen in keiner Summe, werden daneben genannt und verhindern einen endgültigen Bericht.
term-unresolved-source = Von diesem Programm berechnet

term-entity = Gesellschaft
term-entity-text = Ein Unternehmen der Gruppe, das einkauft und für das Zertifikate stillgelegt werden. Der Bedarf wird je Gesellschaft und Jahr einmal aufgerundet.
term-entity-source = SBTi Guide to I-TECs

term-scope3 = Scope-3-Kategorie
term-scope3-text = Kategorie 1 sind eingekaufte Güter, Kategorie 2 Kapitalgüter; ein Schwellenpreis, die Angabe der Zeile oder die Vorgabe entscheidet. Keine Zahl hier ist je eine Netto-Scope-3-Emission.
term-scope3-source = GHG Protocol

term-chain_head = Kopf der Kette
term-chain_head-text = Der Hash des letzten Ereignisses, der alle Ereignisse davor einschließt. Er steht auf jedem Bericht: Ein anderer Kopf bedeutet einen anderen Verlauf.
term-chain_head-source = Verlauf dieses Arbeitsbereichs

term-locked = Gesperrtes Jahr
term-locked-text = Ein Berichtsjahr, das keine Änderung annimmt. Entsperrt wird es mit einem Grund, und was danach abweicht, wird namentlich neu gefasst.
term-locked-source = Bloom ESG Circularity Standard v1.1

term-reconcile = Abgleichen
term-reconcile-text = Der Vergleich von Posten mit dem Auszug des Registers, Nummer für Nummer. Er ist der stärkste Beleg für das Eigentum an Zertifikaten.
term-reconcile-source = Bloom ESG Circularity Standard v1.1
