import { randomBytes } from 'node:crypto';
import type { DemoAnswer, DemoPlace } from '#shared/api/answers.ts';
import type { ServerContext } from '../access/command-context.ts';
import type { StaffAuth } from '../accounts/auth.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import { makeLink } from '../participants/create-link.ts';
import { linkUrl } from '../participants/links.ts';
import { loadExample } from './load.ts';

/** The account of the example; it opens nothing else. */
const DEMO_EMAIL = 'seidel@planrunde.example';
const DEMO_NAME = 'Katrin Seidel';

const DAY_MS = 86_400_000;
/** Example links stay valid long, so that a tab from last week still opens. */
const LINK_DAYS = 30;
/** Links on the newcomer's page are made anew when they are older than this. */
const PAGE_LINK_DAYS = 7;

/** The example case while it is loaded for trying out. */
export interface DemoService {
  /** Loads the example unless it is there. */
  ensure(): Promise<void>;
  /** Places and links of the newcomer's page, or null where no example is loaded. */
  page(base: string): Promise<DemoAnswer | null>;
  /** Fresh links; earlier ones stay valid. Loads the example where it is missing. */
  freshLinks(base: string): Promise<DemoAnswer>;
  /** Puts the loaded example away (nothing is erased) and loads another. False where none is loaded. */
  reset(): Promise<boolean>;
  /** E-mail and password of the example's account, or null. */
  credentials(): Promise<{ email: string; password: string } | null>;
}

interface LoadedDemo {
  caseId: string;
  meetingId: string;
  password: string;
}

type Tokens = Map<DemoPlace['id'], string>;

/** What the demo needs beside the commands. */
export interface DemoSettings {
  ctx: ServerContext;
  auth: Pick<StaffAuth, 'putAccount'>;
  /** Addresses (with port) that a phone in the same network can open. */
  lan: readonly string[];
}

/** Places of the newcomer's page, with the person that sits there. */
const PLACES: readonly { id: Exclude<DemoPlace['id'], 'seidel'>; initials: string | null }[] = [
  { id: 'screen', initials: null },
  { id: 'leon', initials: 'Le' },
  { id: 'krueger', initials: 'Kr' },
  { id: 'wegner', initials: 'We' },
  { id: 'aydin', initials: 'Ay' },
];

/** Opens the example of a database. */
export function createDemo({ ctx, auth, lan }: DemoSettings): DemoService {
  let turn: Promise<unknown> = Promise.resolve();
  let page: { caseId: string; tokens: Tokens; madeAt: number } | null = null;

  /** One after the other, so that two requests load one example. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = turn.then(task, task);
    turn = run.catch(() => undefined);
    return run;
  }

  async function loaded(): Promise<LoadedDemo | null> {
    const [row] = await ctx.sql<LoadedDemo[]>`
      select case_id as "caseId", meeting_id as "meetingId", password from demo_case where archived_at is null`;
    return row ?? null;
  }

  async function load(): Promise<LoadedDemo> {
    const [last] = await ctx.sql<{ password: string }[]>`
      select password from demo_case order by loaded_at desc limit 1`;
    const password = last?.password ?? randomBytes(9).toString('base64url');
    const accountId = await auth.putAccount({ name: DEMO_NAME, email: DEMO_EMAIL, password }, 'example');
    return ctx.sql.begin(async (tx) => {
      const old = await tx<{ id: string }[]>`update plan_case set status = 'archiviert'
        where id in (select case_id from demo_case where archived_at is null) returning id`;
      for (const { id } of old) {
        await appendAuditEvent(tx, { kind: 'case', id }, { type: 'case_archived', body: { by: 'example' } });
      }
      await tx`update demo_case set archived_at = now() where archived_at is null`;
      const example = await loadExample(tx, { accountId, now: ctx.now() });
      await tx`insert into demo_case (case_id, meeting_id, password)
        values (${example.caseId}, ${example.meetingId}, ${password})`;
      return { ...example, password };
    });
  }

  async function tokensOf(demo: LoadedDemo): Promise<Tokens> {
    const fresh = page && ctx.now().getTime() - page.madeAt < PAGE_LINK_DAYS * DAY_MS;
    if (page?.caseId !== demo.caseId || !fresh) {
      const tokens = await makeTokens(ctx, demo.meetingId);
      page = { caseId: demo.caseId, tokens, madeAt: ctx.now().getTime() };
    }
    return page.tokens;
  }

  return {
    ensure: () => inTurn(async () => void ((await loaded()) ?? (await load()))),
    page: (base) =>
      inTurn(async () => {
        const demo = await loaded();
        return demo ? answerOf(demo, await tokensOf(demo), base, lan) : null;
      }),
    freshLinks: (base) =>
      inTurn(async () => {
        const demo = (await loaded()) ?? (await load());
        return answerOf(demo, await makeTokens(ctx, demo.meetingId), base, lan);
      }),
    reset: () =>
      inTurn(async () => {
        const old = await loaded();
        if (!old) {
          return false;
        }
        await load();
        await sendAway(ctx, old.caseId);
        return true;
      }),
    async credentials() {
      const demo = await loaded();
      return demo ? { email: DEMO_EMAIL, password: demo.password } : null;
    },
  };
}

async function makeTokens(ctx: ServerContext, meetingId: string): Promise<Tokens> {
  const expiresAt = new Date(ctx.now().getTime() + LINK_DAYS * DAY_MS);
  return ctx.sql.begin(async (tx) => {
    const seats = await tx<{ id: string; initials: string | null }[]>`
      select p.id, person.initials from participation p left join person on person.id = p.person_id
      where p.meeting_id = ${meetingId} and p.removed_at is null`;
    const tokens: Tokens = new Map();
    for (const place of PLACES) {
      const seat = seats.find(({ initials }) => initials === place.initials);
      if (seat) {
        const order = { meetingId, participationId: seat.id, by: 'example', now: ctx.now(), expiresAt };
        tokens.set(place.id, await makeLink(tx, order));
      }
    }
    return tokens;
  });
}

const NAMES: Record<DemoPlace['id'], string> = {
  seidel: 'Frau Seidel',
  screen: 'Großer Bildschirm',
  leon: 'Leon',
  krueger: 'Herr Krüger',
  wegner: 'Frau Wegner',
  aydin: 'Herr Aydın',
};

function answerOf(demo: LoadedDemo, tokens: Tokens, base: string, lan: readonly string[]): DemoAnswer {
  const ids: DemoPlace['id'][] = ['seidel', ...PLACES.map(({ id }) => id)];
  const [near] = lan;
  return {
    places: ids.map((id) => {
      const token = tokens.get(id);
      return { id, name: NAMES[id], url: token ? linkUrl(base, token) : null };
    }),
    signIn: { email: DEMO_EMAIL, password: demo.password },
    lanLinks: near ? [...tokens].map(([place, token]) => ({ place, url: linkUrl(near, token) })) : [],
  };
}

/** Open tabs of an example that was put away hear of it at once. */
async function sendAway(ctx: ServerContext, caseId: string): Promise<void> {
  const rows = await ctx.sql<{ meetingId: string; participationId: string }[]>`
    select m.id as "meetingId", p.id as "participationId"
    from meeting m join participation p on p.meeting_id = m.id where m.case_id = ${caseId}`;
  for (const { meetingId, participationId } of rows) {
    ctx.hub.revoke({ participationId }, 'unauthenticated');
    ctx.live.changed(meetingId);
  }
}
