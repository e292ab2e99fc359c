import { Counter, Gauge, type Registry } from '@prometheus-io/client';

/**
 * Families whose values are read when somebody asks. Labels come from closed lists, never from
 * people, plans or requests.
 */

type Values = Readonly<Record<string, number>>;

/** A count that only grows. */
export function counter(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

/** The same by one label. */
export function counterBy(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  read: () => Values,
): void {
  new Counter({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [value, count] of Object.entries(read())) {
        this.inc({ [label]: value }, count);
      }
    },
  });
}

/** A figure that goes up and down. */
export function gauge(
  registry: Registry,
  name: string,
  help: string,
  read: () => number | Promise<number>,
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}

/** The same by one label. */
export function gaugeBy(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  read: () => Values | Promise<Values>,
): void {
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    async collect() {
      for (const [value, amount] of Object.entries(await read())) {
        this.set({ [label]: value }, amount);
      }
    },
  });
}
