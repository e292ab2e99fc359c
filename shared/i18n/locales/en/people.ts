import type { Translated } from '../../wording.ts';
import type { people as reference } from '../de/people.ts';

/** People at the table, as who leads looks after them. */
export const people = {
  // Who was there.
  'people.attendance': 'Who was there?',
  'people.attendance_open':
    '{count, plural, =0 {It is noted for everybody whether and how they were there.} one {It is not noted yet for one person. The record tells what was planned for them.} other {It is not noted yet for # people. The record tells what was planned for them.}}',
  'people.attendance_none': 'not noted yet',
  'people.attendance_right': 'Correct: {how}',
  'people.attendance_right_of': 'Correct: {how} ({name})',
  'people.attendance_all':
    '{count, plural, one {Take the proposal} =2 {Take both proposals} other {Take all # proposals}}',
  'people.attendance_all_hint':
    'The proposals come from the devices that were at the table. Who sits in the room without one leaves no trace.',
  'people.attendance_note': 'Add, if needed',
  'people.attendance_note_of': 'Add, if needed ({name})',
  'people.attendance_note_hint': 'from 16:20, on school',
  'people.attendance_of': 'Was there',

  // One seat.
  'people.seat': '{name}: link and place',
  'people.close': 'Close',
  'people.not_now': 'Not now',
  'people.link': 'Make a new link',
  'people.link_title': 'New link: {name}',
  'people.link_text':
    'Whoever opens the link waits in the lobby to be let in. Earlier links stay valid until they are ended.',
  'people.link_how':
    'To be copied into a message. The link is for this person only and is shown here only once.',
  'people.link_label': 'Personal link',
  'people.link_copy': 'Copy the link',
  'people.link_copied': 'The link is copied.',
  'people.link_marked': 'The link is marked. Copy it with Ctrl+C.',
  'people.link_close': 'Done',
  'people.revoke': 'End the links',
  'people.revoke_title': 'End the links of {name}?',
  'people.revoke_text':
    'No link that {name} has got so far will open anything. Devices that came by one leave the table at once.',
  'people.revoke_back': 'The place stays, and everything written. It goes on with a new link.',
  'people.revoke_not': 'Do not end them',
  'people.remove': 'Take from the table',
  'people.remove_title': 'Take {name} from the table?',
  'people.remove_text':
    '{name} no longer sees the plan on any device. What stands there is a thank-you and whom to get in touch with. What is written stays.',
  'people.remove_back': 'This can be taken back. {name} then opens the link again and waits in the lobby.',
  'people.remove_not': 'Leave at the table',
  'people.removed': 'No longer at the table',
  'people.restore': 'Let back in',
  'people.restore_whom': 'Take {name} back in',
  'people.restored': '{name} has a place again.',

  // Waiting for long.
  'people.waits_long': '{name} has been waiting in the lobby for {minutes} minutes.',
  'people.said.step': 'Now: {step}.',
  'people.said.step_of': 'Now: {step}, step {at} of {of}.',
  'people.said.knocks': '{name} would like to come in.',
  'people.said.comes': '{name} is here.',
  'people.said.goes': '{name} is no longer here.',
  'people.heard': 'Read out what others change',
  'people.heard.all': 'all of it',
  'people.heard.here': 'only where I am',
  'people.heard.off': 'off',
} satisfies Translated<typeof reference>;
