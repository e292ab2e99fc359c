import { type ComponentType, Suspense, useLayoutEffect, useRef } from 'react';
import { leads } from '#shared/access/parts.ts';
import { shownPhases } from '#shared/meeting/bar.ts';
import { useSession, useStore, useT, useView } from '../../app/context.ts';
import { later } from '../../app/later.ts';
import { withClosingTexts } from '../../app/locales.ts';
import { useTitle } from '../../app/title.ts';
import { SaveMark } from '../../ui/feedback/SaveMark.tsx';
import { CircleDot, FileText, Heart, ListTree, User } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { Loading } from '../Loading.tsx';
import { phaseName } from '../phase-name.ts';
import { AdmitStrip, LeadSelected } from './leading.ts';
import { PhoneNow } from './now/PhoneNow.tsx';
import { PhoneGoals } from './PhoneGoals.tsx';
import { PhoneMe } from './PhoneMe.tsx';
import { PhoneStrengths } from './PhoneStrengths.tsx';
import styles from './PhoneTable.module.css';
import { useLook } from './useLook.ts';
import { useTab } from './useTab.ts';

const ProtocolPane = later(() =>
  withClosingTexts(import('../../protocol/read/ProtocolPane.tsx')).then(({ ProtocolPane }) => ProtocolPane),
);

interface Part {
  Icon: ComponentType;
  Content: ComponentType;
  /** Stays when the plan is being read: what is written here is over then. */
  reading: boolean;
  /** The field whose words may wait here. */
  draft: 'goal-add' | 'resource-add' | null;
  /** Only who leads has it. */
  leading?: true;
}

/** The parts in their order on the screen. */
const TABS = {
  now: { Icon: CircleDot, Content: PhoneNow, reading: true, draft: null },
  goals: { Icon: ListTree, Content: PhoneGoals, reading: false, draft: 'goal-add' },
  strengths: { Icon: Heart, Content: PhoneStrengths, reading: false, draft: 'resource-add' },
  protocol: { Icon: FileText, Content: ProtocolPane, reading: false, draft: null, leading: true },
  me: { Icon: User, Content: PhoneMe, reading: true, draft: null },
} satisfies Record<string, Part>;
type Tab = keyof typeof TABS;
const ORDER = ['now', 'goals', 'strengths', 'protocol', 'me'] as const satisfies readonly Tab[];

const HEADING = 'phone-heading';

/** The table on a phone, one thing at a time, for one hand. */
export function PhoneTable() {
  const view = useView();
  const [tab, setTab] = useTab<Tab>(ORDER, (open) => TABS[open].reading);
  const protocol = tab === 'protocol' || (view.state !== 'open' && tab !== 'me');
  const { Content } = TABS[tab];
  const frame = useRef<HTMLDivElement>(null);
  const shown = protocol ? 'protocol' : tab;
  // Another part is read from its top, also where all of the page is scrolled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what has changed
  useLayoutEffect(() => {
    frame.current?.scrollTo(0, 0);
  }, [shown]);
  return (
    <div
      ref={frame}
      className={styles['phone']}
      data-scale="phone"
      data-testid="table"
      data-phase={view.phase}
    >
      <PhoneHeader tab={tab} />
      <Suspense fallback={null}>
        {leads(view.me.role) ? (
          <>
            <LeadSelected />
            <AdmitStrip />
          </>
        ) : null}
      </Suspense>
      <main
        className={protocol ? styles['protocol'] : styles['main']}
        key={shown}
        aria-labelledby={HEADING}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrow keys must reach it.
        tabIndex={0}
      >
        <Suspense fallback={<Loading />}>{protocol ? <ProtocolPane /> : <Content />}</Suspense>
      </main>
      <Tabs tab={tab} onTab={setTab} />
    </div>
  );
}

/** The parts that can be opened; where words wait that are not entered yet, the part says so. */
function Tabs({ tab, onTab }: { tab: Tab; onTab(tab: Tab): void }) {
  const t = useT();
  const words = useStore(useSession().drafts.words);
  const { state, me } = useView();
  const isOpen = state === 'open';
  const parts = ORDER.filter((name) => {
    const { reading, leading }: Part = TABS[name];
    return (isOpen || reading) && (!leading || leads(me.role));
  });
  return (
    <nav className={styles['tabs']} aria-label={t('table.parts')}>
      {parts.map((name) => {
        const { Icon } = TABS[name];
        const current = name === partOf(tab, isOpen);
        const { draft } = TABS[name];
        const waits = draft !== null && (words.get(draft) ?? '') !== '';
        return (
          <button
            key={name}
            type="button"
            aria-current={current ? 'page' : undefined}
            onClick={() => onTab(name)}
            className={styles['tab']}
            data-testid={`tab-${name}`}
          >
            <Icon />
            {t(nameOf(name, isOpen))}
            {waits ? (
              <span className={styles['waits']}>
                <VisuallyHidden>{t('save.draft')}</VisuallyHidden>
              </span>
            ) : null}
          </button>
        );
      })}
    </nav>
  );
}

/** While the plan is read, it takes the place of every part but oneself. */
function partOf(tab: Tab, isOpen: boolean): Tab {
  return isOpen || TABS[tab].reading ? tab : 'now';
}

function nameOf(tab: Tab, isOpen: boolean): `table.tab.${Tab}` {
  return !isOpen && tab === 'now' ? 'table.tab.protocol' : `table.tab.${tab}`;
}

/** Where one is: the step of the meeting, or the part that is open instead. */
function PhoneHeader({ tab }: { tab: Tab }) {
  const t = useT();
  const view = useView();
  const save = useStore(useSession().save);
  const steps = shownPhases(view.phases);
  const look = useLook();
  const now = steps.find(({ phase }) => phase === (look ?? view.phase));
  const isOpen = view.state === 'open';
  const shown = partOf(tab, isOpen);
  const step = isOpen && shown === 'now' ? now : undefined;
  const heading = step ? phaseName(step.phase, view.meeting.childName, t) : t(nameOf(shown, isOpen));
  useTitle(heading, view.meeting.caseLabel);
  return (
    <header className={styles['header']}>
      {step ? (
        <span className={styles['progress']}>
          {t('table.step_of', { at: step.number, of: steps.length })}
        </span>
      ) : null}
      <h1 id={HEADING} className={styles['phase']}>
        {heading}
      </h1>
      <SaveMark state={save} />
    </header>
  );
}
