import type { Crowd } from './crowd.ts';

/** What is wrong when everything should have arrived; all zero and empty where everything adds up. */
export interface Check {
  edits: number;
  /** Edits × other people in the room: so many deliveries there must be, each once. */
  expected: number;
  missing: number;
  doubled: number;
  disordered: number;
  /** People whose edits the server has not told to have. */
  unanswered: number;
  /** Pairs in which one has not got the last cursor of the other. */
  withoutLastCursor: number;
  refusals: string[];
  closed: string[];
}

/** Looks whether every edit has reached every other person in its room once. */
export function checkCrowd(crowd: Crowd, cursors: boolean): Check {
  const people = crowd.everybody;
  const check: Check = {
    ...{ edits: 0, expected: 0, doubled: 0, disordered: 0 },
    missing: crowd.missing(),
    unanswered: people.filter(({ isSettled }) => !isSettled).length,
    withoutLastCursor: cursors ? crowd.lackingLastCursor() : 0,
    refusals: people.flatMap(({ refusals }) => refusals),
    closed: people.flatMap(({ ended }) => (ended === null ? [] : [String(ended)])),
  };
  for (const [index, room] of crowd.rooms.entries()) {
    const sent = room.sentInAll();
    check.edits += sent;
    check.expected += sent * Math.max(0, crowd.inRoom(index).length - 1);
    check.doubled += room.doubled;
    check.disordered += room.disordered;
  }
  return check;
}
