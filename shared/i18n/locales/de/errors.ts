import type { Area } from '../../wording.ts';

/** What happened and what to do. `error.<code>` for every error, `error.field.<reason>` beside a field. */
export const errors = {
  'error.bad_request': 'Eine Angabe passt noch nicht. Die Stelle steht dabei.',
  'error.unauthenticated': {
    du: 'Dein Platz ist hier nicht mehr offen. Öffne noch einmal deinen Link.',
    sie: 'Ihr Platz ist hier nicht mehr offen. Bitte öffnen Sie noch einmal Ihren Link.',
    neutral: 'Dieser Platz ist nicht mehr offen. Bitte den Link noch einmal öffnen oder neu anmelden.',
  },
  'error.forbidden': {
    du: 'Das kannst du an diesem Platz nicht tun.',
    sie: 'Das können Sie an diesem Platz nicht tun.',
    neutral: 'Das geht an diesem Platz nicht.',
  },
  'error.not_found': 'Das gibt es hier nicht, oder nicht mehr.',
  'error.link_invalid': {
    du: 'Dieser Link gilt nicht mehr. Frag die Person, die dich eingeladen hat, nach einem neuen.',
    sie: 'Dieser Link gilt nicht mehr. Bitte fragen Sie die Person, die Sie eingeladen hat, nach einem neuen.',
    neutral: 'Dieser Link gilt nicht mehr. Wer eingeladen hat, kann einen neuen schicken.',
  },
  'error.link_expired':
    'Die Zeit für diese Adresse ist abgelaufen. Wer sie gegeben hat, kann eine neue machen.',
  'error.link_used': 'Diese Adresse hat ihren Dienst schon getan. Weiter geht es mit der Anmeldung.',
  'error.not_admitted': {
    du: 'Du wartest noch. Gleich wirst du hereingeholt.',
    sie: 'Sie warten noch. Gleich werden Sie hereingeholt.',
    neutral: 'Dieser Platz wartet noch auf den Einlass.',
  },
  'error.wrong_state': 'Das geht gerade nicht. Bitte kurz warten.',
  'error.wrong_version': {
    du: 'Der Plan hat sich geändert. Lies bitte die neue Fassung, dann kannst du etwas dazu sagen.',
    sie: 'Der Plan hat sich geändert. Bitte lesen Sie die neue Fassung, dann können Sie etwas dazu sagen.',
    neutral: 'Der Plan hat sich geändert. Bitte zuerst die neue Fassung lesen.',
  },
  'error.name_mismatch': {
    du: 'Das ist nicht dein Name, so wie er hier steht. Dein Vorname reicht.',
    sie: 'Das ist nicht Ihr Name, so wie er hier steht. Ihr Vor- oder Nachname reicht.',
    neutral: 'Das ist nicht der Name, der hier steht. Der Vorname reicht.',
  },
  'error.change_over': {
    du: 'Die Zeit für Änderungen ist vorbei. Deine Antwort bleibt, wie sie ist. Wenn etwas nicht stimmt, frag die Fachkraft.',
    sie: 'Die Zeit für Änderungen ist vorbei. Ihre Antwort bleibt, wie sie ist. Wenn etwas nicht stimmt, hilft Ihnen die Fachkraft.',
    neutral: 'Die Zeit für Änderungen ist vorbei. Die Antwort bleibt, wie sie ist.',
  },
  'error.decided_often': {
    du: 'Du hast deine Antwort sehr oft geändert. Es bleibt bei der letzten. Wenn sie nicht stimmt, frag die Fachkraft.',
    sie: 'Sie haben Ihre Antwort sehr oft geändert. Es bleibt bei der letzten. Wenn sie nicht stimmt, hilft Ihnen die Fachkraft.',
    neutral: 'Die Antwort wurde sehr oft geändert. Es bleibt bei der letzten.',
  },
  'error.factor_missing': 'Dafür braucht dieses Konto zuerst einen zweiten Faktor.',
  'error.last_administrator': 'Das geht erst, wenn noch jemand die Konten verwaltet.',
  'error.leads_meeting':
    'Diese Person leitet gerade ein Gespräch, und niemand sonst dort könnte es. Bitte warten, bis es vorbei ist.',
  'error.account_closed': 'Dieses Konto ist stillgelegt. Die Verwaltung des Amtes kann es wieder öffnen.',
  'error.wrong_code': 'Dieser Code stimmt nicht. Er wechselt alle 30 Sekunden; bitte den neuesten eintragen.',
  'error.sign_in_over': 'Diese Anmeldung ist abgelaufen. Bitte noch einmal mit E-Mail und Passwort beginnen.',
  'error.passkey_refused':
    'Dieser Passkey wurde nicht angenommen. Vielleicht ist er hier entfernt worden. Mit E-Mail und Passwort geht es auch.',
  'error.passkey_over': 'Die Frage an den Passkey ist abgelaufen. Bitte noch einmal versuchen.',
  'error.passkey_elsewhere':
    'Unter dieser Adresse gibt es keine Passkeys. Unter der Adresse, die das Amt nennt, geht es; hier mit Passwort.',
  'error.last_second_factor':
    'Das ist der einzige zweite Faktor dieses Kontos. Bitte zuerst einen anderen einrichten.',
  'error.too_large': 'Das ist zu groß. Bitte kürzer fassen.',
  'error.rate_limited': 'Das war sehr oft hintereinander. Bitte eine Minute warten, dann geht es wieder.',
  'error.foreign_origin':
    'Diese Anfrage kam von einer fremden Seite. Bitte die Adresse von Planrunde selbst öffnen.',
  'error.export_unavailable':
    'Auf diesem Rechner kann kein PDF erzeugt werden. Der Plan lässt sich als Datei (JSON) sichern.',
  'error.export_pending': 'Das PDF wird noch gemacht. Bitte in einer Minute noch einmal öffnen.',
  'error.unknown_form':
    'Diese Fassung wurde mit einer neueren Ausgabe von Planrunde festgehalten. Diese hier kann sie nicht lesen und rät nicht. Sie ist unverändert gespeichert. Bitte Planrunde aktualisieren.',
  'error.internal': 'Da ist bei uns etwas schiefgegangen. Nichts ist verloren. Bitte noch einmal versuchen.',
  'error.wrong_login': 'E-Mail oder Passwort stimmt nicht.',
  'error.field.invalid': 'Das passt hier nicht.',
  'error.field.required': 'Hier fehlt noch etwas.',
  'error.field.too_long': 'Das ist zu lang.',
  'error.field.unknown_field': 'Diese Angabe gibt es hier nicht.',
  'error.field.not_json': 'Die Anfrage ist kein lesbares JSON.',
  'error.field.date': 'Bitte einen Tag angeben, den es im Kalender gibt.',
  'error.field.email': 'Bitte eine E-Mail-Adresse mit @ eintragen.',
  'error.field.email_taken': 'Mit dieser E-Mail-Adresse gibt es schon ein Konto.',
  'error.field.password_short': 'Bitte mindestens 12 Zeichen. Ein ganzer Satz ist gut.',
  'error.field.six_digits': 'Der Code hat sechs Ziffern.',
  'error.field.wrong_password': 'Das ist nicht das jetzige Passwort.',
  'error.field.passkeys_many': 'Mehr als 20 Passkeys hat ein Konto nicht. Bitte zuerst einen entfernen.',
  'error.field.missing_remark': {
    du: 'Schreib bitte noch, was du dazu sagen möchtest.',
    sie: 'Bitte schreiben Sie noch, was Sie dazu sagen möchten.',
    neutral: 'Hier fehlt noch der eigene Satz.',
  },
  'error.field.missing_date': {
    du: 'Bis wann möchtest du nachdenken?',
    sie: 'Bis wann möchten Sie nachdenken?',
    neutral: 'Bis wann soll nachgedacht werden?',
  },
  'error.field.missing_name': 'Hier fehlt noch der Name.',
  'error.field.past_date': 'Dieser Tag liegt schon zurück.',
  'error.field.end_before_start': 'Das Ende liegt vor dem Anfang.',
  'error.field.unknown_phase': 'Diesen Schritt gibt es in diesem Gespräch nicht.',
  'error.field.unknown_person': 'Diese Person sitzt nicht an diesem Tisch.',
  'error.field.yourself': 'Das geht beim eigenen Platz nicht.',
} as const satisfies Area;
