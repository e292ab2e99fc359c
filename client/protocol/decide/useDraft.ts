import { useState } from 'react';
import type { VersionRef } from '#shared/api/view.ts';
import { useView } from '../../app/context.ts';
import { dayOf } from '../../app/format.ts';
import { proposedThinkUntil } from '../dates.ts';
import { type Draft, forgetDraft, keepDraft, readDraft } from './drafts.ts';

/** The answer that is being written; it survives another tab of the table and a discarded page. */
export function useDraft(version: VersionRef): {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  forget: () => void;
} {
  const view = useView();
  const id = view.me.participationId;
  const [draft, setDraft] = useState(() => {
    const today = dayOf(new Date(view.serverTime));
    const fresh: Draft = {
      versionId: version.id,
      decision: null,
      remark: '',
      thinkUntil: proposedThinkUntil(today),
    };
    return readDraft(sessionStorage, id, fresh);
  });
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(sessionStorage, id, next);
  };
  return { draft, change, forget: () => forgetDraft(sessionStorage, id) };
}
