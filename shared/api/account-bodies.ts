import * as z from 'zod/mini';
import { accountRole } from '../access/account-roles.ts';
import { isCleanText, typedLine, typedText } from '../domain/typed-text.ts';

/** Bodies of the requests about accounts and the office (`routes/accounts.ts`). */

/** A password that is set: long rather than odd. What signs in may be anything. */
export const PASSWORD_CHARS = { min: 12, max: 128 } as const;

const line = (most: number) => z.string().check(z.overwrite(typedLine), z.trim(), z.maxLength(most));
const named = (most: number) => line(most).check(z.minLength(1));
const several = (most: number) => z.string().check(z.overwrite(typedText), z.trim(), z.maxLength(most));
const clean = z.refine<string>((value) => isCleanText(value), { error: 'invalid' });

const email = z.string().check(
  z.trim(),
  z.maxLength(254),
  z.refine((value) => /^[^\s\p{C}@]+@[^\s\p{C}@]+$/u.test(value), { error: 'email' }),
);
const newPassword = z.string().check(
  z.refine((value) => value.length >= PASSWORD_CHARS.min, { error: 'password_short' }),
  z.maxLength(PASSWORD_CHARS.max),
);
const password = z.string().check(z.minLength(1), z.maxLength(PASSWORD_CHARS.max));
const token = z.string().check(z.minLength(1), z.maxLength(200), clean);

/** What families and colleagues are told about the office. */
export const officeBody = z.strictObject({
  name: named(200),
  address: several(400),
  phone: line(60),
  email: line(254),
  ombudsName: named(200),
  ombudsPhone: named(60),
  complaint: several(600),
});
export type OfficeBody = z.infer<typeof officeBody>;

/** Whose password and second factor whoever runs the server lets be set anew. */
export const resetBody = z.strictObject({ email });

/** Looks at a one-time address without using it. */
export const lookAtLink = z.strictObject({ token });

export const setUpBody = z.strictObject({
  token,
  office: officeBody,
  account: z.strictObject({ name: named(120), email, password: newPassword }),
});
export type SetUpBody = z.infer<typeof setUpBody>;

/** The password once more, before something about the own account changes. */
export const passwordAgain = z.strictObject({ password });

/** What the authenticator app shows; people type the gap too. */
export const totpCode = z.strictObject({
  code: z.string().check(
    z.overwrite((typed) => typed.replace(/\s/g, '')),
    z.refine((typed) => /^\d{6}$/.test(typed), { error: 'six_digits' }),
  ),
});

/** One of the printed codes, however it is typed off. */
export const recoveryCode = z.strictObject({
  code: z.string().check(z.trim(), z.toLowerCase(), z.minLength(1), z.maxLength(32), clean),
});

/** A colleague who shall have an account. */
export const inviteBody = z.strictObject({ name: named(120), email, role: z.enum(accountRole) });

export const changeRoleBody = z.strictObject({ role: z.enum(accountRole) });

/** Somebody begins with their own account, or begins again. */
export const enterAccountBody = z.strictObject({ token, password: newPassword });

export const changePasswordBody = z.strictObject({ password, newPassword });
