import type { NoteAttendanceRequest } from '#shared/api/requests.ts';
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
  admit(deviceId: string): void;
  refuse(deviceId: string): void;
  attendance(notes: NoteAttendanceRequest['notes']): void;
  freeze(): void;
  leave(): void;
}

/** Commands of one participation. */
export function useCommands(): Commands {
  const api = useApi();
  const { me } = useView();
  const { busy, error, run } = useRequest();
  const path = `/p/${me.participationId}`;
  const post = (where: string, body?: unknown) => (): void => {
    if (!busy) {
      void run(() => api.post(`${path}${where}`, body));
    }
  };
  return {
    busy,
    error,
    phase: (phase) => post('/phase', { phase })(),
    extend: (minutes) => post('/phase/extend', { minutes })(),
    turn: (personId) => post('/turn', { personId })(),
    admit: (deviceId) => post(`/admissions/${deviceId}`, { decision: 'admit' })(),
    refuse: (deviceId) => post(`/admissions/${deviceId}`, { decision: 'refuse' })(),
    attendance: (notes) => post('/attendance', { notes })(),
    freeze: post('/freeze', { step: 'begin' }),
    leave: post('/leave'),
  };
}
