import type { Translated } from '../../wording.ts';
import type { start as reference } from '../de/start.ts';

/** Pages before a meeting. They speak to adults who have come to the product themselves. */
export const start = {
  'start.again': 'Try again',
  'start.not_loaded': 'That did not work just now',

  // The newcomer's page.
  'start.running': 'runs on this computer, without the internet',
  'start.title': 'Take a seat at the table',
  'start.lead':
    'A plan meeting with an invented family is ready here. Open Ms Seidel and other places beside her; she lets everybody in. What somebody writes, all see at once.',
  'start.place.seidel': 'Leads the meeting, on a laptop',
  'start.place.screen': 'For everybody in the room, read only',
  'start.place.leon': 'On his own phone',
  'start.place.krueger': 'On the road',
  'start.name.screen': 'Big screen',
  'start.open': 'Open',
  'start.open_for': '{name}, in a new tab',
  'start.others': 'Also at the table:',
  'start.try': 'Three things to try',
  'start.try_together':
    'Open the same goal at Ms Seidel and at Leon and write in it at the same time. Both texts stay.',
  'start.try_sign':
    'Go to “Closing” at Ms Seidel, choose “Read aloud together” and sign as Leon, with a sentence of your own.',
  'start.try_offline':
    'Stop the server with Ctrl+C, keep writing at Leon and start it again with npm start. What is still waiting is told in words, and everything arrives.',
  'start.phone': 'Leon on your own phone',
  'start.phone_how': 'Join the same Wi-Fi and point the camera at the code.',
  'start.phone_code': 'Code with Leon’s link',
  'start.phone_closed':
    'Only this computer is listening yet. For a phone in the same Wi-Fi, start like this:',
  'start.phone_closed_after': 'Then a code for the camera appears here.',
  'start.after': 'Afterwards',
  'start.reset': 'Put the example back',
  'start.reset_title': 'Put the example back?',
  'start.reset_text':
    'The meeting is then as it was at the start. What you have tried is gone, and open places close.',
  'start.reset_keep': 'Keep everything',
  'start.reset_go': 'Put back',
  'start.reset_done': 'The example is as it was at the start.',
  'start.try_sign_in': 'Sign in as Ms Seidel',

  // The front door where there is no example.
  'start.door.title': 'Planning together',
  'start.door.guest':
    'You come to the meeting by your personal link. Open it from the message you were sent.',
  'start.door.staff': 'Professionals sign in here.',

  // Sign-in of staff.
  'start.sign_in': 'Sign in',
  'start.sign_in_lead': 'For professionals with an account.',
  'start.sign_in_guest':
    'Invited to a meeting? Then you need no account. Open the link from your invitation.',
  'start.email': 'E-mail',
  'start.password': 'Password',
  'start.missing_email': 'Please write the e-mail address of your account.',
  'start.missing_password': 'Please write the password.',
  'start.problem.wrong':
    'E-mail and password do not go together. Please check both; the e-mail is still there.',
  'start.problem.closed': 'This account is deactivated. The administrators of the office can open it again.',
  'start.problem.too_often': 'Those were many tries in a row. Please wait a minute.',
  'start.problem.no_network': 'No connection. Please try again in a moment.',
  'start.problem.failed': 'That did not work just now. Please try again in a moment.',

  // The caseworker's home.
  'start.home.hello': 'Hello, {name}',
  'start.home.sign_out': 'Sign out',
  'start.home.sign_out_failed': 'Signing out did not get through. Please try again.',
  'start.home.nothing_today': 'There is no meeting today.',
  'start.home.outside': 'In the lobby',
  'start.home.outside_who':
    '{count, plural, one {{names} is waiting in the lobby, since {since}.} other {{names} are waiting in the lobby, some since {since}.}}',
  'start.home.outside_screen': 'A screen',
  'start.home.outside_time': '{time}',
  'start.home.outside_day': '{day}, {time}',
  'start.home.outside_where': '{label}, meeting on {day}. Letting in is done there, at the very top.',
  'start.home.to_door': 'To the lobby',
  'start.home.kind': 'Meeting {number}, {type}',
  'start.home.until': 'until {end}',
  'start.home.coming_count':
    '{count, plural, =0 {Nobody is expected yet.} other {{far, plural, =0 {{count} are coming.} other {{count} are coming, {names} from afar.}}}}',
  'start.home.written': '{count, plural, one {{names} has written.} other {{names} have written.}}',
  'start.home.excused': '{count, plural, one {{names} is excused.} other {{names} are excused.}}',
  'start.home.opened':
    '{count, plural, one {{names} has opened the link} other {{names} have opened their links}}',
  'start.home.unopened': '{name} has not opened the link yet',
  'start.home.decided': '{decided} of {expected} have answered on the record',
  'start.home.open_table': 'Open the table',
  'start.home.read': 'Read and sign',
  'start.home.new_link': 'Show a new link',
  'start.home.to_protocol': 'To the record',
  'start.home.closed': 'Record {number} is closed',
  'start.home.next': 'Next meeting on {day} at {start}',
  'start.home.no_next': 'The next meeting has not been set up yet',
  'start.home.coming': 'Coming up',
  'start.home.signing': 'Signatures',
  'start.home.past': 'Earlier meetings',
  'start.home.planned': '{type}, {start}',
  'start.home.frozen': 'Version {number} for reading, {decided} of {expected} have answered',
  'start.home.sealed': 'Record {number}, closed on {day}',
  'start.home.no_contents': 'Names and dates stand here, no contents.',
} satisfies Translated<typeof reference>;
