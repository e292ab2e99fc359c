import { leads } from '#shared/access/parts.ts';
import type { TableView } from '#shared/api/view.ts';
import type { TextSection } from '#shared/plan/roots.ts';
import { usePlan, useT, useView } from '../app/context.ts';
import { AddResource } from '../outline/AddResource.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Closing } from './Closing.tsx';
import { MessageCircle } from './icons.ts';
import { LeadCard } from './LeadCard.tsx';
import { MyScale } from './MyScale.tsx';
import styles from './Phone.module.css';
import { StaticSection, TextSectionEditor } from './TextSectionEditor.tsx';
import { useSectionTitle, Writers } from './TextSections.tsx';
import { WelcomeWords } from './Welcome.tsx';

/** The one task of the current step. */
export function PhoneNow() {
  const t = useT();
  const view = useView();
  const isTurn = view.turn !== null && view.turn === view.me.person?.id;
  return (
    <div className={styles['now']} data-testid="phone-now">
      {leads(view.me.role) ? <LeadCard /> : null}
      {isTurn ? (
        <p className={styles['turn']} role="status" data-testid="my-turn">
          <MessageCircle />
          {t('table.your_turn')}
        </p>
      ) : null}
      <Task view={view} />
    </div>
  );
}

function Task({ view }: { view: TableView }) {
  const t = useT();
  switch (view.phase) {
    case 'sicht_kind':
      return isChild(view) ? (
        <Writing section="sicht_kind" question={t('table.now.child')} />
      ) : (
        <Listening section="sicht_kind" />
      );
    case 'anliegen':
      return <Writing section="anlass" question={t('table.now.concern')} />;
    case 'sicht_weitere': {
      const section = ownSection(view);
      return section ? <Writing section={section} question={t('table.now.view')} /> : <Calm />;
    }
    case 'rueckblick':
    case 'ziele':
      return <MyScale />;
    case 'ressourcen':
      return <Strengths />;
    case 'abschluss':
      return leads(view.me.role) ? <Closing /> : <Calm text={t('table.now.closing')} />;
    case 'vereinbarungen':
      return <Agreed />;
    case 'ankommen':
      return <WelcomeWords />;
    default:
      return <Calm />;
  }
}

function isChild({ me }: TableView): boolean {
  return me.role === 'junger_mensch' || me.role === 'junger_volljaehriger';
}

const PARENTS: ReadonlySet<string> = new Set([
  'personensorgeberechtigt',
  'elternteil_ohne_sorge',
  'pflegeperson',
  'vormund_pfleger',
]);

/** Where somebody writes their own view; the young person has had their step. */
function ownSection(view: TableView): TextSection | null {
  if (isChild(view) || view.me.role === 'dolmetscher') {
    return null;
  }
  return PARENTS.has(view.me.role) ? 'sicht_eltern' : 'sicht_weitere';
}

function Asks({ question }: { question: string }) {
  const t = useT();
  const { meeting, seats } = useView();
  const leader = seats.find(({ role }) => leads(role))?.person;
  return (
    <>
      <p className={styles['asks']}>
        {leader ? <Avatar person={leader} size="small" /> : null}
        {t('table.now.asks', { name: leader?.name ?? meeting.facilitator.name })}
      </p>
      <h2 className={styles['question']}>{question}</h2>
    </>
  );
}

function Writing({ section, question }: { section: TextSection; question: string }) {
  const t = useT();
  const title = useSectionTitle(section);
  return (
    <>
      <Asks question={question} />
      <TextSectionEditor section={section} label={title} placeholder={t('table.now.write_here')} />
      <Writers section={section} />
      <p className={styles['seen']}>{t('table.now.all_see')}</p>
    </>
  );
}

function Listening({ section }: { section: TextSection }) {
  const t = useT();
  const { meeting } = useView();
  return (
    <>
      <h2 className={styles['question']}>{t('table.now.child_speaks', { name: meeting.childName })}</h2>
      <p className={styles['calm']}>{t('table.now.listen')}</p>
      <StaticSection section={section} />
    </>
  );
}

function Calm({ text }: { text?: string }) {
  const t = useT();
  return (
    <div className={styles['calmPage']} data-testid="phone-calm">
      <h2 className={styles['question']}>{text ?? t('table.now.listen')}</h2>
    </div>
  );
}

function Strengths() {
  const t = useT();
  const { resources } = usePlan();
  const { me } = useView();
  const mine = resources.filter(({ owner }) => owner !== null && owner === me.person?.id);
  return (
    <>
      <Asks question={t('table.now.strengths')} />
      <div className={styles['adder']}>
        <AddResource />
      </div>
      {mine.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>{t('table.now.your_strengths')}</h3>
          <ul className={styles['plainList']}>
            {mine.map(({ id, title }) => (
              <li key={id} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Agreed() {
  const t = useT();
  const { agreements, nextReview } = usePlan();
  return (
    <>
      <h2 className={styles['question']}>{t('table.agreements')}</h2>
      {agreements.length === 0 ? <p className={styles['calm']}>{t('table.now.listen')}</p> : null}
      <ul className={styles['plainList']}>
        {agreements.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {nextReview.occasions === '' ? null : <p className={styles['calm']}>{nextReview.occasions}</p>}
    </>
  );
}
