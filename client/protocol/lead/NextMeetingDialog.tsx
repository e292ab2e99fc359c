import { useState } from 'react';
import type { NextMeetingRequest } from '#shared/api/requests.ts';
import { makeNextMeeting } from '#shared/api/routes/meetings.ts';
import { type MeetingType, meetingType } from '#shared/domain/codes.ts';
import { useApi, useT, useView } from '../../app/context.ts';
import { dayOf } from '../../app/format.ts';
import { useRequest } from '../../app/useRequest.ts';
import { useFormDraft } from '../../plan/fields/useDraft.ts';
import { DateField } from '../../plan/fields/ValueField.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/Field.tsx';
import { SelectField } from '../../ui/controls/Select.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { proposedNextDate } from '../dates.ts';
import styles from '../decide/DonePage.module.css';
import { gapsIn, type NextGap, nextMeetingOf, proposedType } from './next-meeting.ts';

export interface NextMeetingDialogProps {
  /** Day of the next review as the plan says it. */
  agreed: string | undefined;
  open: boolean;
  onClose: () => void;
  /** Made; the own participation in it. */
  onMade: (participationId: string) => void;
}

/** Kind, day, times and place of the next meeting, with proposals for all of them. */
export function NextMeetingDialog({ agreed, open, onClose, onMade }: NextMeetingDialogProps) {
  const view = useView();
  const api = useApi();
  const t = useT();
  const { busy, error, run } = useRequest();
  const [gaps, setGaps] = useState<readonly NextGap[]>([]);
  const { form, change, forget } = useFormDraft('form:next-meeting', (kept) =>
    nextMeetingOf(kept, {
      type: proposedType(view.meeting.type),
      date: proposedNextDate(view.meeting.date, agreed, dayOf(new Date(view.serverTime))),
      start: view.meeting.start,
      end: view.meeting.end,
      place: view.meeting.place,
    }),
  );
  const edit = (part: Partial<NextMeetingRequest>) => {
    setGaps([]);
    change(part);
  };
  const make = async () => {
    const found = gapsIn(form);
    setGaps(found);
    if (found.length > 0) {
      return;
    }
    await run(async () => {
      const params = { participationId: view.me.participationId };
      const made = await api.call(makeNextMeeting, { params, body: form });
      forget();
      onMade(made.participationId);
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('signing.next_title')}
      wide
      actions={
        <>
          <Button onClick={onClose}>{t('signing.seal_not_yet')}</Button>
          <Button variant="primary" onClick={make} busy={busy} data-testid="protocol-next-make">
            {t(busy ? 'signing.next_making' : 'signing.next_make')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>{t('signing.next_text')}</p>
        <TypeField value={form.type} onChange={(type) => edit({ type })} />
        <div className={styles['three']}>
          <DateField
            name="form:next-meeting day"
            label={t('signing.next_date')}
            value={form.date === '' ? null : form.date}
            error={gaps.includes('date') ? t('signing.next_missing') : null}
            onChange={(day) => edit({ date: day ?? '' })}
            testId="protocol-next-date"
          />
          <TimeField name="start" form={form} gaps={gaps} onChange={edit} />
          <TimeField name="end" form={form} gaps={gaps} onChange={edit} />
        </div>
        <TextField
          label={t('signing.next_place')}
          value={form.place}
          error={
            gaps.includes('place')
              ? t(form.place.trim() === '' ? 'signing.next_missing' : 'signing.next_place_long')
              : null
          }
          onChange={(event) => edit({ place: event.target.value })}
          data-testid="protocol-next-place"
        />
        <Trouble error={error} />
      </div>
    </Dialog>
  );
}

function TypeField({ value, onChange }: { value: MeetingType; onChange: (type: MeetingType) => void }) {
  const t = useT();
  return (
    <SelectField
      label={t('signing.next_type')}
      value={value}
      options={meetingType.map((code) => ({ value: code, label: t(`code.meetingType.${code}`) }))}
      onChange={(chosen) => onChange(meetingType.find((code) => code === chosen) ?? value)}
      data-testid="protocol-next-type"
    />
  );
}

interface TimeFieldProps {
  name: 'start' | 'end';
  form: NextMeetingRequest;
  gaps: readonly NextGap[];
  onChange: (part: Partial<NextMeetingRequest>) => void;
}

function TimeField({ name, form, gaps, onChange }: TimeFieldProps) {
  const t = useT();
  const early = name === 'end' && gaps.includes('end_early');
  const missing = gaps.includes(name);
  return (
    <TextField
      type="time"
      label={t(`signing.next_${name}`)}
      value={form[name]}
      error={early ? t('signing.next_end_early') : missing ? t('signing.next_missing') : null}
      onChange={(event) => onChange({ [name]: event.target.value })}
      data-testid={`protocol-next-${name}`}
    />
  );
}
