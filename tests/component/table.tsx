import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { TableView } from '#shared/api/view.ts';
import { type Plan, readPlan } from '#shared/documents/plan/plan.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import type { Address } from '#shared/i18n/language.ts';
import type { WireState } from '#shared/wire/messages.ts';
import type { OwnPresence, PresenceState } from '#shared/wire/presence.ts';
import { PlanContext, SessionContext, ViewContext } from '../../client/app/context.ts';
import { LanguageProvider } from '../../client/app/LanguageProvider.tsx';
import { bringLanguage, withEveryText } from '../../client/app/locales.ts';
import { createStore, type WritableStore } from '../../client/app/store.ts';
import { createDrafts } from '../../client/session/pending/drafts.ts';
import { createPlanStore } from '../../client/session/plan-store.ts';
import type {
  Drafts,
  MeetingSession,
  OpenDocument,
  RefusedText,
  SaveState,
} from '../../client/session/types.ts';
import { createUndoList } from '../../client/session/undo/undo.ts';
import { planUndo } from '../../client/session/undo/undo-rules.ts';
import '../../client/ui/base.css';
import { LEON, tableView } from './view.ts';

/** A part of the table on its own: a real document, a session without a server, one person in front of it. */

export interface TableOptions {
  /** What lies on the table before anybody looks. */
  seed?(doc: Y.Doc): void;
  view?: Partial<TableView>;
  address?: Address;
  /** May read, not write. */
  reader?: boolean;
  /** What this person has written for themselves. */
  own?: Y.Doc;
}

export interface Table {
  doc: Y.Doc;
  plan(): Plan;
  others: WritableStore<ReadonlyMap<number, PresenceState>>;
  /** What this person tells others about where they are. */
  presence: OwnPresence;
  /** What stands in fields and in no plan. */
  drafts: Drafts;
  /** Whether all is saved, as the connection says. */
  save: WritableStore<SaveState>;
  /** What the server says of the plan. */
  wire: WritableStore<WireState | null>;
  /** What came into the box of what was not taken over. */
  refused: RefusedText[];
  /** What stands in that box at the page. */
  box: WritableStore<readonly RefusedText[]>;
  /** What was sent to the server: path and body. */
  sent: { path: string; body: unknown }[];
  element: HTMLElement;
}

/** Shows a part of the table. It goes away with its test. */
export async function show(part: ReactNode, options: TableOptions = {}): Promise<Table> {
  await withEveryText(bringLanguage('de'));
  const doc = new Y.Doc();
  options.seed?.(doc);
  const others = createStore<ReadonlyMap<number, PresenceState>>(new Map());
  const presence: OwnPresence = {};
  const refused: RefusedText[] = [];
  const box = createStore<readonly RefusedText[]>([]);
  const save = createStore<SaveState>({ kind: 'saved' });
  const plan = opened(doc, options.reader ?? false);
  const session = sessionOn({ ...options, plan, save, others, presence, refused, box });
  const store = createPlanStore(session.plan);
  const sent = listenToServer();
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  root.render(
    <LanguageProvider language="de" address={options.address ?? 'du'}>
      <ViewContext value={{ ...tableView(), ...options.view }}>
        <SessionContext value={session}>
          <PlanContext value={store}>{part}</PlanContext>
        </SessionContext>
      </ViewContext>
    </LanguageProvider>,
  );
  onTestFinished(() => {
    root.unmount();
    // What was opened stays in the history of the browser, which all tests share.
    history.replaceState(null, '');
    element.remove();
    store.destroy();
  });
  const { drafts } = session;
  return {
    doc,
    plan: () => readPlan(doc),
    others,
    presence,
    save,
    wire: plan.wire,
    refused,
    box,
    drafts,
    sent,
    element,
  };
}

interface SessionParts
  extends Pick<TableOptions, 'reader' | 'own'>,
    Pick<Table, 'others' | 'presence' | 'refused' | 'box' | 'save'> {
  plan: OpenedDocument;
}

function sessionOn({
  plan,
  save,
  others,
  presence,
  refused,
  box,
  reader = false,
  own,
}: SessionParts): MeetingSession {
  const undo = createUndoList();
  undo.follow(plan.doc.get(), planUndo(LEON.id));
  return {
    plan,
    own: own ? opened(own, reader) : null,
    save,
    refused: box,
    drafts: createDrafts('p-le', () => undefined, null),
    others,
    setPresence: (change) => Object.assign(presence, change),
    undo,
    refuse: (code, text, place) => refused.push({ id: String(refused.length), code, text, place }),
    putBack: () => Promise.resolve(),
    dismissRefused: (id) => box.set(box.get().filter((entry) => entry.id !== id)),
    destroy: () => undefined,
  };
}

/** A document whose answers of the server a test can change. */
interface OpenedDocument extends OpenDocument {
  wire: WritableStore<WireState | null>;
}

function opened(doc: Y.Doc, reader: boolean): OpenedDocument {
  return {
    doc: createStore(doc),
    wire: createStore<WireState | null>(wire(reader)),
    ready: createStore(true),
    settled: createStore(true),
  };
}

function wire(reader: boolean): WireState {
  return {
    state: 'open',
    phase: 'ziele',
    role: 'junger_mensch',
    writable: reader ? [] : [...PLAN_PARTS],
    epoch: 1,
    generation: 1,
    seq: 1,
    versions: 0,
    schemaVersion: 1,
    quota: {},
  };
}

/** Every request is taken and noted; none leaves the page. */
function listenToServer(): Table['sent'] {
  const sent: Table['sent'] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (to, init) => {
    const url = new URL(to instanceof Request ? to.url : to, location.href);
    if (!url.pathname.startsWith('/api/')) {
      return real(to, init);
    }
    const text = to instanceof Request ? await to.text() : String(init?.body ?? '');
    sent.push({ path: url.pathname.slice('/api'.length), body: text === '' ? undefined : JSON.parse(text) });
    return new Response('{}', { status: 200, headers: { 'content-type': 'application/json' } });
  };
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  return sent;
}
