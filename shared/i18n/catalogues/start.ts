import { catalogue } from '../messages.ts';

/** Pages before a meeting. They speak to adults who have come to the product themselves. */
export const startMessages = catalogue({
  'start.other_language': { de: 'English', en: 'Deutsch' },
  'start.again': { de: 'Noch einmal versuchen', en: 'Try again' },

  // The newcomer's page.
  'start.running': {
    de: 'läuft auf diesem Rechner, ohne Internet',
    en: 'runs on this computer, without the internet',
  },
  'start.title': { de: 'Setzen Sie sich mit an den Tisch', en: 'Take a seat at the table' },
  'start.lead': {
    de: 'Hier liegt ein Plangespräch mit einer erfundenen Familie bereit. Öffnen Sie Frau Seidel und daneben andere Plätze, sie lässt alle herein. Was jemand schreibt, sehen alle sofort.',
    en: 'A plan meeting with an invented family is ready here. Open Ms Seidel and other places beside her; she lets everybody in. What somebody writes, all see at once.',
  },
  'start.place.seidel': { de: 'Leitet das Gespräch, am Laptop', en: 'Leads the meeting, on a laptop' },
  'start.place.screen': { de: 'Für alle im Raum, nur lesen', en: 'For everybody in the room, read only' },
  'start.place.leon': { de: 'Am eigenen Handy', en: 'On his own phone' },
  'start.place.krueger': { de: 'Von unterwegs', en: 'On the road' },
  'start.name.screen': { de: 'Großer Bildschirm', en: 'Big screen' },
  'start.open': { de: 'Öffnen', en: 'Open' },
  'start.open_for': { de: '{name}, in einem neuen Tab', en: '{name}, in a new tab' },
  'start.others': { de: 'Auch am Tisch:', en: 'Also at the table:' },
  'start.try': { de: 'Drei Dinge zum Ausprobieren', en: 'Three things to try' },
  'start.try_together': {
    de: 'Bei Frau Seidel und bei Leon dasselbe Ziel anklicken, „Schreiben“ wählen und gleichzeitig tippen. Beide Texte bleiben.',
    en: 'Click the same goal at Ms Seidel and at Leon, choose “Write” and type at the same time. Both texts stay.',
  },
  'start.try_sign': {
    de: 'Bei Frau Seidel auf „Abschluss“ gehen, „Gemeinsam vorlesen“ wählen und als Leon unterschreiben, mit einem eigenen Satz dazu.',
    en: 'Go to “Closing” at Ms Seidel, choose “Read aloud together” and sign as Leon, with a sentence of your own.',
  },
  'start.try_offline': {
    de: 'Den Server mit Strg+C anhalten, bei Leon weiterschreiben und mit npm start wieder starten. Was noch wartet, steht in Worten da, und alles kommt an.',
    en: 'Stop the server with Ctrl+C, keep writing at Leon and start it again with npm start. What is still waiting is told in words, and everything arrives.',
  },
  'start.phone': { de: 'Leon am eigenen Handy', en: 'Leon on your own phone' },
  'start.phone_how': {
    de: 'Handy ins gleiche WLAN, Kamera auf den Code halten.',
    en: 'Join the same Wi-Fi and point the camera at the code.',
  },
  'start.phone_code': { de: 'Code mit Leons Link', en: 'Code with Leon’s link' },
  'start.phone_closed': {
    de: 'Noch hört nur dieser Rechner zu. Für ein Handy im gleichen WLAN starten Sie so:',
    en: 'Only this computer is listening yet. For a phone in the same Wi-Fi, start like this:',
  },
  'start.phone_closed_after': {
    de: 'Dann steht hier ein Code für die Kamera.',
    en: 'Then a code for the camera appears here.',
  },
  'start.after': { de: 'Danach', en: 'Afterwards' },
  'start.reset': { de: 'Beispiel zurücksetzen', en: 'Put the example back' },
  'start.reset_title': { de: 'Beispiel zurücksetzen?', en: 'Put the example back?' },
  'start.reset_text': {
    de: 'Das Gespräch liegt danach wieder da wie am Anfang. Was Sie ausprobiert haben, ist weg, und offene Plätze schließen sich.',
    en: 'The meeting is then as it was at the start. What you have tried is gone, and open places close.',
  },
  'start.reset_keep': { de: 'Alles lassen', en: 'Keep everything' },
  'start.reset_go': { de: 'Zurücksetzen', en: 'Put back' },
  'start.reset_done': {
    de: 'Das Beispiel liegt wieder da wie am Anfang.',
    en: 'The example is as it was at the start.',
  },
  'start.try_sign_in': { de: 'Als Frau Seidel anmelden', en: 'Sign in as Ms Seidel' },

  // The front door where there is no example.
  'start.door.title': { de: 'Gemeinsam planen', en: 'Planning together' },
  'start.door.guest': {
    de: 'Zum Gespräch kommen Sie mit Ihrem persönlichen Link. Öffnen Sie ihn aus der Nachricht, die Sie bekommen haben.',
    en: 'You come to the meeting by your personal link. Open it from the message you were sent.',
  },
  'start.door.staff': { de: 'Fachkräfte melden sich hier an.', en: 'Professionals sign in here.' },

  // Sign-in of staff.
  'start.sign_in': { de: 'Anmelden', en: 'Sign in' },
  'start.sign_in_lead': { de: 'Für Fachkräfte mit einem Konto.', en: 'For professionals with an account.' },
  'start.sign_in_guest': {
    de: 'Sie sind zu einem Gespräch eingeladen? Dann brauchen Sie kein Konto. Öffnen Sie den Link aus Ihrer Einladung.',
    en: 'Invited to a meeting? Then you need no account. Open the link from your invitation.',
  },
  'start.email': { de: 'E-Mail', en: 'E-mail' },
  'start.password': { de: 'Passwort', en: 'Password' },
  'start.missing_email': {
    de: 'Bitte die E-Mail-Adresse eintragen, mit der Ihr Konto angelegt ist.',
    en: 'Please write the e-mail address of your account.',
  },
  'start.missing_password': { de: 'Bitte das Passwort eintragen.', en: 'Please write the password.' },
  'start.problem.wrong': {
    de: 'E-Mail und Passwort passen nicht zusammen. Bitte beides prüfen, die E-Mail steht noch da.',
    en: 'E-mail and password do not go together. Please check both; the e-mail is still there.',
  },
  'start.problem.too_often': {
    de: 'Das waren viele Versuche hintereinander. Bitte eine Minute warten.',
    en: 'Those were many tries in a row. Please wait a minute.',
  },
  'start.problem.no_network': {
    de: 'Kein Netz. Bitte gleich noch einmal versuchen.',
    en: 'No connection. Please try again in a moment.',
  },
  'start.problem.failed': {
    de: 'Das hat gerade nicht geklappt. Bitte gleich noch einmal versuchen.',
    en: 'That did not work just now. Please try again in a moment.',
  },

  // The caseworker's home.
  'start.home.hello': { de: 'Guten Tag, {name}', en: 'Hello, {name}' },
  'start.home.sign_out': { de: 'Abmelden', en: 'Sign out' },
  'start.home.sign_out_failed': {
    de: 'Das Abmelden ist nicht angekommen. Bitte noch einmal versuchen.',
    en: 'Signing out did not get through. Please try again.',
  },
  'start.home.nothing_today': { de: 'Heute steht kein Gespräch an.', en: 'There is no meeting today.' },
  'start.home.kind': { de: '{number}. Gespräch, {type}', en: 'Meeting {number}, {type}' },
  'start.home.until': { de: 'bis {end}', en: 'until {end}' },
  'start.home.coming_count': {
    de: '{count, plural, =0 {Noch niemand hat zugesagt.} other {{far, plural, =0 {{count} kommen.} other {{count} kommen, {names} von fern.}}}}',
    en: '{count, plural, =0 {Nobody is expected yet.} other {{far, plural, =0 {{count} are coming.} other {{count} are coming, {names} from afar.}}}}',
  },
  'start.home.written': {
    de: '{count, plural, one {{names} hat geschrieben.} other {{names} haben geschrieben.}}',
    en: '{count, plural, one {{names} has written.} other {{names} have written.}}',
  },
  'start.home.excused': {
    de: '{count, plural, one {{names} ist entschuldigt.} other {{names} sind entschuldigt.}}',
    en: '{count, plural, one {{names} is excused.} other {{names} are excused.}}',
  },
  'start.home.opened': {
    de: '{count, plural, one {{names} hat den Link geöffnet} other {{names} haben ihren Link geöffnet}}',
    en: '{count, plural, one {{names} has opened the link} other {{names} have opened their links}}',
  },
  'start.home.unopened': {
    de: '{name} hat den Link noch nicht geöffnet',
    en: '{name} has not opened the link yet',
  },
  'start.home.decided': {
    de: '{decided} von {expected} haben sich zum Protokoll entschieden',
    en: '{decided} of {expected} have decided on the protocol',
  },
  'start.home.open_table': { de: 'Tisch öffnen', en: 'Open the table' },
  'start.home.read': { de: 'Lesen und unterschreiben', en: 'Read and sign' },
  'start.home.new_link': { de: 'Noch einmal schicken', en: 'Send again' },
  'start.home.coming': { de: 'Demnächst', en: 'Coming up' },
  'start.home.signing': { de: 'Unterschriften', en: 'Signatures' },
  'start.home.past': { de: 'Frühere Gespräche', en: 'Earlier meetings' },
  'start.home.planned': { de: '{type}, {start} Uhr', en: '{type}, {start}' },
  'start.home.frozen': {
    de: 'Vorlesefassung {number}, {decided} von {expected} haben entschieden',
    en: 'Version {number} for reading, {decided} of {expected} have decided',
  },
  'start.home.sealed': {
    de: 'Protokoll {number}, abgeschlossen am {day}',
    en: 'Protocol {number}, closed on {day}',
  },
  'start.home.no_contents': {
    de: 'Hier stehen Namen und Termine, keine Inhalte.',
    en: 'Names and dates stand here, no contents.',
  },
});
