import { lazy, Suspense, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { useSession, useStore, useT, useView } from '../../app/context.ts';
import { CircleDot, Heart, ListTree, User } from '../../ui/icons.ts';
import { SaveMark } from '../../ui/SaveMark.tsx';
import { Loading } from '../Loading.tsx';
import { AdmitStrip } from '../people/AdmitStrip.tsx';
import { phaseName, shownPhases } from '../phases.ts';
import styles from './Phone.module.css';
import { PhoneGoals } from './PhoneGoals.tsx';
import { PhoneMe } from './PhoneMe.tsx';
import { PhoneNow } from './PhoneNow.tsx';
import { PhoneStrengths } from './PhoneStrengths.tsx';

const ProtocolPane = lazy(() =>
  import('../../protocol/read/ProtocolPane.tsx').then(({ ProtocolPane }) => ({ default: ProtocolPane })),
);

const TABS = [
  ['now', CircleDot],
  ['goals', ListTree],
  ['strengths', Heart],
  ['me', User],
] as const;
type Tab = (typeof TABS)[number][0];

/** The table on a phone, one thing at a time, for one hand. */
export function PhoneTable() {
  const t = useT();
  const view = useView();
  const [tab, setTab] = useState<Tab>('now');
  const isOpen = view.state === 'open';
  // Where the meeting goes, phones go along; who is writing stays until the plan is read.
  const [followed, setFollowed] = useState({ phase: view.phase, state: view.state });
  if (followed.phase !== view.phase || followed.state !== view.state) {
    setFollowed({ phase: view.phase, state: view.state });
    if (followed.state !== view.state || !isWriting()) {
      setTab('now');
    }
  }
  const protocol = !isOpen && tab !== 'me';
  const tabs = isOpen ? TABS : TABS.filter(([name]) => name === 'now' || name === 'me');
  return (
    <div className={styles['phone']} data-scale="phone" data-testid="table" data-phase={view.phase}>
      <PhoneHeader />
      {leads(view.me.role) ? <AdmitStrip /> : null}
      <main
        className={protocol ? styles['protocol'] : styles['main']}
        key={protocol ? 'protocol' : tab}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrow keys must reach it.
        tabIndex={0}
      >
        {protocol ? (
          <Suspense fallback={<Loading />}>
            <ProtocolPane />
          </Suspense>
        ) : (
          <Content tab={tab} />
        )}
      </main>
      <nav className={styles['tabs']} aria-label={t('table.parts')}>
        {tabs.map(([name, Icon]) => {
          const current = tab === name || (!isOpen && name === 'now' && tab !== 'me');
          return (
            <button
              key={name}
              type="button"
              aria-current={current ? 'page' : undefined}
              onClick={() => setTab(name)}
              className={styles['tab']}
              data-testid={`tab-${name}`}
            >
              <Icon />
              {t(!isOpen && name === 'now' ? 'table.tab.protocol' : `table.tab.${name}`)}
            </button>
          );
        })}
      </nav>
    </div>
  );
}

function isWriting(): boolean {
  const at = document.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || at.matches('textarea, input'));
}

function Content({ tab }: { tab: Tab }) {
  switch (tab) {
    case 'now':
      return <PhoneNow />;
    case 'goals':
      return <PhoneGoals />;
    case 'strengths':
      return <PhoneStrengths />;
    case 'me':
      return <PhoneMe />;
  }
}

function PhoneHeader() {
  const t = useT();
  const view = useView();
  const save = useStore(useSession().save);
  const steps = shownPhases(view.phases);
  const now = steps.find(({ phase }) => phase === view.phase);
  return (
    <header className={styles['header']}>
      {view.state === 'open' && now ? (
        <>
          <span className={styles['progress']}>
            {t('table.step_of', { at: now.number, of: steps.length })}
          </span>
          <h1 className={styles['phase']}>{phaseName(now.phase, view.meeting.childName, t)}</h1>
        </>
      ) : (
        <h1 className={styles['phase']}>{view.meeting.caseLabel}</h1>
      )}
      <SaveMark state={save} />
    </header>
  );
}
