import { Suspense, useRef } from 'react';
import { leads } from '#shared/access/parts.ts';
import { useT, useView } from '../../app/context.ts';
import { later } from '../../app/later.ts';
import { withClosingTexts } from '../../app/locales.ts';
import { useTitle } from '../../app/title.ts';
import { Loading } from '../Loading.tsx';
import { PeekNotice } from '../PeekNotice.tsx';
import { AdmitStrip } from '../people/AdmitStrip.tsx';
import { phaseName } from '../phase-name.ts';
import { Columns } from './Columns.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import styles from './DeskTable.module.css';
import { PhaseBar } from './PhaseBar.tsx';
import { UndoneNotice } from './UndoneNotice.tsx';
import { useDesk } from './useDesk.ts';
import { useTableKeys } from './useTableKeys.ts';

const ProtocolPane = later(() =>
  withClosingTexts(import('../../protocol/read/ProtocolPane.tsx')).then(({ ProtocolPane }) => ProtocolPane),
);

/** The table on a laptop: steps above, list left, board or paper in the middle, people right. */
export function DeskTable() {
  const t = useT();
  const view = useView();
  const desk = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  useTableKeys(frame, desk.onMode);
  const isOpen = view.state === 'open';
  const mode = isOpen ? desk.mode : 'protocol';
  const { caseLabel, childName } = view.meeting;
  const part = mode === 'protocol' ? t('table.tab.protocol') : phaseName(desk.step.code, childName, t);
  useTitle(part, caseLabel);
  return (
    <div ref={frame} className={styles['desk']} data-testid="table" data-phase={view.phase} data-mode={mode}>
      <DeskHeader mode={isOpen ? mode : null} onMode={desk.onMode} />
      {isOpen ? <PhaseBar shown={desk.step.code} onPeek={desk.onPeek} /> : null}
      {leads(view.me.role) ? <AdmitStrip /> : null}
      {desk.peek !== null && mode !== 'protocol' ? (
        <PeekNotice phase={desk.peek} onBack={() => desk.onPeek(null)} />
      ) : null}
      {isOpen ? <UndoneNotice desk={desk} /> : null}
      {mode === 'protocol' ? <Protocol /> : <Columns desk={desk} mode={mode} />}
    </div>
  );
}

function Protocol() {
  const t = useT();
  return (
    <main className={styles['protocol']} aria-label={t('table.tab.protocol')} data-region tabIndex={-1}>
      <Suspense fallback={<Loading />}>
        <ProtocolPane />
      </Suspense>
    </main>
  );
}
