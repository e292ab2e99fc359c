import type { VersionAnswer } from '#shared/api/answers.ts';
import type { PersonRef, VersionRef } from '#shared/api/view.ts';
import { useT } from '../../app/context.ts';
import { close, open, useOpened } from '../../app/opened.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from '../decide/SignPage.module.css';
import { OwnDecision } from '../decide/SignPage.tsx';
import { VersionFrame } from '../read/VersionFrame.tsx';
import { SignoffPanel } from './SignoffPanel.tsx';

export interface LeaderPageProps {
  version: VersionRef;
  answer: VersionAnswer;
  /** The own person, where an own decision is expected. */
  person: PersonRef | null;
  changed: boolean;
  /** Where there is a version before. */
  onCompare: (() => void) | null;
}

/** Who leads reads the whole version aloud, sees who has decided, and closes or opens again. */
export function LeaderPage({ version, answer, person, changed, onCompare }: LeaderPageProps) {
  // Kept while the page is turned or loaded anew, as what was typed is.
  const own = useOpened('deciding') === version.id;
  const t = useT();
  return (
    <VersionFrame
      version={version}
      content={answer.content}
      person={null}
      changed={changed}
      sideFirst
      side={
        own && person ? (
          <div className={styles['decide']}>
            <OwnDecision version={version} answer={answer} person={person} />
            <Button variant="ghost" onClick={() => close('deciding')} data-testid="protocol-back-to-round">
              {t('signing.back_to_round')}
            </Button>
          </div>
        ) : (
          <SignoffPanel
            version={version}
            person={person}
            onOwn={() => open('deciding', version.id)}
            onCompare={onCompare}
          />
        )
      }
    />
  );
}
