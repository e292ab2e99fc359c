import { frozenForm } from '../frozen-form.ts';
import { contentV1 } from './schema.ts';

/** The first form: one hash over everything, no salt. Reader and hash domain stay for ever. */
export const formV1 = frozenForm({
  schemaVersion: 1,
  hashDomain: 'planrunde-protocol-v1\0',
  schema: contentV1,
});
