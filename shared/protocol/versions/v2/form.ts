import { continued, frozenForm, type ShapeOf } from '../frozen-form.ts';
import { formV1 } from '../v1/form.ts';
import type { ContentV1 } from '../v1/schema.ts';
import { type ContentV2, contentV2 } from './schema.ts';

/** The second form: whose words a text holds. Reader and hash domain stay for ever. */
export const formV2 = frozenForm(
  { schemaVersion: 2, hashDomain: 'planrunde-protocol-v2\0', schema: contentV2 },
  continued(formV1, fromV1),
);

/** Form 1 knew no voices: its texts name nobody. Everything else is as it was. */
function fromV1(content: ShapeOf<ContentV1>): ShapeOf<ContentV2> {
  return content;
}
