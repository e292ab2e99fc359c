import * as z from 'zod/mini';
import { keptList, tabStorage } from '../session/pending/tab-storage.ts';

/** What was typed into a long form, over a reload. Passwords and codes are never among it. */
export interface KeptForm {
  read(): Readonly<Record<string, string>>;
  write(fields: Readonly<Record<string, string>>): void;
  forget(): void;
}

/** The fields of one form in this tab. */
export function keptForm(name: string): KeptForm {
  const kept = keptList(`planrunde.form.${name}`, z.array(z.record(z.string(), z.string())), tabStorage());
  return {
    read: () => kept.read()[0] ?? {},
    write: (fields) => kept.write([fields]),
    forget: () => kept.write([]),
  };
}
