import { patiently } from '../../app/patiently.ts';

/** What talks with passkeys, loaded by pages that offer them. */
export const loadDevice = () => patiently(() => import('./device.ts'));
