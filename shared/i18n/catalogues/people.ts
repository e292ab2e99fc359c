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
});
