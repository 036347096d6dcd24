### Importieren: Dateien auf ihrem Weg hinein, vom ersten Blick bis zu dem, was geschrieben wird.

importing-title = Import
importing-choose-title = Tabellen wählen
importing-choose-text = xlsx, xls, xlsb, ods oder csv, in jeder Sprache, mit Titelzeilen und allem. Nichts wird geschrieben, bevor es zu sehen war.
importing-choose = Dateien wählen…
importing-looking = { $file } wird angesehen …
importing-context-file-of = Datei { $number } von { $total }
importing-context-sheet = Blatt { $sheet }
importing-draft-kept = Das Eingegebene bleibt als Entwurf erhalten. Strg O bietet es wieder an.
importing-done = { $count ->
    [one] { $count } Zeile aus { $file } importiert.
   *[other] { $count } Zeilen aus { $file } importiert.
}
importing-done-mass = { $count ->
    [one] { $count } Zeile aus { $file } importiert, { $mass } neue Hardware.
   *[other] { $count } Zeilen aus { $file } importiert, { $mass } neue Hardware.
}

## Die Schritte

importing-steps = Schritte des Imports
importing-step-files = Dateien
importing-step-files-refused = { $count } nicht lesbar
importing-step-sheet = Blatt
importing-step-header = Kopf
importing-step-header-row = Zeile { $row }
importing-step-columns = Spalten
importing-step-columns-open = { $count } zu bestätigen
importing-step-values = Werte
importing-step-values-open = { $count } zu beantworten
importing-step-review = Prüfung
importing-step-review-open = { $count } anzusehen

## Dateien

importing-files-refused-one = Die Datei kann nicht gelesen werden.
importing-files-refused = { $refused } von { $count } Dateien können nicht gelesen werden.
importing-files-unchanged = Der Arbeitsbereich ist unverändert.
importing-files-others = Mit den anderen weitermachen oder zuerst diese in Ordnung bringen.
importing-files-title = Dateien
importing-files-sum = { $chosen } gewählt, { $ready } bereit
importing-files-add = Dateien hinzufügen…
importing-refused-password_protected = Mit Passwort geschützt
importing-refused-not_a_spreadsheet = Keine Tabelle
importing-refused-too_old = Zu alt
importing-refused-truncated = Abgeschnitten
importing-refused-damaged = Beschädigt
importing-refused-too_large = Zu groß
importing-refused-too_slow = Dauert zu lange
importing-refused-empty = Leer
importing-refused-no_table = Keine Tabelle darin
importing-refused-unreadable = Lässt sich nicht öffnen
importing-refused-other = Nicht lesbar
importing-file-imported = Importiert
importing-file-reading = Wird gelesen …
importing-file-imported-before = Schon importiert
importing-file-ready = Bereit
importing-file-done = { $count ->
    [one] { $count } Zeile importiert, { $skipped } übergangen, { $rejected } abgelehnt.
   *[other] { $count } Zeilen importiert, { $skipped } übergangen, { $rejected } abgelehnt.
}
importing-file-looking = Wird angesehen …
importing-file-sheets = { word-sheets }.
importing-file-sheets-rows = { word-sheets }, { word-rows } in „{ $sheet }“.
importing-file-same-bytes = Derselbe Inhalt wurde am { $day } importiert; ein erneuter Import fügt nur auf Wunsch etwas hinzu.
importing-file-again = Erneut versuchen
importing-file-preview = Ansehen
importing-file-preview-of = { $file } ansehen
importing-file-remove = Entfernen
importing-file-remove-of = { $file } entfernen
importing-help = Hilfe
importing-help-title = Immer noch Probleme?
importing-help-text = Die Vorlage speichern, die vorhandenen Spalten einfügen und diese Datei importieren. Sie braucht keine Zuordnung.
importing-help-template = Vorlage
importing-help-the-template = die Vorlage
importing-help-saved = { $file } ist gespeichert.
importing-files-apart = Jede Datei wird von einem eigenen Prozess mit Grenzen gelesen; eine kaputte Datei kann dem Programm nicht schaden.
importing-files-continue = { $count ->
    [one] Weiter mit { $count } Datei
   *[other] Weiter mit { $count } Dateien
}

## Blatt und Kopf

importing-sheet-title = Blatt
importing-sheet-only-one = Nur dieses
importing-sheet-both = Beide dieser Form nehmen
importing-sheet-all = Alle { $count } dieser Form nehmen
importing-sheet-list = Blätter
importing-sheet-rows-hidden = { word-rows }, davon { $hidden } ausgeblendet oder herausgefiltert
importing-sheet-no-table = keine Tabelle gefunden
importing-sheet-mapping = Zuordnung gemerkt
importing-sheet-hidden = Verborgenes Blatt
importing-sheet-import = { $sheet } importieren
importing-sheet-too = auch
importing-sheet-holds = Was es enthält
importing-header-title = Kopfzeile
importing-header-row = Zeile { $row }; wenn das falsch ist, eine andere wählen
importing-header-none = keine gefunden: die Zeile mit den Spaltennamen wählen
importing-header-label = Erste Zeilen, Tabelle
importing-header-column-header = Kopf
importing-header-column-row = Zeile
importing-header-holds = Zeile { $row } enthält die Spaltennamen
importing-sheet-taken = { word-sheets }, eine Prüfung nach der anderen.
importing-sheet-nothing-written = Nichts wird geschrieben, bevor jede Zeile zu sehen war.
importing-back = Zurück
importing-header-first = Zuerst die Kopfzeile wählen
importing-continue = Weiter

## Prüfung: was von der Datei bekannt ist

importing-review-mapping = Zuordnung gemerkt
importing-review-mapping-from = aus „{ $file }“, { $day } (Fassung { $version }).
importing-review-mapping-new = Neu in dieser Datei: { $headers }.
importing-review-mapping-without = Ohne sie beginnen
importing-review-without-mapping = Gelesen ohne die gemerkte Zuordnung.
importing-review-mapping-again = Wieder verwenden
importing-review-before = Schon importiert.
importing-review-before-text = Derselbe Inhalt wurde am { $day } importiert. Ein erneuter Import zählt jede Zeile doppelt.
importing-review-before-again = Erneut importieren
importing-review-fixes = { $count ->
    [one] { $count } Korrektur einer früheren Datei würde auch hier passen: { $fixes }.
   *[other] { $count } Korrekturen einer früheren Datei würden auch hier passen: { $fixes }.
}
importing-review-fix = „{ $seen }“ → „{ $becomes }“ in { $column }
importing-review-fixes-take = Anwenden
importing-review-hidden = { $count ->
    [one] { $count } Zeile ist in der Datei ausgeblendet oder herausgefiltert und wird trotzdem gelesen.
   *[other] { $count } Zeilen sind in der Datei ausgeblendet oder herausgefiltert und werden trotzdem gelesen.
}
importing-review-alike = { $count ->
    [one] { $count } Blatt derselben Form: { $sheets }. Wird nur importiert, wenn es dazugenommen wird.
   *[other] { $count } Blätter derselben Form: { $sheets }. Werden nur importiert, wenn sie dazugenommen werden.
}
importing-review-alike-take = Nach diesem importieren
importing-blank = (leer)

## Zeilen, die es schon gibt

importing-revision-rows = Zeilen aus { $files } noch einmal:
importing-revision-file = { $file } ({ $day })
importing-revision-counts = { $unchanged } unverändert, { $changed } geändert, { $added } hinzugekommen, { $missing } fehlend.
importing-revision-weights = Ein geändertes Gewicht tritt an die Stelle des früheren; ein fehlendes Gerät behält seines.
importing-revision-differences = Unterschiede…
importing-revision-choice = Was mit den früheren Zeilen geschieht
importing-revision-replace = Ersetzen
importing-revision-add = Zusätzlich zählen
importing-revision-title = Was diese Datei ändert
importing-revision-label = Unterschiede, Tabelle
importing-revision-column-row = Zeile
importing-revision-column-what = Was
importing-revision-column-difference = Unterschied
importing-revision-units = { $before } → { $after } Stück
importing-revision-missing = Nicht mehr in dieser Datei
importing-revision-missing-units = { $count ->
    [one] Nicht mehr in dieser Datei: { $count } Stück
   *[other] Nicht mehr in dieser Datei: { $count } Stück
}
importing-revision-undone = Ersetzte Zeilen kommen zurück, wenn dieser Import rückgängig gemacht wird.

## Spalten

importing-columns-title = Spalten
importing-columns-imported = { $taken } von { $count } importiert
importing-columns-sorted = Offenes zuerst
importing-columns-label = Spalten, Tabelle
importing-columns-column-header = In der Datei
importing-columns-column-samples = Erste Werte
importing-columns-column-becomes = Wird zu
importing-columns-column-match = Zuordnung
importing-columns-not-imported = Nicht importiert
importing-columns-no-header = (kein Kopf)
importing-columns-nameless = Spalte { $number }
importing-columns-becomes = { $column } wird zu
importing-columns-chosen = Gewählt
importing-columns-remembered = Gemerkt
importing-columns-exact = Genau
importing-columns-alias = Synonym
importing-columns-confirm = Bestätigen
importing-columns-confirm-one = { $column } ist { $field }

## Einheiten und Werte: was die Datei offenlässt

importing-values-title = Einheiten und Werte
importing-values-open = { $count } zu beantworten
importing-values-label = Einheiten und Werte, Liste
importing-ask-date_order = Zuerst der Tag oder der Monat?
importing-ask-decimal = Punkt oder Komma vor den Nachkommastellen?
importing-ask-mass_unit = In welcher Einheit stehen die Gewichte?
importing-ask-mass_basis = Gewicht eines Stücks oder der ganzen Zeile?
importing-ask-date = Welcher Tag zählt?
importing-ask-quantity = Welche Spalte zählt die Stücke?
importing-ask-spread = Mehrere Spalten zählen Stück: Zählen sie zusammen?
importing-ask-pieces = Sind Stücke gezählt oder Packungen?
importing-ask-value = Was bedeutet dieses Wort?
importing-ask-gross_weight = Nur ein Gewicht mit Verpackung: zählt es?
importing-ask-bundle = Zeilen sind Teile von anderen: welche zählen?
importing-ask-missing_mass = Welches Gewicht ist es, wenn überhaupt?
importing-ask-vintage = Welches Jahr ist der Jahrgang?
importing-ask-unit_mass = Welche Spalte ist das Gewicht eines Stücks?
importing-ask-mass = Welche Spalte ist das Gewicht der Zeile?
importing-ask-sent_mass = Welche Spalte ist das übergebene Gewicht?
importing-ask-table = Ein Teil des Blatts ist anders angelegt: lesen wie den Rest?
importing-ask-merged = Eine Zelle für mehrere Zeilen: hat jede, was sie sagt?
importing-ask-repeats = Dasselbe noch einmal: zählt es doppelt?
importing-ask-struck = Eine Zeile ist durchgestrichen: zählt sie?
importing-ask-implausible = Kann das sein?
importing-ask-weighed = Liest sich wie eine Dienstleistung und hat ein Gewicht: Ist es Hardware?
importing-ask-formulas = Offenbar nie berechnet: diese Zeilen weglassen?
importing-ask-total = Fasst die letzte Zeile die anderen zusammen?
importing-answer-day_first = Tag zuerst
importing-answer-month_first = Monat zuerst
importing-answer-point = Punkt
importing-answer-comma = Komma
importing-answer-unit = Ein Stück
importing-answer-line = Ganze Zeile
importing-answer-pieces = Stücke
importing-answer-packs = Packungen
importing-answer-whole = Das Ganze
importing-answer-parts = Seine Teile
importing-answer-all = Alle Zeilen
importing-answer-leave = Nein, woanders suchen
importing-answer-hardware = Es ist Hardware
importing-answer-leave_out = Weglassen
importing-answer-count = Mitzählen
importing-answer-estimate = Keines: übliches Gewicht je Gerät
importing-answer-reject = Weglassen
importing-answer-skip = Eine Summe
importing-answer-zeros = Nichts wurde gekauft
importing-answer-same = Wie der Rest
importing-answer-each = Jede hat es
importing-answer-first = Die erste hat es
importing-answer-once = Einmal
importing-answer-sum = Alle zusammen
importing-answer-one = Eine davon
importing-answer-none-of-them = Keine davon
importing-values-column = „{ $column }“
importing-values-column-holds = „{ $column }“ enthält { $example }
importing-values-pieces = Stück je Packung
importing-values-weights-in = Gewichte in
importing-values-unit-of-file = { $unit }, aus der Datei
importing-values-as-file-says = wie die Datei sagt
importing-values-no-date = Zeilen ohne Datum
importing-values-which = Spalte
importing-values-column-seen = In der Datei
importing-values-column-rows = Zeilen
importing-values-column-means = Bedeutet
importing-values-means = { $seen } bedeutet
importing-values-blank = Leer
importing-values-unknown-condition = Unbekannt (als neu)
importing-values-unknown-status = Kauf
importing-values-unknown = Nicht bekannt
importing-values-more = Gezeigt sind die häufigsten Wörter.
importing-assumed-title = Angenommen
importing-assumed-change = Ändern
importing-assumed-change-one = Ändern: { $what }

## Zeilen

importing-rows-title = Zeilen
importing-rows-problems = Probleme
importing-rows-changes = Änderungen
importing-rows-duplicates = Dubletten
importing-rows-skipped = Übergangen
importing-rows-corrected = Korrigiert
importing-rows-all = Alle Zeilen
importing-rows-no-problems = In dieser Datei ist nichts anzusehen.
importing-rows-no-changes = Keine Zeile ändert oder ergänzt schon vorhandene Zeilen.
importing-rows-no-duplicates = Keine Zeile ist schon vorhanden oder doppelt in dieser Datei.
importing-rows-no-skipped = Keine Zeile ist übergangen.
importing-rows-no-corrected = Keine Zelle ist korrigiert. Eingabe, F2 oder ein Doppelklick auf eine Zelle korrigiert sie.
importing-rows-none = Unter dem Kopf steht keine Zeile.
importing-rows-hint = Eingabe oder Doppelklick korrigiert eine Zelle
importing-rows-errors = Fehlertabelle
importing-rows-the-errors = die Fehlertabelle
importing-rows-errors-saved = { $file } ist gespeichert. Dort korrigieren und importieren.
importing-rows-label = Zeilen der Datei
importing-rows-column-row = Zeile
importing-rows-column-result = Ergebnis
importing-rows-column-column = Spalte
importing-rows-column-read = Was gelesen wurde
importing-rows-column-told = Was nicht stimmt und was stimmen würde
importing-rows-column-found = Befunde
importing-rows-row = Zeile { $row }
importing-rows-file-says = In der Datei steht „{ $seen }“
importing-rows-file-says-nothing = In der Datei steht (leer)
importing-result-rejected = Abgelehnt
importing-result-skipped = Übergangen
importing-result-check = Prüfen
importing-result-corrected = Korrigiert
importing-result-changed = Geändert
importing-result-known = Bekannt
importing-result-new = Neu
importing-result-imported = Importiert
importing-row-unchanged = Steht schon so da.
importing-row-changed = Steht schon da und sagt etwas anderes.
importing-row-added = Neu neben den früheren Zeilen.
importing-row-skipped = Übergangen: { $what }.

## Eine Zelle wird korrigiert

importing-correction = Korrektur
importing-correction-at = Zeile { $row }, { $column }
importing-correction-quoted = „{ $text }“
importing-correction-this-row = Diese Zeile
importing-correction-every-blank = Jedes leere Feld
importing-correction-every = Jedes „{ $text }“
importing-correction-every-hint = Jede Zelle von { $column } mit demselben Inhalt
importing-correction-because = Grund
importing-correction-because-example = Grund nennen
importing-correction-hint = Der Grund wird mit der Korrektur festgehalten; für die nächste Datei wird sie wieder angeboten. Eingabe führt zurück zur Zelle.
importing-correction-scope = Wo sie gilt
importing-correction-take-back = Zurücknehmen

## Was dem Schreiben im Weg steht

importing-open-problem = Zuerst das Problem oben klären
importing-open-reading = Wird gelesen …
importing-open-before = Schon importiert: für einen erneuten Import ankreuzen
importing-open-correction = Sagen, warum „{ $seen }“ korrigiert ist
importing-open-correction-row = Sagen, warum Zeile { $row } korrigiert ist
importing-open-questions = { $count ->
    [one] Zuerst { $count } Frage beantworten
   *[other] Zuerst { $count } Fragen beantworten
}
importing-open-columns = { $count ->
    [one] Zuerst { $count } Spalte bestätigen
   *[other] Zuerst { $count } Spalten bestätigen
}
importing-open-revision = Sagen, was mit den früheren Zeilen geschieht
importing-open-nothing = Noch kann keine Zeile importiert werden

## Was herauskommt

importing-progress = Import
importing-progress-checking = { $file } wird geprüft
importing-progress-reading = { $file } wird gelesen
importing-progress-writing = { $file } wird geschrieben
importing-progress-rows = { $done } Zeilen · { $speed } Zeilen/s
importing-progress-rows-of = { $done } von { $total } Zeilen · { $speed } Zeilen/s
importing-progress-at-once = Am Ende auf einmal geschrieben oder gar nicht
importing-progress-nothing-yet = Noch ist nichts geschrieben
importing-sum-rows-read = Gelesen
importing-sum-imported = Importiert
importing-sum-skipped = Übergangen
importing-sum-rejected = Abgelehnt
importing-sum-mass = kg in Datei
importing-sum-mass-imported = Importiert
importing-sum-mass-excluded = Entfallen
importing-sum-mass-new = davon neu
importing-weight-row = kg angegeben
importing-weight-catalogue = kg nach Modell
importing-weight-own_average = kg, eigenes Mittel
importing-weight-default = kg geschätzt
importing-weight-unresolved = ohne Gewicht
importing-sum-pieces = { $count } Stück
importing-commit = Zeilen importieren
importing-commit-rows = { $count ->
    [one] { $count } Zeile importieren
   *[other] { $count } Zeilen importieren
}

## Ein Befund in Worten

importing-finding-out-of-scope = Keine Hardware: nicht in der Summe.
importing-finding-out-of-scope-but = Keine Hardware, sondern { $what }: nicht in der Summe.
importing-finding-returned-goods = Eine Rücksendung: sie mindert das Jahr.
importing-finding-hidden-row = Diese Zeile ist in der Datei ausgeblendet oder herausgefiltert. Sie wird trotzdem gelesen.
importing-finding-quantity-implied = Das Blatt hat keine Mengenspalte{ $rest }.
importing-finding-quoted = „{ $seen }“, erwartet: { $expected }.
importing-finding-known-system = Es sieht nach einem Bericht aus { $system } aus{ $rest }.
importing-finding-struck-through = Die Zeile ist in der Datei durchgestrichen. Sie zählt, wie angegeben.
importing-finding-stray-quote = Ein Anführungszeichen wird nie geschlossen: es wird gelesen, wie es dasteht.
importing-finding-condition-in-text = Der Text sagt { $seen }, und keine Spalte tut es: es zählt so.
importing-finding-zero-mass = Ein Gewicht von 0 gilt als nicht angegeben.
importing-finding-cell-fixed = Gelesen als { $expected }.
importing-finding-mass-unit-open = „{ $seen }“ nennt keine Einheit: bitte angeben.
importing-finding-mass-unit-assumed = „{ $seen }“ nennt keine Einheit{ $rest }.
importing-finding-unit-or-line-mass = „{ $seen }“ sagt nicht, ob es die Masse eines Stücks oder der Zeile ist{ $rest }.
importing-finding-ambiguous-date = Tag und Monat sind nicht zu unterscheiden{ $rest }.
importing-finding-ambiguous-date-as-in = Tag und Monat sind nicht zu unterscheiden, etwa in „{ $seen }“{ $rest }.
importing-finding-ambiguous-number = Punkt und Komma sind nicht zu unterscheiden{ $rest }.
importing-finding-ambiguous-number-as-in = Punkt und Komma sind nicht zu unterscheiden, etwa in „{ $seen }“{ $rest }.
importing-finding-asset-repeated = „{ $seen }“ kommt mehr als einmal vor{ $rest }.
importing-finding-mass-mismatch = Menge × Stückmasse ergibt { $mass }, in der Datei steht „{ $seen }“{ $rest }.
importing-finding-expected = Erwartet: { $wanted }; gefunden: „{ $seen }“{ $rest }.
importing-finding-expected-nothing = Erwartet: { $wanted }; gefunden: nichts{ $rest }.
