import type { Area } from '../../wording.ts';

/** People at the table, as who leads looks after them. */
export const people = {
  // Who was there.
  'people.attendance': 'Wer war dabei?',
  'people.attendance_open':
    '{count, plural, =0 {Für alle ist notiert, ob und wie sie dabei waren.} one {Für eine Person ist es noch nicht notiert. Im Protokoll steht für sie, was geplant war.} other {Für # Personen ist es noch nicht notiert. Im Protokoll steht für sie, was geplant war.}}',
  'people.attendance_none': 'noch nicht notiert',
  'people.attendance_right': 'Stimmt: {how}',
  'people.attendance_right_of': 'Stimmt: {how} ({name})',
  'people.attendance_all':
    '{count, plural, one {Den Vorschlag übernehmen} =2 {Beide Vorschläge übernehmen} other {Alle # Vorschläge übernehmen}}',
  'people.attendance_all_hint':
    'Die Vorschläge kommen daher, welche Geräte am Tisch waren. Wer ohne Gerät im Raum sitzt, hinterlässt keine Spur.',
  'people.attendance_note': 'Dazu, wenn nötig',
  'people.attendance_note_of': 'Dazu, wenn nötig ({name})',
  'people.attendance_note_hint': 'ab 16:20 Uhr, zum Thema Schule',
  'people.attendance_of': 'War dabei',

  // One seat.
  'people.seat': '{name}: Link und Platz',
  'people.close': 'Schließen',
  'people.not_now': 'Jetzt nicht',
  'people.link': 'Neuen Link machen',
  'people.link_title': 'Neuer Link: {name}',
  'people.link_text':
    'Wer den Link öffnet, wartet im Vorraum, bis jemand aufmacht. Frühere Links gelten weiter, bis sie beendet werden.',
  'people.link_how':
    'Zum Kopieren in eine Nachricht. Der Link gilt nur für diese Person und wird hier nur einmal gezeigt.',
  'people.link_label': 'Persönlicher Link',
  'people.link_copy': 'Link kopieren',
  'people.link_copied': 'Der Link ist kopiert.',
  'people.link_marked': 'Der Link ist markiert. Mit Strg+C kopieren.',
  'people.link_close': 'Fertig',
  'people.revoke': 'Links beenden',
  'people.revoke_title': 'Die Links von {name_declined} beenden?',
  'people.revoke_text':
    'Kein Link, den {name} bisher bekommen hat, öffnet dann noch etwas. Geräte, die darüber am Tisch sind, gehen sofort hinaus.',
  'people.revoke_back': 'Der Platz bleibt, und alles Geschriebene auch. Mit einem neuen Link geht es weiter.',
  'people.revoke_not': 'Nicht beenden',
  'people.remove': 'Vom Tisch nehmen',
  'people.remove_title': '{name_declined} vom Tisch nehmen?',
  'people.remove_text':
    '{name} sieht den Plan dann auf keinem Gerät mehr. Dort steht ein Dank und bei wem man sich melden kann. Was schon geschrieben ist, bleibt.',
  'people.remove_back':
    'Das lässt sich zurücknehmen. Danach öffnet {name} den Link noch einmal und wartet im Vorraum.',
  'people.remove_not': 'Am Tisch lassen',
  'people.removed': 'Nicht mehr am Tisch',
  'people.restore': 'Wieder aufnehmen',
  'people.restore_whom': '{name_declined} wieder aufnehmen',
  'people.restored': '{name} hat wieder einen Platz.',

  // Waiting for long.
  'people.waits_long': '{name} wartet seit {minutes} Minuten im Vorraum.',
  'people.said.step': 'Jetzt: {step}.',
  'people.said.step_of': 'Jetzt: {step}, Schritt {at} von {of}.',
  'people.said.knocks': '{name} möchte herein.',
  'people.said.comes': '{name} ist da.',
  'people.said.goes': '{name} ist nicht mehr da.',
  'people.heard': 'Änderungen anderer vorlesen',
  'people.heard.all': 'alle',
  'people.heard.here': 'nur wo ich bin',
  'people.heard.off': 'aus',
} as const satisfies Area;
