import { continued, frozenForm, type ShapeOf } from '../frozen-form.ts';
import { formV2 } from '../v2/form.ts';
import type { ContentV2 } from '../v2/schema.ts';
import { type ContentV3, contentV3 } from './schema.ts';

/** The third form: who has written the own words of a goal. Reader and hash domain stay for ever. */
export const formV3 = frozenForm(
  { schemaVersion: 3, hashDomain: 'planrunde-protocol-v3\0', schema: contentV3 },
  continued(formV2, fromV2),
);

/** The forms before knew whose wish a goal is, and not who has written its words. Everything else is as it was. */
function fromV2(content: ShapeOf<ContentV2>): ShapeOf<ContentV3> {
  return content;
}
