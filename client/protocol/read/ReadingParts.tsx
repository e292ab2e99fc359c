import type { SignoffEntry } from '#shared/api/answers.ts';
import { resourceDomain } from '#shared/domain/codes.ts';
import type { ProtocolContent, ProtocolPerson, ProtocolReview } from '#shared/protocol/schema.ts';
import { differs, otherViews, type ProtocolSection, paragraphsOf } from '#shared/protocol/sections.ts';
import styles from './Reading.module.css';
import { GoalTree } from './ReadingGoals.tsx';
import {
  documentDay,
  documentText,
  filledRows,
  helpsWith,
  namesIn,
  type Row,
  scaleChanges,
  serviceRows,
} from './reading-model.ts';

export interface SectionProps {
  section: ProtocolSection;
  content: ProtocolContent;
  signoffs: readonly SignoffEntry[];
}

/** What one section says. */
export function SectionBody({ section, content, signoffs }: SectionProps) {
  switch (section) {
    case 'familie':
      return <Family content={content} />;
    case 'beteiligte':
      return <Participants content={content} />;
    case 'beratung':
      return (
        <Sentences lines={(content.advice ?? []).map((point) => documentText(`protocol.advice.${point}`))} />
      );
    case 'ressourcen':
      return <Resources content={content} />;
    case 'rueckblick':
      return <Reviews content={content} />;
    case 'ziele':
      return <GoalTree content={content} />;
    case 'hilfe':
      return <Services content={content} />;
    case 'vereinbarungen':
      return <Sentences lines={content.agreements ?? []} />;
    case 'unterschiede':
      return <Differences signoffs={signoffs} />;
    case 'ueberpruefung':
      return <NextReview content={content} />;
    case 'unterschriften':
      return null;
    default:
      return <Paragraphs lines={paragraphsOf(content, section)} />;
  }
}

/** A description list. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  return rows.length === 0 ? null : (
    <dl className={styles['rows']}>
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Paragraphs({ lines }: { lines: readonly string[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: frozen text, its order never changes.
    <p key={index} dir="auto" className={styles['paragraph']}>
      {line}
    </p>
  ));
}

function Sentences({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles['list']}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frozen text, its order never changes.
        <li key={index} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

function Family({ content }: { content: ProtocolContent }) {
  const child = content.persons.find(({ id }) => id === content.head.child);
  return (
    <Rows
      rows={filledRows([
        [documentText('protocol.head.child'), child?.fullName],
        [documentText('protocol.head.custody'), content.head.custody],
      ])}
    />
  );
}

function Participants({ content }: { content: ProtocolContent }) {
  const people = new Map(content.persons.map((person) => [person.id, person]));
  return (
    <ul className={styles['people']}>
      {content.participants.map(({ person, attendance, reason, planned }) => {
        const who = people.get(person);
        const told = [documentText(`code.attendance.${attendance}`), reason].filter(Boolean).join(': ');
        const how = planned ? documentText('protocol.attendance.planned', { how: told }) : told;
        return (
          <li key={person}>
            <b>{who?.name ?? person}</b>
            <span className={styles['small']}>
              {[who ? taskOf(who) : '', how].filter(Boolean).join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What somebody is in this meeting: their task, else their relation, else their role. */
function taskOf(person: ProtocolPerson): string {
  const role = person.roles[0];
  const task = person.function ?? person.relation ?? (role ? documentText(`code.personRole.${role}`) : '');
  return [task, person.organisation].filter(Boolean).join(', ');
}

function Resources({ content }: { content: ProtocolContent }) {
  const all = content.resources ?? [];
  return resourceDomain
    .map((domain) => ({ domain, found: all.filter((resource) => resource.domain === domain) }))
    .filter(({ found }) => found.length > 0)
    .map(({ domain, found }) => (
      <div key={domain} className={styles['group']}>
        <h3>{documentText(`protocol.domain.${domain}`)}</h3>
        <ul className={styles['list']}>
          {found.map((resource) => (
            <li key={resource.id}>
              <span dir="auto">{resource.title}</span>
              <span className={styles['small']}>
                {[resource.description, helpsWith(resource, content)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
    ));
}

function Reviews({ content }: { content: ProtocolContent }) {
  return (content.reviews ?? []).map((review) => (
    <div key={review.goalId} className={styles['review']}>
      <p className={styles['label']}>
        {documentText('protocol.review.number', { number: review.number })}
        {' · '}
        {review.result
          ? documentText(`code.goalStatus.${review.result}`)
          : documentText('protocol.review.silent')}
      </p>
      <p dir="auto" className={styles['sentence']}>
        {review.before}
      </p>
      <Rows rows={reviewRows(review, content)} />
      <p className={styles['small']}>{nowOf(review)}</p>
    </div>
  ));
}

function reviewRows(review: ProtocolReview, content: ProtocolContent): Row[] {
  const { beforeDueDate, consequence } = review;
  return filledRows([
    [documentText('protocol.goal.until'), beforeDueDate && documentDay(beforeDueDate)],
    [documentText('protocol.review.result'), review.text],
    [documentText('protocol.goal.scale'), scaleChanges(review.scales ?? [], review.target, namesIn(content))],
    [documentText('protocol.review.obstacle'), review.obstacle],
    [
      documentText('protocol.review.consequence'),
      consequence && documentText(`code.evaluationConsequence.${consequence}`),
    ],
  ]);
}

function nowOf(review: ProtocolReview): string {
  const reason = review.reason ? ` ${documentText('protocol.review.reason', { text: review.reason })}` : '';
  if (review.now === undefined) {
    return documentText('protocol.review.gone') + reason;
  }
  return (
    (review.now === review.before
      ? documentText('protocol.review.same')
      : documentText('protocol.review.now', { text: review.now })) + reason
  );
}

function Services({ content }: { content: ProtocolContent }) {
  const nameOf = namesIn(content);
  return (content.services ?? []).map((service) => (
    <Rows key={service.id} rows={serviceRows(service, nameOf)} />
  ));
}

/** Other views, in the same size as what was agreed. */
function Differences({ signoffs }: { signoffs: readonly SignoffEntry[] }) {
  return otherViews(signoffs).map(({ entry, turn }) => (
    <div key={`${entry.person.id} ${entry.at}`} className={styles['review']}>
      <p className={styles['label']}>
        {documentText('protocol.differ.says', { name: entry.person.name })}
        {' · '}
        {documentText(`protocol.sign.${turn}`, {
          decision: documentText(`protocol.decision.${entry.decision}`),
        })}
      </p>
      {differs(entry) ? (
        <p dir="auto">{entry.remark?.trim() || documentText('protocol.differ.noWords')}</p>
      ) : null}
    </div>
  ));
}

function NextReview({ content }: { content: ProtocolContent }) {
  const { date, occasions } = content.nextReview ?? {};
  return (
    <Rows
      rows={filledRows([
        [documentText('protocol.next.date'), date && documentDay(date)],
        [documentText('protocol.next.occasions'), occasions],
      ])}
    />
  );
}
