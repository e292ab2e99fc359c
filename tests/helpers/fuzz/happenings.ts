import type { World } from './world.ts';

type Happen = (world: World) => void | Promise<void>;
/** Things that happen in a meeting, each with how often it does, against all others. */
export type Happenings = Readonly<Record<string, readonly [weight: number, happen: Happen]>>;
