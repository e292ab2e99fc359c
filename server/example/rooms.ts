import { randomUUID } from 'node:crypto';
import type { MadeRoom, RoomPlace } from '#shared/api/answers.ts';
import type { ServerContext } from '../access/command-context.ts';
import { cookieName } from '../access/cookies.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { insertMeeting, usualPhases } from '../meetings/make-meeting.ts';
import { insertOwnDocuments } from '../own/insert-own.ts';
import { makeLink } from '../participants/create-link.ts';
import { insertDevice } from '../participants/devices.ts';
import { admittedExpiry, officeToday } from '../participants/lifetimes.ts';
import { linkUrl } from '../participants/links.ts';
import { createCalendar } from './calendar.ts';
import { ANCHOR_DAY, SECOND_MEETING } from './example-case.ts';
import { createIds, firstPlan } from './plans.ts';

/** How many rooms to make, and whether everybody is at the table already. */
export interface RoomsOrder {
  meetings: number;
  participants: number;
  admit: boolean;
}

/** Makes meetings with people for measuring: each a case of its own, with the example's goals on the table. */
export async function makeRooms(ctx: ServerContext, order: RoomsOrder, base: string): Promise<MadeRoom[]> {
  const rooms: MadeRoom[] = [];
  for (let index = 1; index <= order.meetings; index++) {
    rooms.push(await ctx.sql.begin((tx) => makeRoom(ctx, tx, { ...order, index, base })));
  }
  return rooms;
}

interface RoomOrder extends RoomsOrder {
  index: number;
  base: string;
}

async function makeRoom(ctx: ServerContext, tx: Tx, order: RoomOrder): Promise<MadeRoom> {
  const [meetingId, caseId, officeId] = [randomUUID(), randomUUID(), randomUUID()];
  const persons = Array.from({ length: order.participants }, () => randomUUID());
  const today = officeToday(ctx.now());
  await tx`insert into organisation (id, name, kind) values (${officeId}, 'Probeamt', 'oeffentlicher_traeger')`;
  await tx`insert into plan_case (id, label, reference, authority_id, index_person_id, status, opened_on)
    values (${caseId}, ${`Probe ${order.index}`}, 'Probe', ${officeId}, ${persons[1] ?? persons[0] ?? ''},
      'hilfe_laeuft', ${today})`;
  await appendAuditEvent(tx, { kind: 'case', id: caseId }, { type: 'case_opened', body: { by: 'rooms' } });
  for (const [rank, id] of persons.entries()) {
    const name = nameOf(rank);
    await tx`insert into person (id, case_id, first_name, display_name, initials, hue, roles, rank)
      values (${id}, ${caseId}, ${name}, ${name}, ${String(rank + 1)}, ${rank % 8}, ${[roleOf(rank)]}, ${rank})`;
  }
  const planId = await insertMeeting(tx, {
    ...SECOND_MEETING,
    id: meetingId,
    caseId,
    number: 1,
    date: today,
    facilitatorId: persons[0] ?? '',
    phases: usualPhases(false),
    previousVersionId: null,
    content: firstPlan(createCalendar(ANCHOR_DAY, today), createIds()).content,
    now: ctx.now(),
  });
  const places: Omit<RoomPlace, 'ownId'>[] = [];
  for (const [rank, personId] of persons.entries()) {
    places.push(await makePlace(ctx, tx, { ...order, meetingId, planId, personId, rank }));
  }
  await insertOwnDocuments(tx, meetingId);
  const owns = await tx<{ id: string; owner: string }[]>`
    select id, owner_participation as owner from document where meeting_id = ${meetingId} and kind = 'own'`;
  const ownOf = new Map(owns.map(({ id, owner }) => [owner, id]));
  return {
    meetingId,
    planId,
    places: places.map((place) => ({ ...place, ownId: ownOf.get(place.participationId) ?? '' })),
  };
}

async function makePlace(
  ctx: ServerContext,
  tx: Tx,
  order: RoomOrder & { meetingId: string; planId: string; personId: string; rank: number },
): Promise<Omit<RoomPlace, 'ownId'>> {
  const { meetingId, planId, personId, rank, base } = order;
  const participationId = randomUUID();
  const role = roleOf(rank);
  await tx`insert into participation (id, meeting_id, person_id, role, attendance, expected_to_sign)
    values (${participationId}, ${meetingId}, ${personId}, ${role}, 'vor_ort', true)`;
  const expiresAt = admittedExpiry(ctx.now());
  const token = await makeLink(tx, { meetingId, participationId, by: 'example', now: ctx.now(), expiresAt });
  const device = order.admit
    ? await insertDevice(tx, {
        participationId,
        linkId: null,
        authSessionId: null,
        state: 'admitted',
        secondDevice: false,
        expiresAt,
      })
    : null;
  const ws = base.replace(/^http/, 'ws');
  return {
    participationId,
    personId,
    name: nameOf(rank),
    role,
    link: linkUrl(base, token),
    cookie: device && `${cookieName(participationId, base.startsWith('https://'))}=${device.secret}`,
    sync: `${ws}/sync/${participationId}/${planId}`,
    live: `${ws}/live/${participationId}`,
  };
}

function nameOf(rank: number): string {
  return `Platz ${rank + 1}`;
}

function roleOf(rank: number): 'moderation' | 'junger_mensch' | 'familienmitglied' {
  return rank === 0 ? 'moderation' : rank === 1 ? 'junger_mensch' : 'familienmitglied';
}
