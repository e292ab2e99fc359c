import {
  createLink,
  removeParticipant,
  restoreParticipant,
  revokeLinks,
} from '#shared/api/routes/participants.ts';
import type { ParticipantView } from '#shared/api/view.ts';
import { useApi, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';

/** Commands about one seat; one at a time, with failures in words. */
export function useParticipantRequest({ participationId }: ParticipantView) {
  const api = useApi();
  const { me } = useView();
  const request = useRequest();
  const input = { params: { participationId: me.participationId, other: participationId } };
  return {
    ...request,
    ask: {
      link: () => api.call(createLink, input),
      revoke: () => api.call(revokeLinks, input),
      remove: () => api.call(removeParticipant, input),
      restore: () => api.call(restoreParticipant, input),
    },
  };
}
