import type { SignoffEntry } from '../api/answers.ts';
import { inTurns, type Turn } from './decisions.ts';

/** Whether somebody said something of their own: a remark, a no. Such words stand beside the agreements. */
export function differs(signoff: Pick<SignoffEntry, 'decision' | 'remark'>): boolean {
  return signoff.decision === 'nicht_einverstanden' || (signoff.remark ?? '').trim() !== '';
}

/** Other views, with everything else that the same people said: who came round is not left with a no. */
export function otherViews(signoffs: readonly SignoffEntry[]): { entry: SignoffEntry; turn: Turn }[] {
  const people = new Set(signoffs.filter(differs).map(({ person }) => person.id));
  return inTurns(signoffs.filter(({ person }) => people.has(person.id)));
}
