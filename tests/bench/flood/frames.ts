import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { presenceFrame, step1Frame, step2Frame, updateFrame } from '#server/sync/wire/frames.ts';
import { addGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { MESSAGE } from '#shared/wire/messages.ts';

/** Makes one frame after the other. */
export type NextFrame = () => Uint8Array;

const SENTENCE =
  'Ein Satz, der sich bei jedem Mal ändert, und der so lang ist wie ein langer Satz eben ist. ';

/**
 * Frames of a message, as costly as an admitted participant can make them; of one that is not known
 * here its type alone.
 */
export function framesOf(message: string): NextFrame {
  switch (message) {
    case 'sync':
      return syncFrames();
    case 'awareness':
      return presenceFrames();
    default:
      return () => encoding.encode((encoder) => encoding.writeVarUint(encoder, typeOf(message)));
  }
}

function typeOf(message: string): number {
  return MESSAGE[message as keyof typeof MESSAGE];
}

/** Questions for everything, answers, and edits of one goal, in turns. */
function syncFrames(): NextFrame {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const goal = addGoal(doc, null, { textOwn: 'Flut' }, ORIGIN.list);
  const id = 'id' in goal ? goal.id : '';
  const nothing = Uint8Array.of(0);
  let sent = 0;
  return () => {
    sent++;
    if (sent % 10 === 0) {
      return step1Frame(nothing);
    }
    if (sent % 10 === 5) {
      return step2Frame(Y.encodeStateAsUpdate(doc));
    }
    if (updates.length === 0) {
      setGoalText(doc, id, 'textOwn', `${sent} ${SENTENCE}`, ORIGIN.text);
    }
    return updateFrame(updates.shift() ?? Uint8Array.of(0, 0));
  };
}

function presenceFrames(): NextFrame {
  const clientId = 1 + Math.floor(Math.random() * 2 ** 30);
  let clock = 0;
  return () => presenceFrame([{ clientId, clock: clock++, state: { cursor: { x: clock, y: clock } } }]);
}
