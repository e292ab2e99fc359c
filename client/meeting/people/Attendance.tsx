import { noteAttendance } from '#shared/api/routes/meetings.ts';
import type { ParticipantView } from '#shared/api/view.ts';
import type { Attendance as Code } from '#shared/domain/codes.ts';
import { NOTABLE_ATTENDANCE } from '#shared/protocol/attendance.ts';
import { useApi, useT, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Choice } from '../../plan/fields/fields.tsx';
import { SentField } from '../../plan/fields/SentField.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { Check } from '../../ui/icons.ts';
import { useOnePress } from '../../ui/useOnePress.ts';
import page from '../Page.module.css';
import { useCommands } from '../useCommands.ts';
import styles from './Attendance.module.css';

/**
 * Who was really there, noted by who leads. What devices tell is proposed and taken over by one
 * press, never by itself.
 */
export function Attendance() {
  const t = useT();
  const { participants: seats, removedParticipants: removed } = useView();
  const commands = useCommands();
  const press = useOnePress();
  // Whoever was taken from the table and had come was there for a while.
  const asked = [
    ...seats,
    ...removed.filter(({ noted, proposed }) => noted === 'zeitweise' || proposed === 'zeitweise'),
  ].filter(({ attendance }) => attendance !== 'nicht_eingeladen');
  const proposals = asked.flatMap(proposalOf);
  return (
    <section className={styles['attendance']} aria-labelledby="attendance" data-testid="attendance">
      <h3 id="attendance" className={styles['title']}>
        {t('people.attendance')}
      </h3>
      <p className={page['quiet']} role="status" data-testid="attendance-open">
        {t('people.attendance_open', { count: asked.filter(({ noted }) => noted === null).length })}
      </p>
      <Trouble error={commands.error} />
      <ul className={styles['people']} onClickCapture={press}>
        {asked.map((seat) => (
          <li key={seat.participationId} className={styles['person']}>
            <ParticipantAttendance seat={seat} />
          </li>
        ))}
      </ul>
      {proposals.length === 0 ? null : (
        <div className={styles['all']}>
          <Button
            onClick={() => commands.attendance(proposals)}
            busy={commands.busy}
            icon={<Check />}
            data-testid="attendance-take-all"
          >
            {t('people.attendance_all', { count: proposals.length })}
          </Button>
          <p className={page['quiet']}>{t('people.attendance_all_hint')}</p>
        </div>
      )}
    </section>
  );
}

/** How one person was there, and what is to be said about it. */
export function ParticipantAttendance({ seat, label }: { seat: ParticipantView; label?: string }) {
  const t = useT();
  const commands = useCommands();
  const { sendNote, error } = useNote(seat);
  const { participationId, person, noted, note, proposed } = seat;
  const [proposal] = proposalOf(seat);
  const how = proposed ? t(`code.attendance.${proposed}`) : '';
  return (
    <>
      <Avatar person={person} />
      <Choice
        label={label ?? person.name}
        value={NOTABLE_ATTENDANCE.find((code) => code === noted) ?? null}
        none={t('people.attendance_none')}
        options={NOTABLE_ATTENDANCE.map((code) => ({ value: code, label: t(`code.attendance.${code}`) }))}
        onChange={(attendance) =>
          commands.attendance([
            // Words stay only where they are still in sight.
            { participationId, attendance, note: attendance && WANTS_WORDS.has(attendance) ? note : '' },
          ])
        }
        testId={`attendance-${person.id}`}
      />
      {proposal ? (
        <Button
          size="small"
          icon={<Check />}
          className={styles['under']}
          onClick={() => commands.attendance([proposal])}
          busy={commands.busy}
          aria-label={t('people.attendance_right_of', { name: person.name, how })}
          data-testid={`attendance-right-${person.id}`}
        >
          {t('people.attendance_right', { how })}
        </Button>
      ) : null}
      {noted && WANTS_WORDS.has(noted) ? (
        <div className={styles['note']}>
          <SentField
            label={t('people.attendance_note_of', { name: person.name })}
            value={note === '' ? null : note}
            placeholder={t('people.attendance_note_hint')}
            name={`attendance-note ${participationId}`}
            onSend={sendNote}
            testId={`attendance-note-${person.id}`}
          />
        </div>
      ) : null}
      {(commands.error ?? error) ? (
        <div className={styles['note']}>
          <Notice tone="err" announce="alert">
            {commands.error ?? error}
          </Notice>
        </div>
      ) : null}
    </>
  );
}

/** Sends the words about how somebody was there. */
function useNote({ participationId, noted }: ParticipantView) {
  const api = useApi();
  const { me } = useView();
  const { error, run } = useRequest();
  const params = { participationId: me.participationId };
  const sendNote = (words: string | null): Promise<boolean> => {
    const notes = [{ participationId, attendance: noted as Notable, note: words ?? '' }];
    return run(() => api.call(noteAttendance, { params, body: { notes } }));
  };
  return { sendNote, error };
}

type Notable = (typeof NOTABLE_ATTENDANCE)[number];

/** Where a word helps a reader: from when to when, why. */
const WANTS_WORDS: ReadonlySet<Code> = new Set<Code>([
  'zeitweise',
  'entschuldigt',
  'nicht_erschienen',
  'vertreten_durch_vertrauensperson',
]);

function proposalOf({ participationId, noted, proposed }: ParticipantView) {
  const attendance = NOTABLE_ATTENDANCE.find((code) => noted === null && code === proposed);
  return attendance ? [{ participationId, attendance }] : [];
}
