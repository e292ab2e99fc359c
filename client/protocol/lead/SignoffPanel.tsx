import { useState } from 'react';
import type { PersonRef, SignoffState, VersionRef } from '#shared/api/view.ts';
import { useLanguage, useT, useView } from '../../app/context.ts';
import { formatTime } from '../../app/format.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Check, LockOpen } from '../../ui/icons.ts';
import { CompareButton } from '../compare/CompareButton.tsx';
import { isThinking, saidOf } from '../said.ts';
import { ReopenDialog } from './ReopenDialog.tsx';
import { SealDialog } from './SealDialog.tsx';
import styles from './SignoffPanel.module.css';

export interface SignoffPanelProps {
  version: VersionRef;
  /** The own person, where an own decision is expected. */
  person: PersonRef | null;
  onOwn: () => void;
  /** Where there is a version before. */
  onCompare: (() => void) | null;
}

/** The round of decisions as who leads sees it. */
export function SignoffPanel({ version, person, onOwn, onCompare }: SignoffPanelProps) {
  const view = useView();
  const t = useT();
  const [dialog, setDialog] = useState<'seal' | 'reopen' | null>(null);
  const open = view.signoffs.filter(({ state }) => state === 'offen');
  const thinking = view.signoffs.filter(isThinking);
  const decided = view.signoffs.filter((one) => one.state === 'entschieden' && !isThinking(one));
  const ownOpen = open.some((one) => one.person.id === person?.id);
  const counts = { decided: decided.length, thinking: thinking.length, expected: view.signoffs.length };
  return (
    <div className={styles['round']} data-testid="protocol-round">
      <h2>{t('signing.round_title')}</h2>
      <p role="status" data-testid="protocol-round-count">
        {t('signing.round_count', counts)}
      </p>
      <People title={t('signing.round_open')} people={open} testId="protocol-round-open" />
      <People title={t('signing.round_thinking')} people={thinking} testId="protocol-round-thinking" />
      <People title={t('signing.round_decided')} people={decided} testId="protocol-round-decided" />
      <div className={styles['acts']}>
        {onCompare ? <CompareButton onClick={onCompare} wide /> : null}
        {person ? (
          <Button
            variant={ownOpen ? 'primary' : 'secondary'}
            wide
            onClick={onOwn}
            data-testid="protocol-own-decision"
          >
            {t(ownOpen ? 'signing.own_decision' : 'signing.own_change')}
          </Button>
        ) : null}
        <Button
          variant={ownOpen ? 'secondary' : 'primary'}
          size="big"
          wide
          onClick={() => setDialog('seal')}
          data-testid="protocol-seal"
        >
          {t('signing.seal')}
        </Button>
        <Button
          variant="ghost"
          wide
          icon={<LockOpen />}
          onClick={() => setDialog('reopen')}
          data-testid="protocol-reopen"
        >
          {t('signing.reopen')}
        </Button>
      </div>
      <SealDialog version={version} open={dialog === 'seal'} onClose={() => setDialog(null)} />
      <ReopenDialog version={version} open={dialog === 'reopen'} onClose={() => setDialog(null)} />
    </div>
  );
}

function People(props: { title: string; people: readonly SignoffState[]; testId: string }) {
  const { title, people, testId } = props;
  return people.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul data-testid={testId}>
        {people.map((one) => (
          <li key={one.person.id}>
            <Avatar person={one.person} size="small" waiting={one.state === 'offen'} />
            <span>
              <bdi>{one.person.name}</bdi>
              <Said one={one} />
            </span>
            {agrees(one) ? <Check aria-hidden="true" /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A tick says yes, so it stands beside no other answer. */
function agrees({ decision }: SignoffState): boolean {
  return decision === 'einverstanden' || decision === 'mit_anmerkung';
}

function Said({ one }: { one: SignoffState }) {
  const t = useT();
  const { locale } = useLanguage();
  const { decision, thinkUntil } = one;
  if (decision === null) {
    return null;
  }
  const at = one.at ? `, ${formatTime(one.at, locale)}` : '';
  return <span className={styles['small']}>{saidOf({ decision, thinkUntil }, t, locale) + at}</span>;
}
