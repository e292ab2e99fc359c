import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as Y from 'yjs';
import { buildDocument } from '#server/protocol/export/document.ts';
import type { MeetingView, PersonRef } from '#shared/api/view.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import type { Report } from '#shared/protocol/report/blocks.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import {
  LanguageContext,
  type LanguageValue,
  SessionContext,
  ViewContext,
} from '../../../../client/app/context.ts';
import { createStore } from '../../../../client/app/store.ts';
import { readingPages } from '../../../../client/meeting/wall/pages.ts';
import { CompareRow } from '../../../../client/protocol/compare/CompareRow.tsx';
import { comparedRows } from '../../../../client/protocol/compare/comparison.ts';
import { MyPageView } from '../../../../client/protocol/read/MyPageView.tsx';
import { Reading } from '../../../../client/protocol/read/Reading.tsx';
import type { MeetingSession } from '../../../../client/session/types.ts';
import { versionOf } from '../signoffs.ts';
import { germanReport } from './german.ts';

const GERMAN: LanguageValue = {
  language: 'de',
  address: 'du',
  addresses: ['du'],
  locale: 'de-DE',
  t: translatorFor('de', 'du'),
};

export const ENGLISH: LanguageValue = {
  language: 'en',
  address: 'neutral',
  addresses: ['neutral'],
  locale: 'en-GB',
  t: translatorFor('en', 'neutral'),
};

/** What each renderer shows of a content, as the text that a person reads there. */

/** The reading page; a tick before a step is told as `[x]`. */
export function pageText(content: ProtocolContent): string {
  return textOf(renderToStaticMarkup(createElement(Reading, { content, version: versionOf(content) })));
}

/** The open plan as it would read. */
export function previewText(content: ProtocolContent): string {
  return textOf(renderToStaticMarkup(createElement(Reading, { content, version: null })));
}

export function wallText(content: ProtocolContent): string {
  const pages = readingPages(germanReport(content));
  return pages
    .flatMap(({ title, lines }) => [
      title,
      ...lines.map(({ kind, done, text }) => (kind === 'step' ? `${done ? '[x]' : '[ ]'} ${text}` : text)),
    ])
    .join('\n');
}

/** Markup of something that speaks German. */
export function inGerman(node: ReactNode): string {
  return renderToStaticMarkup(createElement(LanguageContext, { value: GERMAN }, node));
}

/** Markup of a part of the phone, in front of somebody who reads. */
export function onPhone(node: ReactNode, persons: readonly PersonRef[]): string {
  const session = {
    plan: { doc: createStore(new Y.Doc()), wire: createStore(null) },
    others: createStore(new Map()),
  } as unknown as MeetingSession;
  const view = { kind: 'table', persons, me: { person: null } } as unknown as MeetingView;
  const seen = createElement(ViewContext, { value: view }, node);
  return inGerman(createElement(SessionContext, { value: session }, seen));
}

/** The rows of a comparison. */
export function comparisonText(before: ProtocolContent, after: ProtocolContent): string {
  const rows = comparedRows(before, after, 'all').map((row) =>
    createElement(CompareRow, { key: row.id, row, old: before, now: after }),
  );
  return textOf(inGerman(rows));
}

/** What one row of a comparison says under the day of then and under today. */
export function comparisonCells(
  before: ProtocolContent,
  after: ProtocolContent,
  id: string,
): { then: string; today: string } {
  const row = comparedRows(before, after, 'all').find((shown) => shown.id === id);
  const markup = row ? inGerman(createElement(CompareRow, { row, old: before, now: after })) : '';
  const [then = '', today = ''] = markup
    .split('<td')
    .slice(1)
    .map((cell) => textOf(`<td${cell}`));
  return { then, today };
}

export function ownPageText(content: ProtocolContent, personId: string): string {
  return textOf(ownPageMarkup(content, personId));
}

/** "Deine Seite" in front of somebody, in German where nothing else is said. */
export function ownPageMarkup(content: ProtocolContent, personId: string, value = GERMAN): string {
  const persons = content.persons.map((person): PersonRef => ({ ...person, hue: 1, subtitle: '' }));
  const view = { kind: 'table', persons } as unknown as MeetingView;
  const person = persons.find(({ id }) => id === personId);
  if (!person) {
    throw new Error(`nobody is ${personId}`);
  }
  const page = createElement(MyPageView, { content, person });
  const seen = createElement(ViewContext, { value: view }, page);
  return renderToStaticMarkup(createElement(LanguageContext, { value }, seen));
}

/** The sections that the typesetter gets to set. */
export function paperSections(content: ProtocolContent): Report['sections'] {
  return buildDocument({ content, version: versionOf(content), signoffs: [] }, 'x.json').sections;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

/** A sentence in which words of the page and of the plan stand one after the other is one line. */
const PART_OF_SENTENCE = /<span(?: dir="auto" lang="de")?>([^<]*)<\/span>/g;

export function textOf(markup: string): string {
  return markup
    .replace(PART_OF_SENTENCE, '$1')
    .replace(/<li data-done="true"[^>]*>/g, '\n[x] ')
    .replace(/<li data-done="false"[^>]*>/g, '\n[ ] ')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
