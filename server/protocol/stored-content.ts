import { READABLE_SCHEMA_VERSIONS } from '#shared/protocol/schema.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Sql } from '../db/sql.ts';

/**
 * Versions that were found to be of a form that is known. Their bytes never change, and looking for it takes the
 * database through all of them.
 */
const ofKnownForm = new Set<string>();
const MOST_REMEMBERED = 10_000;

/** So much of a version is in memory for a reader at a time, and takes some milliseconds. */
const PIECE_BYTES = 128 * 1024;

/** Frozen bytes that may be sent: a version may hold megabytes, and many may ask for it. */
export interface StoredContent {
  versionId: string;
  bytes: number;
}

/**
 * Finds the frozen bytes of a version that this actor may read: of this meeting, or the one it starts
 * from. They are looked at by the database alone. Text of people cannot hold the name of the form: its
 * quotation marks are escaped.
 * @throws DomainError `unknown_form`
 */
export async function findContent(sql: Sql, actor: Actor, versionId: string): Promise<StoredContent> {
  const forms = READABLE_SCHEMA_VERSIONS.flatMap((form) => [
    `"schemaVersion":${form},`,
    `"schemaVersion":${form}}`,
  ]);
  const [row] = await sql<{ bytes: number; known: boolean }[]>`
    select octet_length(v.content) as bytes,
      ${ofKnownForm.has(versionId)}
        or exists (select from unnest(${forms}::text[]) form
          where position(convert_to(form, 'UTF8') in v.content) > 0) as known
    from protocol_version v join meeting m on m.id = ${actor.meetingId}
    where v.id = ${versionId} and (v.meeting_id = m.id or v.id = m.previous_version_id)`;
  if (!row) {
    throw new DomainError('not_found');
  }
  if (!row.known) {
    throw new DomainError('unknown_form');
  }
  if (ofKnownForm.size >= MOST_REMEMBERED) {
    ofKnownForm.clear();
  }
  ofKnownForm.add(versionId);
  return { versionId, bytes: row.bytes };
}

/** JSON around frozen bytes. */
export interface Frame {
  before: string;
  after: string;
}

/**
 * An answer with exactly the frozen bytes inside, fetched piece by piece as its reader takes them, never
 * read as a whole, and no further once the reader has hung up.
 */
export function sendFramed(sql: Sql, content: StoredContent, frame: Frame, headers: HeadersInit): Response {
  const encoder = new TextEncoder();
  const [before, after] = [encoder.encode(frame.before), encoder.encode(frame.after)];
  const sent = new Headers(headers);
  // A reader that gets less knows that something is missing.
  sent.set('Content-Length', String(before.length + content.bytes + after.length));
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield before;
    for (let at = 0; at < content.bytes; at += PIECE_BYTES) {
      yield await pieceAt(sql, content.versionId, at);
    }
    yield after;
  }
  return new Response(asTaken(pieces()), { headers: sent });
}

/** A stream that makes nothing before it is asked for. */
function asTaken(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) {
          controller.close();
        } else {
          controller.enqueue(value);
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function pieceAt(sql: Sql, versionId: string, at: number): Promise<Uint8Array> {
  const [row] = await sql<{ piece: Buffer }[]>`
    select substring(content from ${at + 1}::int for ${PIECE_BYTES}::int) as piece
    from protocol_version where id = ${versionId}`;
  if (!row) {
    throw new DomainError('not_found');
  }
  return row.piece;
}
