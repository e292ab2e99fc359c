import type { ReactNode } from 'react';
import { isolated, joinedParts } from '#shared/i18n/isolate.ts';
import type { Block, PersonRow, ResourceGroup, ReviewRow } from '#shared/protocol/report/blocks.ts';
import { Facts } from './Facts.tsx';
import styles from './Reading.module.css';
import { GoalView } from './ReadingGoals.tsx';

type Kind = Block['kind'];
type Of<K extends Kind> = Extract<Block, { kind: K }>;

/** How each kind of block is drawn. What stands beside the page on a screen draws nothing here. */
const VIEWS: { [K in Kind]: (block: Of<K>) => ReactNode } = {
  paragraphs: ({ voice, items }) => (
    <>
      {voice ? (
        <h4 className={styles['voice']} dir="auto">
          {voice}
        </h4>
      ) : null}
      <Paragraphs items={items} />
    </>
  ),
  bullets: ({ items }) => <Sentences items={items} />,
  facts: ({ items }) => <Facts items={items} />,
  people: ({ rows }) => <People rows={rows} />,
  resources: ({ groups }) => groups.map((group) => <Resources key={group.domain} group={group} />),
  reviews: ({ header, rows }) => rows.map((row) => <Review key={row.id} row={row} header={header} />),
  leitziel: ({ label, text }) => <Labelled className={styles['leitziel']} label={label} text={text} />,
  goal: ({ goal }) => <GoalView goal={goal} />,
  words: ({ items }) => <Words items={items} />,
  note: ({ text }) => <p className={styles['small']}>{text}</p>,
  signatures: () => null,
  open: () => null,
  checksum: () => null,
};

/** One block of the report. */
export function BlockView<K extends Kind>({ block }: { block: Of<K> }) {
  const view: (block: Of<K>) => ReactNode = VIEWS[block.kind as K];
  return view(block);
}

function Paragraphs({ items }: { items: readonly string[] }) {
  return items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: frozen text, its order never changes.
    <p key={index} dir="auto" className={styles['paragraph']}>
      {item}
    </p>
  ));
}

function Sentences({ items }: { items: readonly string[] }) {
  return (
    <ul className={styles['list']}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frozen text, its order never changes.
        <li key={index} dir="auto">
          {item}
        </li>
      ))}
    </ul>
  );
}

function People({ rows }: { rows: readonly PersonRow[] }) {
  return (
    <ul className={styles['people']}>
      {rows.map(({ id, name, fullName, task, how }) => (
        <li key={id}>
          <b>
            <bdi>{name}</bdi>
          </b>
          <span className={styles['small']}>{joinedParts([fullName, task, how], ' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Resources({ group }: { group: ResourceGroup }) {
  return (
    <div className={styles['group']}>
      <h4>{group.title}</h4>
      <ul className={styles['list']}>
        {group.items.map(({ id, title, description, note }) => (
          <li key={id}>
            <span dir="auto">{title}</span>
            <span className={styles['small']}>{joinedParts([description, note], ' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Review({ row, header }: { row: ReviewRow; header: readonly string[] }) {
  const [, , obstacle = '', consequence = ''] = header;
  const rows = [
    { label: obstacle, text: row.obstacle },
    { label: consequence, text: row.consequence },
  ].filter(({ text }) => text !== '');
  return (
    <div className={styles['review']}>
      <p className={styles['label']}>{joinedParts([row.label, row.due], ', ')}</p>
      <p dir="auto" className={styles['sentence']}>
        {row.before}
      </p>
      <p dir="auto">
        <b>{row.result}</b>
        {row.text ? <span className={styles['paragraph']}>: {isolated(row.text)}</span> : null}
      </p>
      {row.scales ? <p className={styles['small']}>{row.scales}</p> : null}
      <Facts items={rows} />
      {row.details.map((detail) => (
        <p key={detail} className={styles['small']} dir="auto">
          {detail}
        </p>
      ))}
    </div>
  );
}

/** Other views, in the same size as what was agreed. */
function Words({ items }: { items: Of<'words'>['items'] }) {
  return items.map(({ says, decision, text }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: decisions in the order in which they came.
    <div key={index} className={styles['review']}>
      <p className={styles['label']}>
        {isolated(says)} · {decision}
      </p>
      {text ? (
        <p dir="auto" className={styles['paragraph']}>
          {text}
        </p>
      ) : null}
    </div>
  ));
}

function Labelled(props: { className: string | undefined; label: string; text: string }) {
  const { className, label, text } = props;
  return (
    <div className={className}>
      <p className={styles['label']}>{label}</p>
      <p dir="auto">{text}</p>
    </div>
  );
}
