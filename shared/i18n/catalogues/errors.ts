import { catalogue } from '../messages.ts';

/** What happened and what to do. `error.<code>` for every error, `error.field.<reason>` beside a field. */
export const errorsMessages = catalogue({
  'error.bad_request': {
    de: 'Eine Angabe passt noch nicht. Die Stelle steht dabei.',
    en: 'Something is not right yet. The place is marked.',
  },
  'error.unauthenticated': {
    de: {
      du: 'Dein Platz ist hier nicht mehr offen. Öffne noch einmal deinen Link.',
      sie: 'Ihr Platz ist hier nicht mehr offen. Bitte öffnen Sie noch einmal Ihren Link.',
      neutral: 'Dieser Platz ist nicht mehr offen. Bitte den Link noch einmal öffnen oder neu anmelden.',
    },
    en: 'This place is no longer open. Please open the link again or sign in again.',
  },
  'error.forbidden': {
    de: {
      du: 'Das kannst du an diesem Platz nicht tun.',
      sie: 'Das können Sie an diesem Platz nicht tun.',
      neutral: 'Das geht an diesem Platz nicht.',
    },
    en: 'This cannot be done from this place.',
  },
  'error.not_found': {
    de: 'Das gibt es hier nicht, oder nicht mehr.',
    en: 'This is not here, or no longer here.',
  },
  'error.link_invalid': {
    de: {
      du: 'Dieser Link gilt nicht mehr. Frag die Person, die dich eingeladen hat, nach einem neuen.',
      sie: 'Dieser Link gilt nicht mehr. Bitte fragen Sie die Person, die Sie eingeladen hat, nach einem neuen.',
      neutral: 'Dieser Link gilt nicht mehr. Wer eingeladen hat, kann einen neuen schicken.',
    },
    en: 'This link is no longer valid. Whoever sent the invitation can send a new one.',
  },
  'error.not_admitted': {
    de: {
      du: 'Du wartest noch. Gleich wirst du hereingeholt.',
      sie: 'Sie warten noch. Gleich werden Sie hereingeholt.',
      neutral: 'Dieser Platz wartet noch auf den Einlass.',
    },
    en: 'You are still waiting to be let in.',
  },
  'error.wrong_state': {
    de: 'Das geht in diesem Moment nicht, weil der Plan gerade einen anderen Stand hat.',
    en: 'This is not possible now, because the plan is at another stage.',
  },
  'error.wrong_version': {
    de: {
      du: 'Der Plan hat sich geändert. Lies bitte die neue Fassung, dann kannst du etwas dazu sagen.',
      sie: 'Der Plan hat sich geändert. Bitte lesen Sie die neue Fassung, dann können Sie etwas dazu sagen.',
      neutral: 'Der Plan hat sich geändert. Bitte zuerst die neue Fassung lesen.',
    },
    en: 'The plan has changed. Please read the new version first.',
  },
  'error.name_mismatch': {
    de: {
      du: 'Das ist nicht dein Name, so wie er hier steht. Dein Vorname reicht.',
      sie: 'Das ist nicht Ihr Name, so wie er hier steht. Ihr Vor- oder Nachname reicht.',
      neutral: 'Das ist nicht der Name, der hier steht. Der Vorname reicht.',
    },
    en: 'This is not the name that stands here. The first name is enough.',
  },
  'error.change_over': {
    de: {
      du: 'Die Zeit für Änderungen ist vorbei. Deine Antwort bleibt, wie sie ist. Wenn etwas nicht stimmt, frag die Fachkraft.',
      sie: 'Die Zeit für Änderungen ist vorbei. Ihre Antwort bleibt, wie sie ist. Wenn etwas nicht stimmt, hilft Ihnen die Fachkraft.',
      neutral: 'Die Zeit für Änderungen ist vorbei. Die Antwort bleibt, wie sie ist.',
    },
    en: 'The time for changes is over. Your answer stays as it is. If something is wrong, ask the caseworker.',
  },
  'error.too_large': {
    de: 'Das ist zu groß. Bitte kürzer fassen.',
    en: 'This is too large. Please make it shorter.',
  },
  'error.rate_limited': {
    de: 'Das war sehr oft hintereinander. Bitte eine Minute warten, dann geht es wieder.',
    en: 'That was very often in a row. Please wait a minute.',
  },
  'error.foreign_origin': {
    de: 'Diese Anfrage kam von einer fremden Seite. Bitte die Adresse von Planrunde selbst öffnen.',
    en: 'This request came from a foreign page. Please open the address of Planrunde itself.',
  },
  'error.export_unavailable': {
    de: 'Auf diesem Rechner kann kein PDF erzeugt werden. Der Plan lässt sich als Datei (JSON) sichern.',
    en: 'This machine cannot make a PDF. The plan can be saved as a file (JSON).',
  },
  'error.unknown_form': {
    de: 'Diese Fassung wurde mit einer neueren Ausgabe von Planrunde festgehalten. Diese hier kann sie nicht lesen und rät nicht. Sie ist unverändert gespeichert. Bitte Planrunde aktualisieren.',
    en: 'This version was frozen by a newer release of Planrunde. This one cannot read it and does not guess. It is stored unchanged. Please update Planrunde.',
  },
  'error.internal': {
    de: 'Da ist bei uns etwas schiefgegangen. Nichts ist verloren. Bitte noch einmal versuchen.',
    en: 'Something went wrong on our side. Nothing is lost. Please try again.',
  },
  'error.wrong_login': {
    de: 'E-Mail oder Passwort stimmt nicht.',
    en: 'E-mail or password is wrong.',
  },
  'error.field.invalid': { de: 'Das passt hier nicht.', en: 'This does not fit here.' },
  'error.field.required': { de: 'Hier fehlt noch etwas.', en: 'Something is missing here.' },
  'error.field.too_long': { de: 'Das ist zu lang.', en: 'This is too long.' },
  'error.field.unknown_field': {
    de: 'Diese Angabe gibt es hier nicht.',
    en: 'There is no such field here.',
  },
  'error.field.not_json': {
    de: 'Die Anfrage ist kein lesbares JSON.',
    en: 'The request is not readable JSON.',
  },
  'error.field.date': {
    de: 'Bitte einen Tag angeben, den es im Kalender gibt.',
    en: 'Please give a day that the calendar knows.',
  },
  'error.field.missing_remark': {
    de: {
      du: 'Schreib bitte noch, was du dazu sagen möchtest.',
      sie: 'Bitte schreiben Sie noch, was Sie dazu sagen möchten.',
      neutral: 'Hier fehlt noch der eigene Satz.',
    },
    en: 'The own sentence is still missing.',
  },
  'error.field.missing_date': {
    de: {
      du: 'Bis wann möchtest du nachdenken?',
      sie: 'Bis wann möchten Sie nachdenken?',
      neutral: 'Bis wann soll nachgedacht werden?',
    },
    en: 'Until when is time needed to think?',
  },
  'error.field.missing_name': { de: 'Hier fehlt noch der Name.', en: 'The name is still missing.' },
  'error.field.past_date': {
    de: 'Dieser Tag liegt schon zurück.',
    en: 'This day has already passed.',
  },
  'error.field.end_before_start': {
    de: 'Das Ende liegt vor dem Anfang.',
    en: 'The end is before the beginning.',
  },
  'error.field.unknown_phase': {
    de: 'Diesen Schritt gibt es in diesem Gespräch nicht.',
    en: 'This meeting has no such step.',
  },
  'error.field.unknown_person': {
    de: 'Diese Person sitzt nicht an diesem Tisch.',
    en: 'This person does not sit at this table.',
  },
  'error.field.yourself': {
    de: 'Den eigenen Platz kann man nicht entfernen.',
    en: 'One cannot remove the own place.',
  },
});
