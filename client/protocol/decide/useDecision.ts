import { useState } from 'react';
import type { SignOffRequest } from '#shared/api/requests.ts';
import { signOff } from '#shared/api/routes/protocol.ts';
import type { VersionRef } from '#shared/api/view.ts';
import type { SignoffMethod } from '#shared/protocol/decisions.ts';
import { useApi, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { type Missing, missingIn, type Said, saidIn } from './decision.ts';
import type { Draft } from './drafts.ts';
import { useDraft } from './useDraft.ts';

/** An answer while it is being given: what is chosen and typed, what is missing, and handing it in. */
export function useDecision(version: VersionRef, onDone: (said: Said) => void) {
  const { me } = useView();
  const api = useApi();
  const { draft, change, forget } = useDraft(version);
  const [method, setMethod] = useState<SignoffMethod>('name_getippt');
  const [typedName, setTypedName] = useState('');
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
    const gap = missingIn(draft, method, typedName);
    setMissing(gap);
    if (gap || !said) {
      focusOn(gap ?? 'decision');
      return;
    }
    const body = requestOf(version, said, method, typedName);
    const params = { participationId: me.participationId, versionId: version.id };
    if (await run(() => api.call(signOff, { params, body }))) {
      forget();
      onDone(said);
    }
  };
  return {
    ...{ draft, said, method, typedName, missing, busy, error },
    edit(part: Partial<Draft>): void {
      fresh();
      change(part);
    },
    use(next: SignoffMethod): void {
      fresh();
      setMethod(next);
    },
    typeName(name: string): void {
      fresh();
      setTypedName(name);
    },
    handIn: (): void => void handIn(),
  };
}

/** The answer that is being given, as the form's parts meet it. */
export type OpenDecision = ReturnType<typeof useDecision>;

function requestOf(
  version: VersionRef,
  said: Said,
  method: SignoffMethod,
  typedName: string,
): SignOffRequest {
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
