import type { TextSection } from '#shared/documents/plan/roots.ts';
import { partIn, sectionOfVoice } from '#shared/meeting/voices.ts';
import { usePlan, useT, useView } from '../../../app/context.ts';
import { StaticSection, TextSectionEditor } from '../../sections/TextSectionEditor.tsx';
import { useSectionTitle, Writers } from '../../sections/TextSections.tsx';
import phone from '../Phone.module.css';
import { Asks } from './Asks.tsx';
import { Calm } from './Calm.tsx';
import type { PhonePanelProps } from './panel-props.ts';

/** Running texts on a phone: one's own is written, the young person is listened to, others are left alone. */
export function Words({ step }: PhonePanelProps) {
  const t = useT();
  const { me } = useView();
  const { texts = [], question } = step.phone;
  const part = partIn(texts, me.role);
  if ('writes' in part) {
    return <Writing section={part.writes} question={question ? t(question) : ''} />;
  }
  return 'listensTo' in part ? <Listening section={part.listensTo} /> : <OthersSpeak />;
}

function Writing({ section, question }: { section: TextSection; question: string }) {
  const t = useT();
  const title = useSectionTitle(section);
  return (
    <>
      <Asks />
      <h2 className={phone['question']}>{question}</h2>
      <TextSectionEditor section={section} label={title} placeholder={t('table.now.write_here')} />
      <Writers section={section} />
      <p className={phone['seen']}>{t('table.now.all_see')}</p>
    </>
  );
}

function Listening({ section }: { section: TextSection }) {
  const t = useT();
  const { meeting } = useView();
  return (
    <>
      <h2 className={phone['question']}>{t('table.now.child_speaks', { name: meeting.childName })}</h2>
      <p className={phone['calm']}>{t('table.now.listen')}</p>
      <StaticSection section={section} />
    </>
  );
}

/** The young person has had their step: their own words stay in sight while the others speak. */
function OthersSpeak() {
  const t = useT();
  const { texts } = usePlan();
  const section = sectionOfVoice('child');
  const said = section !== null && (texts[section] ?? []).length > 0;
  return (
    <Calm>
      {said ? (
        <>
          <h3 className={phone['small']}>{t('table.now.your_words')}</h3>
          <StaticSection section={section} />
        </>
      ) : null}
    </Calm>
  );
}
