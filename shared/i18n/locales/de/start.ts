import type { Area } from '../../wording.ts';

/** Pages before a meeting. They speak to adults who have come to the product themselves. */
export const start = {
  'start.again': 'Noch einmal versuchen',
  'start.not_loaded': 'Das hat gerade nicht geklappt',

  // The newcomer's page.
  'start.running': 'läuft auf diesem Rechner, ohne Internet',
  'start.title': 'Setzen Sie sich mit an den Tisch',
  'start.lead':
    'Hier liegt ein Plangespräch mit einer erfundenen Familie bereit. Öffnen Sie Frau Seidel und daneben andere Plätze, sie lässt alle herein. Was jemand schreibt, sehen alle sofort.',
  'start.place.seidel': 'Leitet das Gespräch, am Laptop',
  'start.place.screen': 'Für alle im Raum, nur lesen',
  'start.place.leon': 'Am eigenen Handy',
  'start.place.krueger': 'Von unterwegs',
  'start.name.screen': 'Großer Bildschirm',
  'start.open': 'Öffnen',
  'start.open_for': '{name}, in einem neuen Tab',
  'start.others': 'Auch am Tisch:',
  'start.try': 'Drei Dinge zum Ausprobieren',
  'start.try_together':
    'Bei Frau Seidel und bei Leon dasselbe Ziel öffnen und gleichzeitig hineinschreiben. Beide Texte bleiben.',
  'start.try_sign':
    'Bei Frau Seidel auf „Abschluss“ gehen, „Gemeinsam vorlesen“ wählen und als Leon unterschreiben, mit einem eigenen Satz dazu.',
  'start.try_offline':
    'Den Server mit Strg+C anhalten, bei Leon weiterschreiben und mit npm start wieder starten. Was noch wartet, steht in Worten da, und alles kommt an.',
  'start.phone': 'Leon am eigenen Handy',
  'start.phone_how': 'Handy ins gleiche WLAN, Kamera auf den Code halten.',
  'start.phone_code': 'Code mit Leons Link',
  'start.phone_closed': 'Noch hört nur dieser Rechner zu. Für ein Handy im gleichen WLAN starten Sie so:',
  'start.phone_closed_after': 'Dann steht hier ein Code für die Kamera.',
  'start.after': 'Danach',
  'start.reset': 'Beispiel zurücksetzen',
  'start.reset_title': 'Beispiel zurücksetzen?',
  'start.reset_text':
    'Das Gespräch liegt danach wieder da wie am Anfang. Was Sie ausprobiert haben, ist weg, und offene Plätze schließen sich.',
  'start.reset_keep': 'Alles lassen',
  'start.reset_go': 'Zurücksetzen',
  'start.reset_done': 'Das Beispiel liegt wieder da wie am Anfang.',
  'start.try_sign_in': 'Als Frau Seidel anmelden',

  // The front door where there is no example.
  'start.door.title': 'Gemeinsam planen',
  'start.door.guest':
    'Zum Gespräch kommen Sie mit Ihrem persönlichen Link. Öffnen Sie ihn aus der Nachricht, die Sie bekommen haben.',
  'start.door.staff': 'Fachkräfte melden sich hier an.',

  // Sign-in of staff.
  'start.sign_in': 'Anmelden',
  'start.sign_in_lead': 'Für Fachkräfte mit einem Konto.',
  'start.sign_in_guest':
    'Sie sind zu einem Gespräch eingeladen? Dann brauchen Sie kein Konto. Öffnen Sie den Link aus Ihrer Einladung.',
  'start.email': 'E-Mail',
  'start.password': 'Passwort',
  'start.missing_email': 'Bitte die E-Mail-Adresse eintragen, mit der Ihr Konto angelegt ist.',
  'start.missing_password': 'Bitte das Passwort eintragen.',
  'start.problem.wrong':
    'E-Mail und Passwort passen nicht zusammen. Bitte beides prüfen, die E-Mail steht noch da.',
  'start.problem.closed': 'Dieses Konto ist stillgelegt. Die Verwaltung des Amtes kann es wieder öffnen.',
  'start.problem.too_often': 'Das waren viele Versuche hintereinander. Bitte eine Minute warten.',
  'start.problem.no_network': 'Kein Netz. Bitte gleich noch einmal versuchen.',
  'start.problem.failed': 'Das hat gerade nicht geklappt. Bitte gleich noch einmal versuchen.',

  // The caseworker's home.
  'start.home.hello': 'Guten Tag, {name}',
  'start.home.sign_out': 'Abmelden',
  'start.home.sign_out_failed': 'Das Abmelden ist nicht angekommen. Bitte noch einmal versuchen.',
  'start.home.nothing_today': 'Heute steht kein Gespräch an.',
  'start.home.outside': 'Im Vorraum',
  'start.home.outside_who':
    '{count, plural, one {{names} wartet im Vorraum, seit {since}.} other {{names} warten im Vorraum, zum Teil seit {since}.}}',
  'start.home.outside_screen': 'Ein Bildschirm',
  'start.home.outside_time': '{time} Uhr',
  'start.home.outside_day': '{day}, {time} Uhr',
  'start.home.outside_where': '{label}, Gespräch am {day}. Hereinlassen geht dort ganz oben.',
  'start.home.to_door': 'Zum Vorraum',
  'start.home.kind': '{number}. Gespräch, {type}',
  'start.home.until': 'bis {end}',
  'start.home.coming_count':
    '{count, plural, =0 {Noch niemand hat zugesagt.} other {{far, plural, =0 {{count} kommen.} other {{count} kommen, {names} von fern.}}}}',
  'start.home.written': '{count, plural, one {{names} hat geschrieben.} other {{names} haben geschrieben.}}',
  'start.home.excused': '{count, plural, one {{names} ist entschuldigt.} other {{names} sind entschuldigt.}}',
  'start.home.opened':
    '{count, plural, one {{names} hat den Link geöffnet} other {{names} haben ihren Link geöffnet}}',
  'start.home.unopened': '{name} hat den Link noch nicht geöffnet',
  'start.home.decided': '{decided} von {expected} haben zum Protokoll geantwortet',
  'start.home.open_table': 'Tisch öffnen',
  'start.home.read': 'Lesen und unterschreiben',
  'start.home.new_link': 'Neuen Link anzeigen',
  'start.home.to_protocol': 'Zum Protokoll',
  'start.home.closed': 'Protokoll {number} ist abgeschlossen',
  'start.home.next': 'Nächstes Gespräch am {day} um {start} Uhr',
  'start.home.no_next': 'Das nächste Gespräch ist noch nicht angelegt',
  'start.home.coming': 'Demnächst',
  'start.home.signing': 'Unterschriften',
  'start.home.past': 'Frühere Gespräche',
  'start.home.planned': '{type}, {start} Uhr',
  'start.home.frozen': 'Fassung {number}, {decided} von {expected} haben geantwortet',
  'start.home.sealed': 'Protokoll {number}, abgeschlossen am {day}',
  'start.home.no_contents': 'Hier stehen Namen und Termine, keine Inhalte.',
} as const satisfies Area;
