import { useCallback, useEffect, useState } from 'react';
import type { VersionAnswer } from '#shared/api/answers.ts';
import { readVersion } from '#shared/api/routes/protocol.ts';
import type { TableView, VersionRef } from '#shared/api/view.ts';
import { useApi, useT, useView } from '../../app/context.ts';
import { messageOf } from '../../app/useRequest.ts';

/** A version on its way to the screen. */
export type Loaded =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'ready'; answer: VersionAnswer };

/**
 * The frozen content and what people said to it. Fetched again whenever somebody decides or the
 * version is sealed; meanwhile the text that is being read stays on the screen.
 */
export function useVersion(version: VersionRef): { loaded: Loaded; retry: () => void } {
  const api = useApi();
  const t = useT();
  const view = useView();
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const { participationId } = view.me;
  const versionId = version.id;
  const mark = `${attempt} ${decisionsMark(view)}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` says when to fetch again.
  useEffect(() => {
    let current = true;
    api.call(readVersion, { params: { participationId, versionId } }).then(
      (answer) => current && setLoaded({ kind: 'ready', answer }),
      (error: unknown) =>
        current && setLoaded((before) => afterFailure(before, version, messageOf(error, t))),
    );
    return () => {
      current = false;
    };
  }, [api, participationId, versionId, mark]);

  const retry = useCallback(() => {
    setLoaded({ kind: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { loaded: ofVersion(loaded, version), retry };
}

/** Content of an older version is never shown under a newer one's code. */
function ofVersion(loaded: Loaded, version: VersionRef): Loaded {
  return loaded.kind === 'ready' && loaded.answer.version.id !== version.id ? { kind: 'loading' } : loaded;
}

/** A version that is already on the screen stays there: frozen content cannot go stale. */
function afterFailure(before: Loaded, version: VersionRef, message: string): Loaded {
  const kept = ofVersion(before, version);
  return kept.kind === 'ready' ? kept : { kind: 'failed', message };
}

function decisionsMark(view: TableView): string {
  return `${view.version?.sealedAt} ${view.signoffs.map(({ person, at }) => `${person.id}@${at}`).join()}`;
}
