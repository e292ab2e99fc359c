import { PLACES, type ProtocolTemplate } from '../template.ts';

/** Sections that everybody reads: on the open plan, on the frozen page, together, and on paper. */
const EVERYWHERE = PLACES;
/** Sections that everybody reads for themselves: nothing in them is read aloud. */
const NOT_TOGETHER = ['preview', 'page', 'paper'] as const;
const TEXT = { filledFrom: { kind: 'text' }, writtenBy: 'table', places: EVERYWHERE } as const;
const RECORDS = { writtenBy: 'table', places: EVERYWHERE } as const;

/** The German Hilfeplan (§ 36 SGB VIII). */
export const HILFEPLAN = {
  planType: 'hilfeplan',
  title: 'protocol.title',
  legalBasis: '§ 36 SGB VIII',
  sections: [
    {
      code: 'familie',
      title: 'protocol.section.familie',
      filledFrom: { kind: 'facts', of: 'family' },
      writtenBy: 'server',
      places: ['page', 'paper'],
    },
    {
      code: 'beteiligte',
      title: 'protocol.section.beteiligte',
      filledFrom: { kind: 'facts', of: 'participants' },
      writtenBy: 'server',
      places: NOT_TOGETHER,
      legalBasis: '§ 36 Abs. 3 und 5 SGB VIII',
    },
    {
      code: 'beratung',
      title: 'protocol.section.beratung',
      filledFrom: { kind: 'records', of: 'advice' },
      writtenBy: 'table',
      places: NOT_TOGETHER,
      legalBasis: '§ 36 Abs. 1, §§ 5 und 9a SGB VIII',
    },
    { code: 'anlass', title: 'protocol.section.anlass', spoken: 'board.wall.phase.anliegen', ...TEXT },
    {
      code: 'sicht_kind',
      title: 'protocol.section.sicht_kind',
      spoken: 'board.wall.phase.sicht_kind',
      ...TEXT,
      legalBasis: '§ 8 SGB VIII',
    },
    { code: 'sicht_eltern', title: 'protocol.section.sicht_eltern', ...TEXT },
    { code: 'sicht_weitere', title: 'protocol.section.sicht_weitere', ...TEXT },
    {
      code: 'geschwister',
      title: 'protocol.section.geschwister',
      ...TEXT,
      legalBasis: '§ 36 Abs. 2 Satz 3 SGB VIII',
    },
    {
      code: 'ressourcen',
      title: 'protocol.section.ressourcen',
      filledFrom: { kind: 'records', of: 'resources' },
      ...RECORDS,
    },
    {
      code: 'rueckblick',
      title: 'protocol.section.rueckblick',
      filledFrom: { kind: 'records', of: 'reviews' },
      ...RECORDS,
      legalBasis: '§ 36 Abs. 2 Satz 2 SGB VIII',
    },
    {
      code: 'bedarf',
      title: 'protocol.section.bedarf',
      ...TEXT,
      legalBasis: '§ 36 Abs. 2 Satz 2 SGB VIII',
    },
    {
      code: 'ziele',
      title: 'protocol.section.ziele',
      filledFrom: { kind: 'records', of: 'goals' },
      ...RECORDS,
    },
    {
      code: 'hilfe',
      title: 'protocol.section.hilfe',
      spoken: 'board.wall.help',
      filledFrom: { kind: 'records', of: 'services' },
      ...RECORDS,
      legalBasis: '§ 36 Abs. 2 Satz 2, § 27 SGB VIII',
    },
    {
      code: 'vereinbarungen',
      title: 'protocol.section.vereinbarungen',
      spoken: 'board.wall.agreed',
      filledFrom: { kind: 'records', of: 'agreements' },
      ...RECORDS,
    },
    {
      code: 'unterschiede',
      title: 'protocol.section.unterschiede',
      filledFrom: { kind: 'answers', of: 'views' },
      writtenBy: 'signer',
      places: ['page', 'paper'],
    },
    {
      code: 'ueberpruefung',
      title: 'protocol.section.ueberpruefung',
      spoken: 'board.wall.next',
      filledFrom: { kind: 'records', of: 'nextReview' },
      ...RECORDS,
      legalBasis: '§ 36 Abs. 2 Satz 2 SGB VIII',
    },
    {
      // On a screen it stands beside the text, with date and way.
      code: 'unterschriften',
      title: 'protocol.section.unterschriften',
      filledFrom: { kind: 'answers', of: 'signatures' },
      writtenBy: 'signer',
      places: ['paper'],
    },
  ],
} as const satisfies ProtocolTemplate;
