import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { useSession, useView } from '../../app/context.ts';
import { undoCommand } from '../../plan/list/keys/keys.ts';
import { cx } from '../../ui/cx.ts';
import { Loading } from '../Loading.tsx';
import { AdmitStrip } from '../people/AdmitStrip.tsx';
import { ParticipantsPanel } from '../people/ParticipantsPanel.tsx';
import { NARROW, useMedia } from '../useMedia.ts';
import { DeskHeader, type DeskMode } from './DeskHeader.tsx';
import styles from './DeskTable.module.css';
import { LeftPane } from './LeftPane.tsx';
import { MiddlePane } from './MiddlePane.tsx';
import { PeekNotice } from './PeekNotice.tsx';
import { PhaseBar } from './PhaseBar.tsx';
import { moveRegion } from './regions.ts';

const ProtocolPane = lazy(() =>
  import('../../protocol/read/ProtocolPane.tsx').then(({ ProtocolPane }) => ({ default: ProtocolPane })),
);

/** The table on a laptop: steps above, list left, board or paper in the middle, people right. */
export function DeskTable() {
  const view = useView();
  const [mode, setMode] = useState<DeskMode>('both');
  const [selected, setSelected] = useState<string | null>(null);
  const [details, setDetails] = useState<string | null>(null);
  const [peek, setPeek] = useState<MeetingPhase | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  useTableKeys(frame, setMode);
  const isOpen = view.state === 'open';
  const session = useSession();
  // Phones and the big screen follow what who leads has chosen.
  useEffect(() => session.setPresence({ selected }), [session, selected]);
  const phase = peek ?? view.phase;
  // Where the meeting goes, everybody goes along.
  const [followed, setFollowed] = useState(view.phase);
  if (followed !== view.phase) {
    setFollowed(view.phase);
    setPeek(null);
    setMode((before) => (before === 'protocol' ? 'both' : before));
  }
  const shown = isOpen ? mode : 'protocol';
  return (
    <div ref={frame} className={styles['desk']} data-testid="table" data-phase={view.phase} data-mode={shown}>
      <DeskHeader mode={isOpen ? mode : null} onMode={setMode} />
      {isOpen ? (
        <PhaseBar shown={phase} onPeek={(next) => setPeek(next === view.phase ? null : next)} />
      ) : null}
      {leads(view.me.role) ? <AdmitStrip /> : null}
      {isOpen && peek !== null && shown !== 'protocol' ? (
        <PeekNotice phase={peek} onBack={() => setPeek(null)} />
      ) : null}
      {shown === 'protocol' ? (
        <main className={styles['protocol']} data-region tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <ProtocolPane />
          </Suspense>
        </main>
      ) : (
        <Columns
          mode={shown}
          phase={phase}
          selected={selected}
          onSelect={setSelected}
          details={details}
          onDetails={setDetails}
          onPeek={setPeek}
          onMode={setMode}
        />
      )}
    </div>
  );
}

interface ColumnsProps {
  mode: Exclude<DeskMode, 'protocol'>;
  phase: MeetingPhase;
  selected: string | null;
  onSelect(id: string | null): void;
  details: string | null;
  onDetails(id: string | null): void;
  onPeek(phase: MeetingPhase): void;
  onMode(mode: DeskMode): void;
}

/** In these steps the middle is the board; in the others it is a paper to write on. */
const BOARD_PHASES: ReadonlySet<MeetingPhase> = new Set(['ressourcen', 'ziele']);

function Columns(props: ColumnsProps) {
  const { mode, phase } = props;
  const narrow = useMedia(NARROW);
  const [people, setPeople] = useState<boolean | null>(null);
  const folded = people === null ? narrow : !people;
  const hasMiddle = mode !== 'list' || !BOARD_PHASES.has(phase);
  return (
    <div
      className={cx(
        styles['columns'],
        styles[mode],
        !hasMiddle && styles['onlyList'],
        folded && styles['folded'],
      )}
    >
      {mode === 'board' ? null : (
        <LeftPane
          phase={phase}
          wide={!hasMiddle}
          selected={props.selected}
          onSelect={props.onSelect}
          details={props.details}
          onDetails={props.onDetails}
        />
      )}
      {hasMiddle ? (
        <MiddlePane
          phase={phase}
          boardOnly={mode === 'board'}
          selected={props.selected}
          onSelect={props.onSelect}
          onJump={(to) => {
            if (to.phase) {
              props.onPeek(to.phase);
            }
            if (to.goalId) {
              props.onSelect(to.goalId);
              props.onDetails(to.phase ? null : to.goalId);
            }
          }}
        />
      ) : null}
      <ParticipantsPanel folded={folded} onFold={(fold) => setPeople(!fold)} phase={phase} />
    </div>
  );
}

const MODE_KEYS: Readonly<Record<string, DeskMode>> = {
  '1': 'list',
  '2': 'board',
  '3': 'protocol',
  '4': 'both',
};

/** Alt+1 to 4 choose the view, F6 goes round the parts of the page, undo works everywhere. */
function useTableKeys(frame: React.RefObject<HTMLElement | null>, onMode: (mode: DeskMode) => void): void {
  const session = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const mode = event.altKey && !event.ctrlKey ? MODE_KEYS[event.key] : undefined;
      const command = event.defaultPrevented || isField(event.target) ? null : undoCommand(event);
      if (mode) {
        onMode(mode);
      } else if (event.key === 'F6' && frame.current) {
        moveRegion(frame.current, event.shiftKey ? -1 : 1);
      } else if (command) {
        session.undo[command.do]();
      } else {
        return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [frame, onMode, session]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
