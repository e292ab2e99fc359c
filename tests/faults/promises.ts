import { readFileSync } from 'node:fs';
import { checkKnownVersions, checkPlan } from './checker.ts';
import { frozenFile } from './crash-points.ts';
import { checkHonesty } from './honesty.ts';
import type { Round } from './round.ts';

/** Notes which promises a round that is healed has broken; then everybody goes home. */
export async function checkPromises(round: Round): Promise<void> {
  checkEverybody(round);
  const people = round.people.map((person) =>
    round.revoked.has(person) ? Object.assign(Object.create(person), { gone: true }) : person,
  );
  const frozen = round.isFrozen ? frozenBytes(round) : null;
  const { meetingId, documentId, frozenAt, world } = round;
  await world.withDatabase(async (sql) => {
    round.violations.push(
      ...(await checkPlan(sql, { meetingId, documentId, people, frozenAt, frozen })),
      ...(await checkKnownVersions(sql, world.versions)),
    );
    const add = round.violation.bind(round);
    for (const desk of round.desks) {
      await desk.check(sql, { planId: documentId, frozen }, round.revoked.has(desk.owner), add);
    }
  });
  await Promise.all(round.everybody.map((person) => person.leave()));
}

function checkEverybody(round: Round): void {
  const { offenders, isFrozen, revoked } = round;
  const add = round.violation.bind(round);
  for (const person of round.people) {
    const until = revoked.get(person);
    checkHonesty(person, { until, isOffender: offenders.has(person), isFrozen }, add);
  }
  for (const { owner, person } of round.desks) {
    checkHonesty(person, { until: revoked.get(owner), isOffender: false, isFrozen: false }, add);
  }
}

/** What the server noted when it froze the plan. */
function frozenBytes(round: Round): Uint8Array | null {
  try {
    return readFileSync(frozenFile(round.server.dataDir, round.documentId));
  } catch {
    round.violation('fault-missed', 'nobody noted what was frozen');
    return null;
  }
}
