import { useEffect, useState } from 'react';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { stepFor, stepOf } from '#shared/meeting/agenda.ts';
import type { Gap } from '#shared/meeting/gaps.ts';
import type { Step } from '#shared/meeting/step.ts';
import { useSession, useView } from '../../app/context.ts';
import { keepSelected, selectedBefore } from '../kept-selected.ts';
import type { DeskMode } from './modes.ts';

/** What is chosen on this table: a record in all views, and the goal whose details are open. */
export interface Chosen {
  selected: string | null;
  onSelect(id: string | null): void;
  details: string | null;
  onDetails(id: string | null): void;
}

/** What this screen shows of the meeting. */
export interface Desk {
  /** The step it looks at; it may be another than the one that is on. */
  step: Step;
  /** The step it looks at, where that is another than the one that is on. */
  peek: MeetingPhase | null;
  onPeek(phase: MeetingPhase | null): void;
  mode: DeskMode;
  onMode(mode: DeskMode): void;
  chosen: Chosen;
  /** Goes where a gap can be closed. */
  onGap(gap: Gap): void;
}

/** Which step and which view this screen shows. Where the meeting goes, everybody goes along. */
export function useDesk(): Desk {
  const view = useView();
  const [mode, setMode] = useState<DeskMode>('both');
  const [peek, setPeek] = useState<MeetingPhase | null>(null);
  const [followed, setFollowed] = useState(view.phase);
  const chosen = useChosen();
  if (followed !== view.phase) {
    setFollowed(view.phase);
    setPeek(null);
    setMode((before) => (before === 'protocol' ? 'both' : before));
  }
  const onPeek = (phase: MeetingPhase | null): void => setPeek(phase === view.phase ? null : phase);
  return {
    step: stepOf(peek ?? view.phase),
    peek,
    onPeek,
    mode,
    onMode: setMode,
    chosen,
    onGap: (gap) => openGap(gap, chosen, onPeek),
  };
}

function useChosen(): Chosen {
  const session = useSession();
  const { state } = useView();
  const [selected, onSelect] = useState(selectedBefore);
  const [details, onDetails] = useState<string | null>(null);
  // Phones and the big screen follow what who leads has chosen; what is read together is read from its start.
  const followed = state === 'open' ? selected : null;
  useEffect(() => {
    session.setPresence({ selected: followed });
  }, [session, followed]);
  // A reload comes back to it: the whole room would be led to another goal otherwise.
  useEffect(() => keepSelected(selected), [selected]);
  return { selected, onSelect, details, onDetails };
}

function openGap(gap: Gap, chosen: Chosen, onPeek: (phase: MeetingPhase) => void): void {
  const phase = gap.section === null ? null : stepFor(gap.section);
  if (phase !== null) {
    onPeek(phase);
  }
  if (gap.kind === 'goal') {
    chosen.onSelect(gap.goalId);
    chosen.onDetails(phase === null ? gap.goalId : null);
  }
}
