import { catalogue } from '../messages.ts';

/** People at the table, as who leads looks after them. */
export const peopleMessages = catalogue({
  // Who was there.
  'people.attendance': { de: 'Wer war dabei?', en: 'Who was there?' },
  'people.attendance_open': {
    de: '{count, plural, =0 {Für alle ist notiert, ob und wie sie dabei waren.} one {Für eine Person ist es noch nicht notiert. Im Protokoll steht für sie, was geplant war.} other {Für # Personen ist es noch nicht notiert. Im Protokoll steht für sie, was geplant war.}}',
    en: '{count, plural, =0 {It is noted for everybody whether and how they were there.} one {It is not noted yet for one person. The protocol tells what was planned for them.} other {It is not noted yet for # people. The protocol tells what was planned for them.}}',
  },
  'people.attendance_none': { de: 'noch nicht notiert', en: 'not noted yet' },
  'people.attendance_right': { de: 'Stimmt: {how}', en: 'Right: {how}' },
  'people.attendance_right_of': { de: 'Stimmt: {how} ({name})', en: 'Right: {how} ({name})' },
  'people.attendance_all': {
    de: '{count, plural, one {Den Vorschlag übernehmen} =2 {Beide Vorschläge übernehmen} other {Alle # Vorschläge übernehmen}}',
    en: '{count, plural, one {Take the proposal} =2 {Take both proposals} other {Take all # proposals}}',
  },
  'people.attendance_all_hint': {
    de: 'Die Vorschläge kommen daher, welche Geräte am Tisch waren. Wer ohne Gerät im Raum sitzt, hinterlässt keine Spur.',
    en: 'The proposals come from the devices that were at the table. Who sits in the room without one leaves no trace.',
  },
  'people.attendance_note': { de: 'Dazu, wenn nötig', en: 'Add, if needed' },
  'people.attendance_note_of': { de: 'Dazu, wenn nötig ({name})', en: 'Add, if needed ({name})' },
  'people.attendance_note_hint': { de: 'ab 16:20 Uhr, zum Thema Schule', en: 'from 16:20, on school' },
  'people.attendance_of': { de: 'War dabei', en: 'Was there' },

  // One seat.
  'people.seat': { de: '{name}: Link und Platz', en: '{name}: link and place' },
  'people.close': { de: 'Schließen', en: 'Close' },
  'people.not_now': { de: 'Jetzt nicht', en: 'Not now' },
  'people.link': { de: 'Neuen Link machen', en: 'Make a new link' },
  'people.link_title': { de: 'Neuer Link: {name}', en: 'New link: {name}' },
  'people.link_text': {
    de: 'Wer den Link öffnet, wartet im Vorraum, bis jemand aufmacht. Frühere Links gelten weiter, bis sie beendet werden.',
    en: 'Whoever opens the link waits in the lobby to be let in. Earlier links stay valid until they are ended.',
  },
  'people.link_how': {
    de: 'Zum Kopieren in eine Nachricht. Der Link gilt nur für diese Person und wird hier nur einmal gezeigt.',
    en: 'To be copied into a message. The link is for this person only and is shown here only once.',
  },
  'people.link_label': { de: 'Persönlicher Link', en: 'Personal link' },
  'people.link_copy': { de: 'Link kopieren', en: 'Copy the link' },
  'people.link_copied': { de: 'Der Link ist kopiert.', en: 'The link is copied.' },
  'people.link_marked': {
    de: 'Der Link ist markiert. Mit Strg+C kopieren.',
    en: 'The link is marked. Copy it with Ctrl+C.',
  },
  'people.link_close': { de: 'Fertig', en: 'Done' },
  'people.revoke': { de: 'Links beenden', en: 'End the links' },
  'people.revoke_title': { de: 'Die Links von {name_declined} beenden?', en: 'End the links of {name}?' },
  'people.revoke_text': {
    de: 'Kein Link, den {name} bisher bekommen hat, öffnet dann noch etwas. Geräte, die darüber am Tisch sind, gehen sofort hinaus.',
    en: 'No link that {name} has got so far will open anything. Devices that came by one leave the table at once.',
  },
  'people.revoke_back': {
    de: 'Der Platz bleibt, und alles Geschriebene auch. Mit einem neuen Link geht es weiter.',
    en: 'The place stays, and everything written. It goes on with a new link.',
  },
  'people.revoke_not': { de: 'Nicht beenden', en: 'Do not end them' },
  'people.remove': { de: 'Vom Tisch nehmen', en: 'Take from the table' },
  'people.remove_title': { de: '{name_declined} vom Tisch nehmen?', en: 'Take {name} from the table?' },
  'people.remove_text': {
    de: '{name} sieht den Plan dann auf keinem Gerät mehr. Dort steht ein Dank und bei wem man sich melden kann. Was schon geschrieben ist, bleibt.',
    en: '{name} no longer sees the plan on any device. What stands there is a thank-you and whom to get in touch with. What is written stays.',
  },
  'people.remove_back': {
    de: 'Das lässt sich zurücknehmen. Danach öffnet {name} den Link noch einmal und wartet im Vorraum.',
    en: 'This can be taken back. {name} then opens the link again and waits in the lobby.',
  },
  'people.remove_not': { de: 'Am Tisch lassen', en: 'Leave at the table' },
  'people.removed': { de: 'Nicht mehr am Tisch', en: 'No longer at the table' },
  'people.restore': { de: 'Wieder aufnehmen', en: 'Take back in' },
  'people.restore_whom': { de: '{name_declined} wieder aufnehmen', en: 'Take {name} back in' },

  // Waiting for long.
  'people.waits_long': {
    de: '{name} wartet seit {minutes} Minuten im Vorraum.',
    en: '{name} has been waiting in the lobby for {minutes} minutes.',
  },
});
