import { useState } from 'react';
import type { VersionAnswer } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { fateSentence, type GoalFate } from '#shared/protocol/compare.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { useTitleWithin } from '../../app/title.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { Printer } from '../../ui/icons.ts';
import { PageHeading } from '../../ui/text/PageHeading.tsx';
import { PrintCopy } from '../read/PrintCopy.tsx';
import { useVersion } from '../read/useVersion.ts';
import styles from './Compare.module.css';
import { CompareRow } from './CompareRow.tsx';
import { comparedRows, type Filter } from './comparison.ts';

export interface CompareProps {
  previous: VersionRef;
  answer: VersionAnswer;
  onBack: () => void;
}

/** What became of every goal since the version this meeting started from. */
export function Compare({ previous, answer, onBack }: CompareProps) {
  const t = useT();
  const { locale } = useLanguage();
  const { loaded, retry } = useVersion(previous);
  const title = t('signing.compare_title', { date: formatDay(previous.date, locale) });
  useTitleWithin(title);
  return (
    <div className={styles['page']} data-testid="protocol-comparison">
      <Button variant="ghost" onClick={onBack} className={styles['back']} data-testid="protocol-compare-back">
        {t('signing.compare_back')}
      </Button>
      {loaded.kind === 'loading' ? <Progress label={t('signing.compare_loading')} /> : null}
      {loaded.kind === 'failed' ? (
        <Notice tone="err" announce="alert" actions={<Button onClick={retry}>{t('signing.retry')}</Button>}>
          {loaded.message}
        </Notice>
      ) : null}
      {loaded.kind === 'ready' ? <Comparison title={title} before={loaded.answer} after={answer} /> : null}
    </div>
  );
}

interface ComparisonProps {
  title: string;
  before: VersionAnswer;
  after: VersionAnswer;
}

function Comparison({ title, before, after }: ComparisonProps) {
  const view = useView();
  const t = useT();
  const [filter, setFilter] = useState<Filter>('all');
  const rows = comparedRows(before.content, after.content, filter);
  const sentence = rows.length > 0 ? fateSentence(rows, t) : t('signing.compare_nothing');
  const table = <Table rows={rows} before={before} after={after} />;
  return (
    <>
      <header className={styles['head']}>
        <div>
          <PageHeading level={2} takeFocus>
            {title}
          </PageHeading>
          <p className={styles['sentence']}>{sentence}</p>
        </div>
        <Button
          variant="quiet"
          size="small"
          icon={<Printer />}
          onClick={() => window.print()}
          data-testid="protocol-compare-print"
        >
          {t('signing.print')}
        </Button>
        <Segmented
          label={t('signing.compare_filter')}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: t('signing.compare_all') },
            { value: 'changed', label: t('signing.compare_changed') },
            { value: 'child', label: t('signing.compare_for', { name: view.meeting.childName }) },
          ]}
        />
      </header>
      {table}
      <PrintCopy>
        <h1>{title}</h1>
        <p>{after.content.head.caseLabel}</p>
        <p>{sentence}</p>
        {table}
      </PrintCopy>
    </>
  );
}

interface TableProps {
  rows: readonly GoalFate[];
  before: VersionAnswer;
  after: VersionAnswer;
}

function Table({ rows, before, after }: TableProps) {
  const t = useT();
  return rows.length === 0 ? null : (
    <table className={styles['table']} aria-label={t('signing.compare_table')}>
      <thead>
        <tr>
          <th scope="col" className={styles['fate']}>
            <span className={styles['hidden']}>{t('signing.compare_fate')}</span>
          </th>
          <VersionHead version={before.version} className={styles['before']} />
          <VersionHead version={after.version} className={styles['after']} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CompareRow key={row.id} row={row} old={before.content} now={after.content} />
        ))}
      </tbody>
    </table>
  );
}

function VersionHead({ version, className }: { version: VersionRef; className: string | undefined }) {
  const t = useT();
  const { locale } = useLanguage();
  return (
    <th scope="col" className={className}>
      <b>{formatDay(version.date, locale, 'long')}</b>
      <span className={styles['small']}>
        {t('signing.lock_version', { version: version.number, code: version.code })}
      </span>
      {version.sealedAt ? null : <span className={styles['small']}>{t('signing.compare_unsealed')}</span>}
    </th>
  );
}
