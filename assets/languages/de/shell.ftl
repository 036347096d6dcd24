### Der Rahmen um jede Ansicht.

## Die Leiste über einer Ansicht

bar-years = Berichtsjahr
bar-locked = Gesperrt
bar-entity = Gesellschaft
bar-all-entities = Alle Gesellschaften
bar-as-of = Stand { $day }

## Die Seitenleiste

sidebar-welcome = Willkommen
sidebar-sample = (Beispiel)
sidebar-screens = Ansichten
sidebar-without-weight = { $lines ->
    [one] { $lines } Zeile ohne Gewicht
   *[other] { $lines } Zeilen ohne Gewicht
}
sidebar-not-verified = Noch nicht geprüft
sidebar-did-not-verify = Fehler um { $at }
sidebar-does-not-verify = Prüfung schlug fehl
sidebar-changed = Geändert seit { $at }
sidebar-verified = Geprüft { $at }
sidebar-verify-again = Prüfen untersucht die Datei, wie sie jetzt ist.
sidebar-chain = { $events }, Kopf der Kette { $head }
sidebar-no-head = noch keiner
sidebar-head = { $events }, Kopf { $head }
sidebar-saved = Auf diesem Computer
sidebar-no-workspace = Noch nichts geöffnet
sidebar-stays = Alles bleibt auf diesem Computer.

## Um die Ansicht

shell-content = Zum Inhalt
shell-not-connected = Das Programm hat keine Verbindung zu seinem Kern. Bitte schließen und neu starten.
shell-drop = Zum Importieren ablegen
shell-drop-text = Alles ist zu sehen, bevor etwas geschrieben wird.
shell-happened = Was geschehen ist

## Was über einer Ansicht steht

banner-reading = Dieser Arbeitsbereich ist nur zum Lesen geöffnet.
banner-elsewhere = { $person } hat diesen Arbeitsbereich auf { $host } seit { $since } geöffnet.
banner-somebody = Jemand
banner-one-after = Bitte nacheinander arbeiten: Angezeigte Zahlen können dort geändert werden.
banner-network = Dieser Arbeitsbereich liegt auf einem Netzlaufwerk.
banner-synced = Dieser Arbeitsbereich liegt in einem synchronisierten Ordner.
banner-close-first = Vor dem Öffnen auf einem anderen Computer schließen; eine Kopie, die währenddessen entsteht, kann unvollständig sein.
banner-understood = Verstanden
banner-earlier = Dieser Arbeitsbereich war von einer früheren Version und ist jetzt auf dem neuesten Stand. Die Datei, wie sie war, liegt unter { $path }
banner-show = Im Ordner zeigen

## Die Prüfung

verified-sound = Geprüft: { $events }, jede Zeile, jeder Saldo und jedes Dokument
verified-problems = { $problems }: Die Datei ist nicht, wie sie hinterlassen wurde
verified-all = Alle { $count } zeigen
verified-remedies = Was zu tun ist
verified-undo = Import zurücknehmen
verified-restore = Sicherung öffnen…
verified-toast = Geprüft: Jeder Saldo, jede Zeile und jedes Ereignis ist, wie es hinterlassen wurde.
verified-toast-not = Etwas ist nicht, wie es hinterlassen wurde. Der Verlauf sagt, was.

## Zurücknehmen

undo-edit = Änderung { $edit } zurückgenommen. { $lines ->
    [one] { $lines } Zeile ist wieder wie zuvor.
   *[other] { $lines } Zeilen sind wieder wie zuvor.
}
undo-import = Import von { $file } zurückgenommen, { $rows } entfernt.

## Ein Import, der nicht fertig ist

draft-title = Ein Import ist nicht abgeschlossen
draft-text = Seine Blätter, Spalten, Antworten und Korrekturen sind noch da. Im Arbeitsbereich ist davon noch nichts.
draft-gone = ist nicht mehr, wo sie war. Zum Fortfahren bitte zurücklegen.
draft-gone-toast = { $files } ist nicht mehr, wo sie war. Zurücklegen oder mit Strg O neu hinzufügen.
draft-discard = Verwerfen
draft-others = Andere Dateien…
draft-go-on = Fortfahren

## Ein Jahr sperren

lock-title = { $year } sperren
lock-title-unlock = { $year } entsperren
lock-text = Danach ist keine Änderung mehr möglich: keine Zeile, keine Stilllegung, kein anderes Ziel. Die Zahlen werden festgehalten, wie sie jetzt sind.
lock-text-unlock = Das Jahr kann wieder geändert werden. Der Grund bleibt vermerkt, und beim erneuten Sperren wird jede abweichende Zahl festgehalten.
lock-why = Grund
lock-say-why = Bitte einen Grund angeben
lock-open = Jahr { $year } ist offen.
lock-locked = Jahr { $year } ist gesperrt.
lock-restated = Jahr { $year } ist gesperrt und neu gefasst: { $figures }.

## Werkzeuge einer Tabelle

tools-label = Tabelle: { $what }
tools-columns = Spalten…
tools-excel = Als Excel exportieren…
tools-csv = Als csv exportieren…
tools-print = Drucken…
tools-saved = { $file } gespeichert.
tools-columns-of = Spalten: { $what }
tools-columns-text = Angehakte Spalten werden gezeigt, soweit Platz ist, in dieser Reihenfolge. Das merkt sich dieser Computer.
tools-left = { $column } weiter nach links
tools-right = { $column } weiter nach rechts
tools-as-it-was = Wie zuvor
tools-done = Fertig
tools-first = Die ersten { $shown } von { $rows } Zeilen.
