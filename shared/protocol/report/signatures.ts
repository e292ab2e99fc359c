import type { SignoffEntry } from '../../api/answers.ts';
import type { VersionRef } from '../../api/view.ts';
import { joinedParts } from '../../i18n/isolate.ts';
import { inTurns, type Turn } from '../decisions.ts';
import { differs, otherViews } from '../views.ts';
import type { Block, SignatureRow } from './blocks.ts';
import type { ReportInput } from './input.ts';
import { functionOf, nameInFull, said, type Wording } from './wording.ts';

/** Remarks and refusals in full, in the size of the agreements. */
export function differBlocks({ signoffs, earlier = [] }: ReportInput, { t }: Wording): Block[] {
  const items = [...otherViews(signoffs), ...otherViews(earlier)].map(({ entry, turn }) => ({
    says: t('protocol.differ.says', { name: entry.person.name }),
    decision: inTurn(entry, turn, t(`protocol.decision.${entry.decision}`), t),
    text: entry.remark?.trim() || (differs(entry) ? t('protocol.differ.noWords') : ''),
  }));
  return items.length > 0 ? [{ kind: 'words', items }] : [];
}

/** What kind of signature it is, the numbers to compare, every decision, and who is still open. */
export function signatureBlocks(input: ReportInput, words: Wording): Block[] {
  const { version } = input;
  if (!version) {
    return [];
  }
  const { t, moment } = words;
  const state = version.sealedAt
    ? t('protocol.sign.sealed', { when: moment(version.sealedAt) })
    : t('protocol.sign.unsealed');
  return [
    { kind: 'note', text: `${state} ${t('protocol.sign.kind')}` },
    checksums(input, version, words),
    ...decisionBlocks(input, words),
    ...openBlocks(input, words),
  ];
}

function checksums({ content, attachment }: ReportInput, version: VersionRef, { t }: Wording): Block {
  const { previousSha256 } = content;
  return {
    kind: 'checksum',
    items: said([
      { label: t('protocol.sign.code'), text: version.code },
      { label: t('protocol.sign.hash'), text: inGroups(version.sha256) },
      { label: t('protocol.sign.previous'), text: previousSha256 && inGroups(previousSha256) },
    ]),
    attached: attachment ? t('protocol.sign.attached', { file: attachment }) : '',
  };
}

function decisionBlocks({ signoffs, earlier = [] }: ReportInput, words: Wording): Block[] {
  const { t } = words;
  const rows = [...signatureRows(signoffs, words), ...signatureRows(earlier, words)];
  const header = [t('protocol.sign.name'), t('protocol.sign.decision'), t('protocol.sign.how')];
  return rows.length > 0 ? [{ kind: 'signatures', header, rows }] : [];
}

function openBlocks(input: ReportInput, words: Wording): Block[] {
  const { t } = words;
  const people = (input.undecided ?? []).flatMap((id) => (words.person(id) ? nameInFull(id, words) : []));
  const line = t('protocol.sign.line');
  return people.length > 0 ? [{ kind: 'open', text: t('protocol.sign.open'), line, people }] : [];
}

function signatureRows(signoffs: ReportInput['signoffs'], words: Wording): SignatureRow[] {
  const { t, moment } = words;
  return inTurns(signoffs).map(({ entry, turn }) => ({
    name: entry.person.name,
    about: aboutSigner(entry, words),
    decision: inTurn(entry, turn, decisionOf(entry, words), t),
    words: entry.remark?.trim() ?? '',
    how: [
      t(`protocol.method.${entry.method}`),
      ...(entry.leadersBrowser ? [t('protocol.method.leadersBrowser')] : []),
      moment(entry.at),
    ].join('\n'),
  }));
}

/** "zuerst: nicht einverstanden"; "zu Fassung 2.0: nicht einverstanden". */
function inTurn({ version }: SignoffEntry, turn: Turn, decision: string, t: Wording['t']): string {
  return version
    ? t('protocol.sign.earlier', { version, decision })
    : t(`protocol.sign.${turn}`, { decision });
}

/** The name in the files and what they are here: "Sandra Wegner, Mutter". */
function aboutSigner({ person }: SignoffEntry, words: Wording): string {
  const fullName = words.person(person.id)?.fullName;
  const parts = [fullName === person.name ? '' : fullName, functionOf(person.id, words) || person.subtitle];
  return joinedParts(parts, ', ');
}

function decisionOf(signoff: SignoffEntry, { t, day }: Wording): string {
  const decision = t(`protocol.decision.${signoff.decision}`);
  const until = signoff.decision === 'bedenkzeit' && signoff.thinkUntil;
  return until ? `${decision}, ${t('protocol.decision.thinkUntil', { date: day(until) })}` : decision;
}

/** Groups of eight, so that two people can compare a checksum aloud. */
function inGroups(hash: string): string {
  return hash.replace(/.{8}(?=.)/g, '$& ');
}
