import { isDeepStrictEqual } from 'node:util';
import type { WireQuota } from '#shared/wire/messages.ts';
import type { KindRules } from '../kinds.ts';
import type { DocumentFacts } from '../types.ts';
import type { Connection } from '../wire/connection.ts';
import { stateFrame } from '../wire/frames.ts';
import type { Audience } from './audience.ts';
import type { DocumentLog } from './document-log.ts';
import { Rights } from './rights.ts';

/** Phase, state and fullness of one document: what message 102 tells each at the table. */
export class Status {
  readonly rights: Rights;
  readonly #schemaVersion: number;
  readonly #log: DocumentLog;
  readonly #audience: Audience;
  #quota: WireQuota = {};
  /** Row of the log at which it was computed. */
  #quotaAt = -1;

  constructor(
    facts: DocumentFacts,
    { kind }: KindRules,
    schemaVersion: number,
    log: DocumentLog,
    audience: Audience,
  ) {
    this.rights = new Rights(facts, kind);
    this.#schemaVersion = schemaVersion;
    this.#log = log;
    this.#audience = audience;
  }

  /** The frame for one of them. */
  frameFor({ who: { role } }: Connection): Uint8Array {
    const { epoch, generation, seq } = this.#log;
    const [schemaVersion, quota, { versions }] = [this.#schemaVersion, this.#quota, this.rights];
    const counted = { epoch, generation, seq, versions };
    return stateFrame({ ...this.rights.describe(role), role, ...counted, schemaVersion, quota });
  }

  /** Takes over phase and state and tells everybody. */
  change(facts: DocumentFacts): void {
    const stateChanged = this.rights.change(facts);
    for (const connection of this.#audience.all) {
      connection.flushed &&= !stateChanged;
    }
    this.#tell();
  }

  /** Tells everybody when something becomes nearly full, or is so no longer. Only on committed state. */
  tellQuota(): void {
    if (this.#quotaAt === this.#log.seq) {
      return;
    }
    this.#quotaAt = this.#log.seq;
    const quota = this.#log.quota();
    if (!isDeepStrictEqual(quota, this.#quota)) {
      this.#quota = quota;
      this.#tell();
    }
  }

  #tell(): void {
    for (const connection of this.#audience.all) {
      connection.out.send(this.frameFor(connection));
    }
  }
}
