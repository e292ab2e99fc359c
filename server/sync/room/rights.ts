import type { ParticipantRole } from '#shared/access/parts.ts';
import type { DocumentKind } from '#shared/documents/kind.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { DocumentFacts } from '../types.ts';

/** Who may write what, in the state the document has now. */
export class Rights {
  readonly #kind: DocumentKind;
  #facts: DocumentFacts;
  readonly #writable = new Map<ParticipantRole, ReadonlySet<string>>();

  constructor(facts: DocumentFacts, kind: DocumentKind) {
    this.#kind = kind;
    this.#facts = facts;
  }

  /** Takes over phase and state. True when the state is another one. */
  change(facts: DocumentFacts): boolean {
    const stateChanged = facts.state !== this.#facts.state;
    this.#facts = facts;
    this.#writable.clear();
    return stateChanged;
  }

  /** Versions that were frozen of it. */
  get versions(): number {
    return this.#facts.versions ?? 0;
  }

  /** Whether it takes edits at all. */
  get isOpen(): boolean {
    return this.#facts.state === 'open' || this.#facts.state === 'freezing';
  }

  writable(role: ParticipantRole): ReadonlySet<string> {
    const known = this.#writable.get(role);
    if (known) {
      return known;
    }
    const parts = new Set(this.#kind.writable(role, this.#facts.state));
    this.#writable.set(role, parts);
    return parts;
  }

  /** What a participant of this role is told. */
  describe(role: ParticipantRole): { state: PlanState; phase: string; writable: string[] } {
    const { state, phase } = this.#facts;
    return { state, phase, writable: [...this.writable(role)] };
  }
}
