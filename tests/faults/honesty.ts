import type { Add } from './checker.ts';
import type { Person } from './person.ts';

/** What is known of somebody that excuses a refusal. */
interface Standing {
  /** When their right had ended at the latest, in milliseconds since 1970; undefined while they have it. */
  until: number | undefined;
  /** Their refusals are wanted. */
  isOffender: boolean;
  isFrozen: boolean;
}

/** Nobody who is honest is refused or sent away, and nobody hears anything after their right has ended. */
export function checkHonesty(person: Person, { until, isOffender, isFrozen }: Standing, add: Add): void {
  const { ledger, closes, name, lastHeard } = person;
  if (until !== undefined) {
    if (lastHeard > until) {
      add('heard-after-revocation', `${name} heard ${lastHeard - until} ms too late`);
    }
    return;
  }
  if (isOffender) {
    return;
  }
  const codes = new Set(ledger.refusals.filter((code) => code !== 'not_causal'));
  if (isFrozen) {
    codes.delete('locked');
  }
  if (codes.size > 0) {
    add('honest-refused', `${name} was refused: ${[...ledger.reasons].join('; ')}`);
  }
  const final = closes.filter((code) => code >= 4400 && code < 4500);
  if (final.length > 0) {
    add('sent-away', `${name} was sent away for good: ${final.join(', ')}`);
  }
}
