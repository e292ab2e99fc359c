import * as Y from 'yjs';
import * as z from 'zod/mini';

/** A record as this page has seen it, as plain data: it outlives the document that it stood in. */
export const seenRecord = z.object({
  part: z.string(),
  id: z.string(),
  values: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string()),
});
export type SeenRecord = z.infer<typeof seenRecord>;

/** The form of the version before, which nobody writes any more. */
const OLD_TEXTS = 'text:';

/** Everything that is on the table of a document. */
export function seenIn(doc: Y.Doc): SeenRecord[] {
  const parts = [...doc.share.keys()].filter((part) => !part.startsWith(OLD_TEXTS));
  return parts.flatMap((part) =>
    [...doc.getMap(part)].flatMap(([id, record]) =>
      record instanceof Y.Map && !record.has('removed') ? [readRecord(part, id, record)] : [],
    ),
  );
}

function readRecord(part: string, id: string, record: Y.Map<unknown>): SeenRecord {
  const seen: SeenRecord = { part, id, values: {}, texts: {} };
  for (const [key, value] of record) {
    if (value instanceof Y.Text) {
      seen.texts[key] = value.toString();
    } else if (!(value instanceof Y.AbstractType)) {
      seen.values[key] = value;
    }
  }
  return seen;
}
