import type { ResourceState } from '../../domain/codes.ts';
import type { KeyWith, PlainKey } from '../../i18n/translate.ts';

/** How a resource is used, in sight and in words: with the goals it is for, and without any. */
export interface Use {
  use: 'helps' | 'linked' | 'free';
  some: KeyWith<'numbers'>;
  none: PlainKey;
}

/** The same on the board, the page and paper. */
export const USES: Readonly<Record<ResourceState, Use>> = {
  aktiviert: { use: 'helps', some: 'protocol.use.helps', none: 'protocol.use.helps_all' },
  verbunden: { use: 'linked', some: 'protocol.use.linked', none: 'protocol.use.linked_all' },
  erkannt: { use: 'free', some: 'protocol.use.fits', none: 'protocol.use.free' },
  // What is not there now helps with nothing, whatever it was meant for.
  belastet: { use: 'free', some: 'protocol.use.strained', none: 'protocol.use.strained' },
  weggefallen: { use: 'free', some: 'protocol.use.lost', none: 'protocol.use.lost' },
};
