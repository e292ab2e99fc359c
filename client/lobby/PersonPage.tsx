import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { LobbyView, MeetingView, TableView } from '#shared/api/view.ts';
import { useStore, ViewContext } from '../app/context.ts';
import { speakHere } from '../app/device/device-language.ts';
import { LanguageProvider } from '../app/LanguageProvider.tsx';
import { whenIdle } from '../app/later.ts';
import { withMeetingTexts } from '../app/locales.ts';
import { Wait } from '../app/Pages.tsx';
import { page } from '../app/part.tsx';
import { useDisposable, wsBase } from '../app/useDisposable.ts';
import { forgetUnsaved } from '../session/pending/tab-storage.ts';
import { createViewFeed, type ViewFeed } from '../session/view-feed.ts';
import { Ask } from './Ask.tsx';
import { Gone, NotMe } from './Gone.tsx';
import { Lobby } from './Lobby.tsx';
import { NotReached } from './NotReached.tsx';
import { Renewed } from './Renewed.tsx';

// The table with everything on it is loaded while somebody waits, not before.
const loadTable = () => withMeetingTexts(import('./AtTable.tsx'));
const AtTable = page(() => loadTable().then(({ AtTable }) => AtTable));

/** `/p/:participationId`: everything of one participation, as its live view says. */
export function PersonPage({ participationId }: { participationId: string }) {
  const create = useCallback(() => createViewFeed({ participationId, wsBase: wsBase() }), [participationId]);
  const live = useDisposable(create);
  return live ? <Place live={live} participationId={participationId} /> : <Wait />;
}

interface PlaceProps {
  live: ViewFeed;
  participationId: string;
}

function Place({ live, participationId }: PlaceProps) {
  const view = useStore(live.view);
  const known = useLastKnown(view);
  const [notMe, setNotMe] = useState(false);
  const isGone = view?.kind === 'gone';
  useEffect(() => {
    if (isGone) {
      forgetUnsaved(participationId);
    }
  }, [isGone, participationId]);
  const language = known?.me.language;
  useEffect(() => {
    if (language) {
      speakHere(language);
    }
  }, [language]);
  if (view === null) {
    return <NotReached live={live} />;
  }
  if (known === null) {
    return <Gone known={null} />;
  }
  return (
    <LanguageProvider language={known.me.language} address={known.me.address}>
      <ViewContext value={view}>
        {notMe ? (
          <NotMe facilitator={known.meeting.facilitator.name} />
        ) : (
          <Current view={view} known={known} live={live} onNotMe={() => setNotMe(true)} />
        )}
      </ViewContext>
    </LanguageProvider>
  );
}

interface CurrentProps {
  view: MeetingView;
  known: LobbyView | TableView;
  live: ViewFeed;
  onNotMe: () => void;
}

function Current({ view, known, live, onNotMe }: CurrentProps) {
  const connection = useStore(live.connection);
  const renewed = useStore(live.isOutdated) ? <Renewed /> : null;
  const { role } = known.me;
  useEffect(() => {
    if (view.kind === 'lobby') {
      // A failed preload is tried again when the table is really needed.
      whenIdle(() => {
        loadTable().then(
          ({ preloadTable }) => preloadTable(role),
          () => undefined,
        );
      });
    }
  }, [view.kind, role]);
  switch (view.kind) {
    case 'gone':
      return <Gone known={known} />;
    case 'table':
      return (
        <Suspense fallback={<Wait />}>
          <AtTable view={view} notice={renewed} />
        </Suspense>
      );
    case 'lobby':
      return (
        <>
          {renewed ? <div className="access-strip">{renewed}</div> : null}
          {view.step === 'asked' ? (
            <Ask view={view} onNotMe={onNotMe} />
          ) : (
            <Lobby view={view} isOffline={connection === 'lost'} />
          )}
        </>
      );
  }
}

/** The last view that said who this is; it gives the words for what comes after. */
function useLastKnown(view: MeetingView | null): LobbyView | TableView | null {
  const last = useRef<LobbyView | TableView | null>(null);
  if (view !== null && view.kind !== 'gone') {
    last.current = view;
  }
  return last.current;
}
