import { type ReactNode, Suspense, useCallback, useEffect } from 'react';
import type { ParticipantRole } from '#shared/access/parts.ts';
import type { TableView } from '#shared/api/view.ts';
import { PlanContext, SessionContext, useStore, useT } from '../app/context.ts';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { Wait } from '../app/Pages.tsx';
import { page } from '../app/part.tsx';
import { useDisposable, wsBase } from '../app/useDisposable.ts';
import { EnteredForMe } from '../plan/list/EnteredForMe.tsx';
import { offsetOf } from '../protocol/decide/useNow.ts';
import { createMeetingSession } from '../session/meeting-session.ts';
import { createPlanStore, type PlanStore } from '../session/plan-store.ts';
import { SessionNotices } from '../session/SessionNotices.tsx';
import type { MeetingSession } from '../session/types.ts';
import { Words } from './Words.tsx';

const loadTable = () => import('../meeting/Table.tsx');
const Table = page(() => loadTable().then(({ Table }) => Table));

/** Loads the table while somebody still waits. What fails is tried again when it is really needed. */
export function preloadTable(role: ParticipantRole): void {
  loadTable()
    .then(({ preloadSurface }) => preloadSurface(role))
    .catch(() => undefined);
}

interface Opened {
  session: MeetingSession;
  plan: PlanStore;
  destroy(): void;
}

export interface AtTableProps {
  view: TableView;
  /** What is told above the table beside the state of the connection. */
  notice: ReactNode;
}

/** Admitted: opens the shared plan and hands over to the table. */
export function AtTable({ view, notice }: AtTableProps) {
  // Noted the moment it comes, for every clock of the table.
  offsetOf(view.serverTime);
  const { participationId, person, role } = view.me;
  const { plan: planId, own: ownId } = view.documents;
  const meetingId = view.meeting.id;
  const personId = person?.id ?? null;
  const create = useCallback((): Opened => {
    const session = createMeetingSession({
      participationId,
      documents: { plan: planId, own: ownId },
      meetingId,
      personId,
      wsBase: wsBase(),
    });
    const plan = createPlanStore(session.plan);
    return {
      session,
      plan,
      destroy() {
        plan.destroy();
        session.destroy();
      },
    };
  }, [participationId, meetingId, planId, ownId, personId]);
  const opened = useDisposable(create);
  // The table comes while the plan is on its way, not after it.
  useEffect(() => preloadTable(role), [role]);
  return opened ? <Around {...opened} notice={notice} /> : <Wait />;
}

function Around({ session, plan, notice }: Opened & { notice: ReactNode }) {
  const loadedOnce = useStore(plan.loaded);
  const isOffline = useStore(session.save).kind === 'offline';
  const t = useT();
  if (!loadedOnce) {
    return isOffline ? (
      <Words title={t('access.link_offline_title')} text={t('access.lobby_offline')} />
    ) : (
      <Words title={t('access.entering')} busy />
    );
  }
  return (
    <SessionContext value={session}>
      <PlanContext value={plan}>
        <div className="access-table">
          <SessionNotices>
            {notice}
            <EnteredForMe />
          </SessionNotices>
          <div className="access-table-place">
            <ErrorBoundary renews>
              <Suspense fallback={<Wait />}>
                <Table />
              </Suspense>
            </ErrorBoundary>
          </div>
        </div>
      </PlanContext>
    </SessionContext>
  );
}
