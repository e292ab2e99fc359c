import type { Timers } from '../timers.ts';
import type { OpenConnection } from '../types.ts';

/** So long somebody whose line broke counts as still having something to send. */
const CUT_OFF_MS = 60_000;

/** Devices whose line broke a short while ago. A freeze waits for them as for those who are here. */
export class CutOff {
  readonly #timers: Timers;
  readonly #devices = new Map<string, { connection: OpenConnection; at: number }>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  add(connection: OpenConnection): void {
    this.#devices.set(connection.deviceId, { connection, at: this.#timers.now() });
  }

  /** They are back, or have no right to come back. */
  forget(who: { deviceId?: string; participationId?: string }): void {
    for (const [deviceId, { connection }] of this.#devices) {
      if (deviceId === who.deviceId || connection.participationId === who.participationId) {
        this.#devices.delete(deviceId);
      }
    }
  }

  list(): OpenConnection[] {
    const since = this.#timers.now() - CUT_OFF_MS;
    for (const [deviceId, { at }] of this.#devices) {
      if (at < since) {
        this.#devices.delete(deviceId);
      }
    }
    return [...this.#devices.values()].map(({ connection }) => connection);
  }
}
