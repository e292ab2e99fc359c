import type { FormEvent } from 'react';
import { addAgreement, agreementText, removeAgreement } from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { AddLine } from '../../plan/fields/AddLine.tsx';
import { SharedTextField } from '../../plan/fields/SharedTextField.tsx';
import { useDraft } from '../../plan/fields/useDraft.ts';
import { IconButton } from '../../ui/controls/Button.tsx';
import { Trash2 } from '../../ui/icons.ts';
import page from '../Page.module.css';

/** Agreements and duties, one sentence each. */
export function Agreements() {
  const t = useT();
  const doc = useDoc();
  const { agreements } = usePlan();
  const { me } = useView();
  const writable = useWritable('agreements');
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
      <ul className={page['list']}>
        {agreements.map(({ id }, index) => (
          <li key={id} className={page['line']}>
            <SharedTextField
              text={agreementText(doc, id)}
              at={{ id, field: 'text' }}
              label={t('table.agreement', { number: index + 1 })}
              readOnly={!writable}
            />
            {writable ? (
              <IconButton
                icon={<Trash2 />}
                label={t('table.agreement_remove', { number: index + 1 })}
                onClick={() => removeAgreement(doc, id, me.person?.id ?? '', ORIGIN.list)}
              />
            ) : null}
          </li>
        ))}
      </ul>
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
