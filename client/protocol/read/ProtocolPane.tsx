import { useEffect, useRef, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { PersonRef, TableView, VersionRef } from '#shared/api/view.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import { useT, useView } from '../../app/context.ts';
import { focusIsLost } from '../../app/keep-focus.ts';
import { close, open, useOpened } from '../../app/opened.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { Compare } from '../compare/Compare.tsx';
import { DonePage } from '../decide/DonePage.tsx';
import { SignPage } from '../decide/SignPage.tsx';
import { Freezing } from '../lead/Freezing.tsx';
import { LeaderPage } from '../lead/LeaderPage.tsx';
import { Preview } from './Preview.tsx';
import styles from './ProtocolPane.module.css';
import { useVersion } from './useVersion.ts';
import { VersionFrame } from './VersionFrame.tsx';

/** The protocol in every state of the plan: preview, freezing, reading and deciding, done. */
export function ProtocolPane() {
  const view = useView();
  const changed = useStateChanged(view.state);
  return (
    <section className={styles['pane']} data-testid="protocol-pane" data-state={view.state}>
      <StateAnnouncement state={view.state} changed={changed} />
      <Page view={view} changed={changed} />
    </section>
  );
}

function Page({ view, changed }: { view: TableView; changed: boolean }) {
  if (view.state === 'open') {
    return <Preview changed={changed} />;
  }
  if (view.state === 'freezing') {
    return <Freezing changed={changed} />;
  }
  return view.version ? (
    <Version key={view.version.id} version={view.version} changed={changed} />
  ) : (
    <Waiting />
  );
}

function Version({ version, changed }: { version: VersionRef; changed: boolean }) {
  const view = useView();
  const t = useT();
  const { loaded, retry } = useVersion(version);
  const comparing = useOpened('comparing') === version.id;
  if (loaded.kind === 'loading') {
    return <Waiting />;
  }
  if (loaded.kind === 'failed') {
    return (
      <div className={styles['calm']}>
        <Notice
          tone="err"
          announce="alert"
          actions={
            <Button onClick={retry} data-testid="protocol-retry">
              {t('signing.retry')}
            </Button>
          }
        >
          {loaded.message}
        </Notice>
      </div>
    );
  }
  const { answer } = loaded;
  const signer = signerOf(view);
  const { previous } = view;
  if (comparing && previous) {
    return <Compare previous={previous} answer={answer} onBack={() => close('comparing')} />;
  }
  const onCompare = previous && leads(view.me.role) ? () => open('comparing', version.id) : null;
  if (view.state === 'sealed') {
    return (
      <Sealed version={version} answer={answer} signer={signer} changed={changed} onCompare={onCompare} />
    );
  }
  if (leads(view.me.role)) {
    return (
      <LeaderPage version={version} answer={answer} person={signer} changed={changed} onCompare={onCompare} />
    );
  }
  return signer ? (
    <SignPage version={version} answer={answer} person={signer} changed={changed} />
  ) : (
    <VersionFrame version={version} content={answer.content} person={null} changed={changed} />
  );
}

function Sealed(props: {
  version: VersionRef;
  answer: Parameters<typeof DonePage>[0]['answer'];
  signer: PersonRef | null;
  changed: boolean;
  onCompare: (() => void) | null;
}) {
  const { version, answer, signer, changed, onCompare } = props;
  const view = useView();
  const open = view.signoffs.some(({ person, state }) => person.id === signer?.id && state === 'offen');
  // Who opens the link after the meeting and has not decided yet still reads first.
  const [reading, setReading] = useState(open);
  if (reading && signer && !leads(view.me.role)) {
    return (
      <SignPage
        version={version}
        answer={answer}
        person={signer}
        changed={changed}
        onLater={() => setReading(false)}
      />
    );
  }
  return (
    <DonePage version={version} answer={answer} person={signer} changed={changed} onCompare={onCompare} />
  );
}

/** The own person, where an own decision is expected: interpreters and the shared screen only read. */
function signerOf(view: TableView): PersonRef | null {
  const { person } = view.me;
  return person && view.signoffs.some((one) => one.person.id === person.id) ? person : null;
}

function Waiting() {
  const t = useT();
  return (
    <div className={styles['calm']}>
      <Progress label={t('signing.loading')} />
    </div>
  );
}

/**
 * Whether this page is there because the state has changed. The table often brings the pane up at
 * that moment; then what had the focus is gone.
 */
function useStateChanged(state: PlanState): boolean {
  const first = useRef(state);
  const [changed, setChanged] = useState(() => state !== 'open' && focusIsLost());
  useEffect(() => {
    if (first.current !== state) {
      setChanged(true);
    }
  }, [state]);
  return changed || first.current !== state;
}

const ANNOUNCED = {
  open: 'signing.open_again',
  freezing: 'signing.freezing_text',
  frozen: 'signing.frozen_note',
  sealed: 'signing.sealed_note',
} as const;

/** Says what has become of the plan, for those who do not see it change. */
function StateAnnouncement({ state, changed }: { state: PlanState; changed: boolean }) {
  const t = useT();
  return (
    <div role="status" data-testid="protocol-announcement">
      <VisuallyHidden>{changed ? t(ANNOUNCED[state]) : ''}</VisuallyHidden>
    </div>
  );
}
