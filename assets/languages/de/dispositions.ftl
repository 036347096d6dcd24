### Abgänge: was übergeben und wiederhergestellt wurde und was noch auszugeben ist.

## Die Ansicht

dispositions-title = Abgänge
dispositions-import = Importieren
dispositions-empty-title = Noch keine ausgemusterten Geräte in { $year }
dispositions-empty-text = Den Bericht des ITAD-Dienstleisters importieren: was übergeben wurde und was daraus geworden ist. Aus wiederhergestellter Masse können eigene { -itecs } entstehen.
dispositions-empty-import = Bericht importieren…
dispositions-own = Eigenerzeugung { $year }
dispositions-own-mark = Nur ausgegebene eigene Einheiten mindern den Bedarf
dispositions-policy = Regel { $policy }, festgelegt in { $settings }
dispositions-policy-strict = streng
dispositions-policy-wide = weit
dispositions-policy-settings = den Einstellungen
dispositions-yield = Ausbeute
dispositions-yield-text = wiederhergestellt ÷ übergeben
dispositions-obligation = Gesetzliche Pflicht
dispositions-obligation-none = nichts abgezogen
dispositions-obligation-leaves = lässt { $mass } anrechenbar
dispositions-wide-would = Weite Regel ergäbe
dispositions-wide-in-force = Weite Regel gilt
dispositions-wide-text = { $percent } mit Material, Teilen
dispositions-expected = Noch erwartet
dispositions-expected-text = eine Prognose, mindert nichts

## Vom Übergebenen zum Eigenen

flow-sent = Übergeben
flow-restored = Wiederhergestellt
flow-eligible = Anrechenbar
flow-issued = Ausgegeben, eigene
flow-lost = nicht wiederhergestellt
flow-lost-parts = Material { $material } · Rest { $residual } · Teile { $parts }
flow-retired = Stillgelegt für { $year }
flow-held = Im Bestand, für { $year }
flow-listed = Angeboten, verkauft
flow-finding = { $sent } kg übergeben, { $restored } kg wiederhergestellt, { $issued } I-TECs ausgegeben und eigene, davon { $retired } stillgelegt, { $held } im Bestand, { $listed } angeboten oder verkauft.

## Ausbeute nach Dienstleister

providers-title = Ausbeute nach ITAD-Dienstleister
providers-unit = kg, { $year }
providers-strict = Teile und Material zählen nach der strengen Regel nicht
providers-wide = Teile und Material zählen nach der weiten Regel
providers-table = Ausbeute nach Dienstleister, Tabelle
providers-column-provider = Dienstleister
providers-column-sent = Übergeben
providers-column-reuse = Wiederverwendet
providers-column-refurbished = Aufbereitet
providers-column-restored = Wiederhergest.
providers-column-yield = Ausbeute
providers-column-material = Material
providers-column-residual = Rest
providers-column-parts = Teile
providers-unnamed = Nicht genannt
providers-all = Alle Dienstleister

## Lieferungen

shipments-title = Lieferungen
shipments-forecast = Prognose, mindert nichts
shipments-expected = { $units } { -itecs } erwartet
shipments-excess-batch = Charge { $batch }: { $issued } ausgegeben, { $eligible } anrechenbar, { $units } zu viel.
shipments-excess-no-batch = Eigene Zertifikate ohne Charge: { $issued } ausgegeben, { $eligible } anrechenbar, { $units } zu viel.
shipments-excess-reason = Angegebener Grund: { $reason }.
shipments-excess-no-reason = Kein Grund ist angegeben.
shipments-excess-shown = Ein Dokument über die Tätigkeit belegt es.
shipments-excess-open = Kein Bericht wird endgültig, bevor das geklärt ist: annullieren, was zu viel ist, die fehlenden ausgemusterten Geräte importieren oder den Verifizierungsbericht an einen Posten hängen, der den Grund nennt.
shipments-table = Lieferungen, Tabelle
shipments-column-shipment = Lieferung
shipments-column-provider = Dienstleister
shipments-column-date = Datum
shipments-column-sent = Überg. kg
shipments-column-restored = Wiederh. kg
shipments-column-eligible = Anrech. kg
shipments-column-yield = Ausbeute
shipments-column-issued = Ausgegeben
shipments-column-expected = Erwartet
shipments-column-wide = Weit
shipments-column-wide-title = Nach der weiten Regel
shipments-column-ask = Fragen am
shipments-column-actions = Aktionen
shipments-wide-mass = { $mass } kg nach der weiten Regel wiederhergestellt
shipments-noted = notiert
shipments-more = Mehr zu { $shipment }
shipments-no-outcome = { $count ->
    [one] { $count } Zeile von { $shipment } sagt weder, was wiederhergestellt wurde, noch, was daraus geworden ist: Nichts davon ist anrechenbar.
   *[other] { $count } Zeilen von { $shipment } sagen weder, was wiederhergestellt wurde, noch, was daraus geworden ist: Nichts davon ist anrechenbar.
}
shipments-record = Ausgabe erfassen…
shipments-record-none = nichts wird erwartet
shipments-note = Notiz und Tag zum Nachfragen…
shipments-note-title = Notiz zu { $shipment }
shipments-note-text = { $units } I-TECs werden erwartet. An dem Tag wird das Nachfragen zur Aufgabe.
shipments-note-note = Notiz
shipments-note-ask = Nachfragen am
shipments-note-leave = Abbrechen
shipments-note-do = Notiz speichern
shipments-note-done = Notiz zu { $shipment } gespeichert.

## Ausbeute über die Jahre

yields-title = Ausbeute über die Jahre
yields-unit = kg, nach Dienstleister
yields-table = Ausbeute über die Jahre, Tabelle
yields-column-year = Jahr
yields-column-wide = Ausbeute, weite Regel
