import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Frames of a client. One character is one edit, so the clocks of a client count its edits. */

const SYNC = 0;
const UPDATE = 2;
const AWARENESS = 1;
/** Yjs, update format 1: a struct with a left neighbour that holds a string. */
const STRING_AFTER_ORIGIN = 0x80 | 4;
/** After so many characters the person selects them and types over them, so no text grows without end. */
const TYPED_BEFORE_OVERWRITING = 50;
const LETTERS = 'Wir sprechen das gemeinsam ab und schreiben es hier auf. ';

/** Behind which character of the plan somebody types. */
export interface TypingPlace {
  client: number;
  clock: number;
}

/** An empty client asks for everything. */
export const ASK_FOR_ALL = Uint8Array.of(SYNC, 0, 1, 0);
/** The answer of a client that has nothing that the server lacks. */
export const NOTHING_NEW = Uint8Array.of(SYNC, 1, 2, 0, 0);

/** The places where people may type: the ends of the goals' agreed wordings, in a fixed order. */
export function typingPlaces(plan: Uint8Array): TypingPlace[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, plan);
  const places: TypingPlace[] = [];
  for (const [, goal] of [...doc.getMap<Y.Map<unknown>>('goals')].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = goal.get('textAgreed');
    let last = text instanceof Y.Text ? text._start : null;
    while (last?.right) {
      last = last.right;
    }
    if (last) {
      places.push({ client: last.id.client, clock: last.id.clock + last.length - 1 });
    }
  }
  doc.destroy();
  return places;
}

/** The update by which `client` types its character number `clock`, behind its last one. */
export function typingUpdate(client: number, clock: number, place: TypingPlace): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeUint8(encoder, STRING_AFTER_ORIGIN);
    encoding.writeVarUint(encoder, clock === 0 ? place.client : client);
    encoding.writeVarUint(encoder, clock === 0 ? place.clock : clock - 1);
    encoding.writeVarString(encoder, LETTERS[clock % LETTERS.length] ?? ' ');
    writeDeletions(encoder, client, clock);
  });
}

function writeDeletions(encoder: encoding.Encoder, client: number, clock: number): void {
  const overwrites = clock > 0 && clock % TYPED_BEFORE_OVERWRITING === 0;
  encoding.writeVarUint(encoder, overwrites ? 1 : 0);
  if (overwrites) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clock - TYPED_BEFORE_OVERWRITING);
    encoding.writeVarUint(encoder, TYPED_BEFORE_OVERWRITING);
  }
}

/** An update as a frame. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, UPDATE);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** Marks the last state of everybody: whoever has not got it at the end lacks something. */
export const LAST_MOVE = '"y":-7777';

/** A cursor that moves: identity and place, as any client sends them. */
export function cursorFrame(client: number, clock: number, seat: number, isLast: boolean): Uint8Array {
  const y = isLast ? '"y":-7777' : `"y":${100 + (clock % 700)}`;
  const user = `"user":{"participationId":"seat-${seat}","personId":"person-${seat}","name":"Platz ${seat}","initials":"${seat}","hue":${seat % 8}}`;
  const state = `{"cursor":{"board":"goals","x":${200 + ((clock * 7) % 900)},${y}},${user}}`;
  const entry = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(encoder, entry);
  });
}
