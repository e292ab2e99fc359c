import type { ReactNode } from 'react';
import { leads } from '#shared/access/parts.ts';
import { isYoungPerson } from '#shared/access/roles.ts';
import type { TableView } from '#shared/api/view.ts';
import type { Service } from '#shared/documents/plan/arrangements.ts';
import { flatten } from '#shared/documents/plan/goals.ts';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { useLanguage, usePlan, useT, useView } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { AddResource } from '../../plan/list/AddResource.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { MessageCircle } from '../../ui/icons.ts';
import { RoundTable } from '../../ui/RoundTable.tsx';
import { Closing } from '../desk/Closing.tsx';
import { LeadCard } from '../desk/LeadCard.tsx';
import { WelcomeWords } from '../desk/Welcome.tsx';
import { StaticSection, TextSectionEditor } from '../sections/TextSectionEditor.tsx';
import { useSectionTitle, Writers } from '../sections/TextSections.tsx';
import { MyScale } from './MyScale.tsx';
import styles from './Phone.module.css';

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
      return section ? <Writing section={section} question={t('table.now.view')} /> : <OthersSpeak />;
    }
    case 'rueckblick':
    case 'ziele':
      return <MyScale />;
    case 'ressourcen':
      return <Strengths />;
    case 'abschluss':
      return leads(view.me.role) ? <Closing /> : <Last />;
    case 'vereinbarungen':
      return <Agreed />;
    case 'ankommen':
      return <WelcomeWords />;
    default:
      return <Calm />;
  }
}

function isChild({ me }: TableView): boolean {
  return isYoungPerson(me.role);
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
  const { meeting, participants: seats } = useView();
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

/** Nothing to do just now: the round, one sentence, and what may be of use. */
function Calm({ text, children }: { text?: string; children?: ReactNode }) {
  const t = useT();
  const { participants: seats } = useView();
  const here = seats.filter(({ online, role }) => online && role !== 'bildschirm');
  return (
    <div className={styles['calmPage']} data-testid="phone-calm">
      <div className={styles['picture']}>
        <RoundTable seats={here.map(({ participationId, person }) => ({ ...person, id: participationId }))} />
      </div>
      <h2 className={styles['question']}>{text ?? t('table.now.listen')}</h2>
      {children}
    </div>
  );
}

/** The young person has had their step: their own words stay in sight while the others speak. */
function OthersSpeak() {
  const t = useT();
  const { texts } = usePlan();
  const said = (texts.sicht_kind ?? []).some((text) => text.trim() !== '');
  return (
    <Calm>
      {said ? (
        <>
          <h3 className={styles['small']}>{t('table.now.your_words')}</h3>
          <StaticSection section="sicht_kind" />
        </>
      ) : null}
    </Calm>
  );
}

/** Before reading together: what happens now, and one's own steps. */
function Last() {
  const t = useT();
  const { goals } = usePlan();
  const { me, meeting } = useView();
  const steps = flatten(goals).filter(
    ({ depth, responsible, status }) =>
      depth === 2 && responsible !== null && responsible === me.person?.id && status !== 'erledigt',
  );
  return (
    <Calm text={t('table.now.closing')}>
      <ol className={styles['next']}>
        <li>{t('table.now.closing_read', { name: meeting.facilitator.name })}</li>
        <li>{t('table.now.closing_decide')}</li>
        <li>{t('table.now.closing_say')}</li>
      </ol>
      {steps.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>{t('table.now.your_steps')}</h3>
          <ul className={styles['plainList']}>
            {steps.map(({ id, sentence }) => (
              <li key={id} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </Calm>
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

/** What stands so far: the help, the agreements and the next day. */
function Agreed() {
  const t = useT();
  const { locale } = useLanguage();
  const { agreements, nextReview, services } = usePlan();
  const written = agreements.filter(({ text }) => text.trim() !== '');
  return (
    <>
      <h2 className={styles['question']}>{t('table.now.agreed')}</h2>
      <p className={styles['calm']}>{t('table.now.listen')}</p>
      {written.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>{t('table.agreements')}</h3>
          <ul className={styles['plainList']}>
            {written.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {services.map((service) => (
        <Help key={service.id} service={service} />
      ))}
      {nextReview.date === null && nextReview.occasions === '' ? null : (
        <>
          <h3 className={styles['small']}>{t('table.next_review')}</h3>
          <ul className={styles['plainList']}>
            {nextReview.date === null ? null : <li>{formatDay(nextReview.date, locale, 'weekday')}</li>}
            {nextReview.occasions === '' ? null : <li dir="auto">{nextReview.occasions}</li>}
          </ul>
        </>
      )}
    </>
  );
}

function Help({ service }: { service: Service }) {
  const t = useT();
  const { locale } = useLanguage();
  const { persons } = useView();
  const { helpForm, worker, provider, start, end, hoursPerWeek } = service;
  const who = [persons.find(({ id }) => id === worker)?.name ?? '', provider].filter((part) => part !== '');
  return (
    <>
      <h3 className={styles['small']}>{t('board.wall.help')}</h3>
      <ul className={styles['plainList']}>
        {helpForm ? <li>{t(`code.helpForm.${helpForm}`)}</li> : null}
        {who.length === 0 ? null : <li>{who.join(', ')}</li>}
        {hoursPerWeek === null ? null : <li>{t('board.wall.hours', { hours: hoursPerWeek })}</li>}
        {start && end ? (
          <li>
            {t('board.wall.period', {
              start: formatDay(start, locale, 'long'),
              end: formatDay(end, locale, 'long'),
            })}
          </li>
        ) : null}
      </ul>
    </>
  );
}
