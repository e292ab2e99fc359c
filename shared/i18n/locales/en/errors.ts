import type { Translated } from '../../wording.ts';
import type { errors as reference } from '../de/errors.ts';

/** What happened and what to do. `error.<code>` for every error, `error.field.<reason>` beside a field. */
export const errors = {
  'error.bad_request': 'Something is not right yet. The place is marked.',
  'error.unauthenticated': 'This place is no longer open. Please open the link again or sign in again.',
  'error.forbidden': 'This cannot be done from this place.',
  'error.not_found': 'This is not here, or no longer here.',
  'error.link_invalid': 'This link is no longer valid. Whoever sent the invitation can send a new one.',
  'error.link_expired': 'The time of this address is over. Whoever gave it can make a new one.',
  'error.link_used': 'This address has done what it was for. Please sign in.',
  'error.not_admitted': 'You are still waiting to be let in.',
  'error.wrong_state': 'This is not possible now, because the plan is at another stage.',
  'error.wrong_version': 'The plan has changed. Please read the new version first.',
  'error.name_mismatch': 'This is not the name that stands here. The first name is enough.',
  'error.decided_often':
    'The answer has been changed very often. The last one stays. If it is not right, ask the caseworker.',
  'error.change_over':
    'The time for changes is over. Your answer stays as it is. If something is wrong, ask the caseworker.',
  'error.factor_missing': 'This account needs a second factor for that first.',
  'error.last_administrator': 'That works once somebody else looks after the accounts too.',
  'error.leads_meeting':
    'This person is leading a meeting just now, and nobody else there could. Please wait until it is over.',
  'error.account_closed': 'This account is deactivated. The administrators of the office can open it again.',
  'error.wrong_code': 'This code is not right. It changes every 30 seconds; please write the newest one.',
  'error.sign_in_over': 'This sign-in has run out. Please begin again with e-mail and password.',
  'error.passkey_refused':
    'This passkey was not taken. Perhaps it has been removed here. E-mail and password work too.',
  'error.passkey_over': 'The question to the passkey has run out. Please try again.',
  'error.passkey_elsewhere':
    'There are no passkeys at this address. At the address that the office names there are; here the password works.',
  'error.last_second_factor':
    'This is the only second factor of the account. Please set another one up first.',
  'error.too_large': 'This is too large. Please make it shorter.',
  'error.rate_limited': 'Too many tries. Please wait a minute.',
  'error.foreign_origin':
    'This request came from a foreign page. Please open the address of Planrunde itself.',
  'error.export_unavailable': 'This machine cannot make a PDF. The plan can be saved as a file (JSON).',
  'error.export_pending': 'The PDF is still being made. Please open it again in a minute.',
  'error.unknown_form':
    'This version was frozen by a newer release of Planrunde. This one cannot read it and does not guess. It is stored unchanged. Please update Planrunde.',
  'error.internal': 'Something went wrong on our side. Nothing is lost. Please try again.',
  'error.wrong_login': 'E-mail or password is wrong.',
  'error.field.invalid': 'This does not fit here.',
  'error.field.required': 'Something is missing here.',
  'error.field.too_long': 'This is too long.',
  'error.field.unknown_field': 'There is no such field here.',
  'error.field.not_json': 'The request is not readable JSON.',
  'error.field.date': 'Please give a day that the calendar knows.',
  'error.field.email': 'Please write an e-mail address with @.',
  'error.field.email_taken': 'There is an account with this e-mail address already.',
  'error.field.password_short': 'Please use 12 characters or more. A whole sentence is good.',
  'error.field.six_digits': 'The code has six digits.',
  'error.field.wrong_password': 'That is not the present password.',
  'error.field.passkeys_many': 'An account has no more than 20 passkeys. Please remove one first.',
  'error.field.missing_remark': 'Please write your sentence.',
  'error.field.missing_date': 'Until when is time needed to think?',
  'error.field.missing_name': 'The name is still missing.',
  'error.field.past_date': 'This day has already passed.',
  'error.field.end_before_start': 'The end is before the beginning.',
  'error.field.unknown_phase': 'This meeting has no such step.',
  'error.field.unknown_person': 'This person does not sit at this table.',
  'error.field.yourself': 'This does not work for your own place.',
} satisfies Translated<typeof reference>;
