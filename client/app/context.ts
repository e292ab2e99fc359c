import { createContext, useContext, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { MeetingView, PersonRef, TableView } from '#shared/api/view.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { PlanPart } from '#shared/documents/plan/roots.ts';
import type { Address, Language } from '#shared/i18n/language.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { MeetingSession, Store } from '../session/types.ts';
import type { Api } from './api.ts';

/**
 * What every view of the client may ask for. Only types of the plan are named here, so that the
 * start pages do not carry the plan's code.
 */

/** How the product speaks to the person in front of this screen. */
export interface LanguageChoice {
  language: Language;
  address: Address;
  /** Forms of address between which one may choose in this language. */
  addresses: readonly Address[];
  /** BCP 47 tag for dates and numbers. */
  locale: string;
}

export interface LanguageValue extends LanguageChoice {
  t: Translate;
}

export const LanguageContext = createContext<LanguageValue | null>(null);
export const ApiContext = createContext<Api | null>(null);
export const ViewContext = createContext<MeetingView | null>(null);
export const SessionContext = createContext<MeetingSession | null>(null);
export const PlanContext = createContext<Store<Plan> | null>(null);

/** The translate function in the person's language and form of address. */
export function useT(): Translate {
  return inside(useContext(LanguageContext), 'useT').t;
}

/** Language, form of address and locale of the person in front of this screen. */
export function useLanguage(): LanguageChoice {
  return inside(useContext(LanguageContext), 'useLanguage');
}

/** Watches a store. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** The HTTP API; answers in the person's language. */
export function useApi(): Api {
  return inside(useContext(ApiContext), 'useApi');
}

/** What this person may know of the meeting. Only inside the table. */
export function useView(): TableView {
  const view = useContext(ViewContext);
  if (view?.kind !== 'table') {
    throw new Error('useView is used outside the table');
  }
  return view;
}

/** What this tab has open of the meeting. Only inside the table. */
export function useSession(): MeetingSession {
  return inside(useContext(SessionContext), 'useSession');
}

/** The live plan. It is another one after the server has refused something. */
export function useDoc(): Y.Doc {
  return useStore(useSession().plan.doc);
}

/** The plan as plain data, read again after changes, at most once a frame. */
export function usePlan(): Plan {
  return useStore(inside(useContext(PlanContext), 'usePlan'));
}

/** Whether this person may write a part of the plan now. The server decides; this only mirrors it. */
export function useWritable(part: PlanPart): boolean {
  const wire = useStore(useSession().plan.wire);
  // While freezing the server still takes what was typed before, but editors close.
  return wire?.state === 'open' && wire.writable.includes(part);
}

/** A person who can be named at this table, or null where the id is unknown or empty. */
export function usePerson(id: string | null | undefined): PersonRef | null {
  const { persons } = useView();
  return persons.find((person) => person.id === id) ?? null;
}

function inside<T>(value: T | null, hook: string): T {
  if (value === null) {
    throw new Error(`${hook} is used outside what provides it`);
  }
  return value;
}
