import type { NoteAttendanceRequest } from '#shared/api/requests.ts';
import { extendPhase, giveTurn, movePhase, noteAttendance } from '#shared/api/routes/meetings.ts';
import { leave } from '#shared/api/routes/participants.ts';
import { freezeStep } from '#shared/api/routes/protocol.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { useApi, useView } from '../app/context.ts';
import { useRequest } from '../app/useRequest.ts';

/** What who leads can ask the server for. One at a time; a failure comes back in words. */
export interface Commands {
  busy: boolean;
  error: string | null;
  phase(phase: MeetingPhase): void;
  extend(minutes: number): void;
  turn(personId: string | null): void;
  attendance(notes: NoteAttendanceRequest['notes']): void;
  freeze(): void;
  leave(): void;
}

/** Commands of one participation. */
export function useCommands(): Commands {
  const api = useApi();
  const { me } = useView();
  const { busy, error, run } = useRequest();
  const params = { participationId: me.participationId };
  const ask = (request: () => Promise<unknown>): void => {
    if (!busy) {
      void run(request);
    }
  };
  return {
    busy,
    error,
    phase: (phase) => ask(() => api.call(movePhase, { params, body: { phase } })),
    extend: (minutes) => ask(() => api.call(extendPhase, { params, body: { minutes } })),
    turn: (personId) => ask(() => api.call(giveTurn, { params, body: { personId } })),
    attendance: (notes) => ask(() => api.call(noteAttendance, { params, body: { notes } })),
    freeze: () => ask(() => api.call(freezeStep, { params, body: { step: 'begin' } })),
    leave: () => ask(() => api.call(leave, { params })),
  };
}
