import { type FormEvent, memo } from 'react';
import {
  type Agreement,
  addAgreement,
  agreementText,
  removeAgreement,
} from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { AddLine } from '../../plan/fields/AddLine.tsx';
import { SharedTextField } from '../../plan/fields/SharedTextField.tsx';
import { useDraft } from '../../plan/fields/useDraft.ts';
import { RemovedList } from '../../plan/list/RemovedList.tsx';
import { type Taken, useTakenAway } from '../../plan/list/useTakenAway.tsx';
import { IconButton } from '../../ui/controls/Button.tsx';
import { Trash2 } from '../../ui/icons.ts';
import { useOnePress } from '../../ui/useOnePress.ts';
import page from '../Page.module.css';

/** Agreements and duties, one sentence each. */
export function Agreements() {
  const t = useT();
  const doc = useDoc();
  const { agreements } = usePlan();
  const writable = useWritable('agreements');
  const press = useOnePress();
  const [takenAway, setTaken] = useTakenAway('agreements');
  const [text, setText] = useDraft('agreement-add');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') {
      addAgreement(doc, text.trim(), ORIGIN.list);
      setText('');
    }
  };
  return (
    <section className={page['section']} data-testid="agreements">
      <h3 className={page['heading']}>{t('table.agreements')}</h3>
      <ul className={page['list']} onClickCapture={press}>
        {agreements.map((agreement, index) => (
          <Line key={agreement.id} agreement={agreement} number={index + 1} onRemoved={setTaken} />
        ))}
      </ul>
      {takenAway}
      <RemovedList of="agreements" />
      {writable ? (
        <AddLine
          label={t('table.agreement_add')}
          value={text}
          onChange={setText}
          onSubmit={add}
          testId="agreement-add"
        />
      ) : null}
    </section>
  );
}

interface LineProps {
  agreement: Agreement;
  number: number;
  onRemoved(taken: Taken): void;
}

/** Drawn again only when it has changed itself: beside hundreds of others a letter would take long. */
const Line = memo(function Line({ agreement: { id, text }, number, onRemoved }: LineProps) {
  const t = useT();
  const doc = useDoc();
  const { me } = useView();
  const writable = useWritable('agreements');
  return (
    <li className={page['line']}>
      <SharedTextField
        text={agreementText(doc, id)}
        at={{ id, field: 'text' }}
        label={t('table.agreement', { number })}
        readOnly={!writable}
      />
      {writable ? (
        <IconButton
          icon={<Trash2 />}
          label={t('table.agreement_remove', { number })}
          onClick={() => {
            removeAgreement(doc, id, me.person?.id ?? '', ORIGIN.list);
            onRemoved({ id, sentence: text });
          }}
        />
      ) : null}
    </li>
  );
});
