import { useState } from 'react';
import type { SignOffRequest } from '#shared/api/requests.ts';
import { signOff } from '#shared/api/routes/protocol.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { useApi, useView } from '../../app/context.ts';
import { dayOf } from '../../app/format.ts';
import { useRequest } from '../../app/useRequest.ts';
import { useFormDraft } from '../../plan/fields/useDraft.ts';
import { ANSWER } from '../../session/pending/drafts.ts';
import { proposedThinkUntil } from '../dates.ts';
import { type Missing, missingIn, type Said, saidIn } from './decision.ts';
import { type Draft, draftOf } from './drafts.ts';

/** An answer while it is being given: what is chosen and typed, what is missing, and handing it in. */
export function useDecision(version: VersionRef, remark: string, onDone: (said: Said) => void) {
  const { me } = useView();
  const api = useApi();
  const { form: draft, change, forget } = useAnswer(version, remark);
  const [missing, setMissing] = useState<Missing | null>(null);
  const { busy, error, run, clear } = useRequest();
  const said = saidIn(draft);

  /** What was wrong is about what stood there before. */
  const fresh = (): void => {
    setMissing(null);
    clear();
  };
  const handIn = async (): Promise<void> => {
    if (busy) {
      return;
    }
    const gap = missingIn(draft);
    setMissing(gap);
    if (gap || !said) {
      focusOn(gap ?? 'decision');
      return;
    }
    const body = requestOf(version, said, draft);
    const params = { participationId: me.participationId, versionId: version.id };
    if (await run(() => api.call(signOff, { params, body }))) {
      forget();
      onDone(said);
    }
  };
  return {
    ...{ draft, said, missing, busy, error },
    edit(part: Partial<Draft>): void {
      fresh();
      change(part);
    },
    handIn: (): void => void handIn(),
  };
}

/** The answer as far as it is given; it outlives another part of the table and a discarded page. */
function useAnswer(version: VersionRef, remark: string) {
  const { serverTime } = useView();
  return useFormDraft(ANSWER, (kept) =>
    draftOf(kept, {
      versionId: version.id,
      decision: null,
      remark,
      thinkUntil: proposedThinkUntil(dayOf(new Date(serverTime))),
      method: 'name_getippt',
      typedName: '',
    }),
  );
}

/** The answer that is being given, as the form's parts meet it. */
export type OpenDecision = ReturnType<typeof useDecision>;

function requestOf(version: VersionRef, said: Said, { method, typedName }: Draft): SignOffRequest {
  return {
    sha256: version.sha256,
    decision: said.decision,
    method,
    ...(said.remark ? { remark: said.remark } : {}),
    ...(said.thinkUntil ? { thinkUntil: said.thinkUntil } : {}),
    ...(method === 'name_getippt' ? { typedName: typedName.trim() } : {}),
  };
}

/** Takes the person to what is missing. */
function focusOn(gap: Missing): void {
  const id = gap === 'decision' ? 'protocol-first-decision' : null;
  const target = id
    ? document.getElementById(id)
    : document.querySelector<HTMLElement>(`[data-missing="${gap}"]`);
  // A day is written in parts, each with a focus of its own.
  (target?.querySelector<HTMLElement>('[role=spinbutton]') ?? target)?.focus();
}
