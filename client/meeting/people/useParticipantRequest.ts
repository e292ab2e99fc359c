import type { ParticipantView } from '#shared/api/view.ts';
import { useApi, useView } from '../../app/context.ts';
import { type Request, useRequest } from '../../app/useRequest.ts';

/** Commands about one seat; one at a time, with failures in words. */
export function useParticipantRequest({
  participationId,
}: ParticipantView): Request & { post<T>(what: string): Promise<T> } {
  const api = useApi();
  const { me } = useView();
  const request = useRequest();
  return {
    ...request,
    post: (what) => api.post(`/p/${me.participationId}/people/${participationId}/${what}`),
  };
}
