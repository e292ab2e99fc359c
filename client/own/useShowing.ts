import { useState } from 'react';
import { showOwn, takeBackOwn } from '#shared/api/routes/own.ts';
import { useApi, useT, useView } from '../app/context.ts';
import { useNetBack } from '../app/useNetBack.ts';
import { isForWantOfNet, messageOf } from '../app/useRequest.ts';
import { whenSettled } from '../session/settled.ts';
import type { OpenDocument } from '../session/types.ts';

/** Showing and taking back, one at a time; both are commands that the server does as one step. */
export interface Showing {
  busy: boolean;
  /** Why it did not work, in words; null while nothing went wrong. */
  trouble: string | null;
  /** What was done last, for who listens to the page. */
  done: { what: 'shown' | 'back'; id: string } | null;
  show(id: string): Promise<void>;
  takeBack(id: string): Promise<void>;
}

/** The server shows what it holds, so the last words have to be there first; for so long it is tried. */
const SETTLE_MS = 5_000;

type Now = Omit<Showing, 'show' | 'takeBack'>;
const NOTHING: Now = { busy: false, trouble: null, done: null };

export function useShowing(own: OpenDocument): Showing {
  const t = useT();
  const api = useApi();
  const { me } = useView();
  const [state, setState] = useState<Now>(NOTHING);
  const [isNetLost, setNetLost] = useState(false);
  // What is said of a lost connection is true no longer once it is back.
  useNetBack(isNetLost && state.trouble !== null, () => setState(NOTHING));
  const run = async (command: 'show' | 'take-back', id: string): Promise<void> => {
    setState({ busy: true, trouble: null, done: null });
    try {
      if (!(await whenSettled(own, SETTLE_MS))) {
        setNetLost(true);
        setState({ busy: false, trouble: t('own.show_waits'), done: null });
        return;
      }
      const params = { participationId: me.participationId };
      await api.call(command === 'show' ? showOwn : takeBackOwn, { params, body: { recordIds: [id] } });
      setState({ busy: false, trouble: null, done: { what: command === 'show' ? 'shown' : 'back', id } });
    } catch (failure) {
      setNetLost(isForWantOfNet(failure));
      setState({ busy: false, trouble: t('own.failed', { reason: messageOf(failure, t) }), done: null });
    }
  };
  return { ...state, show: (id) => run('show', id), takeBack: (id) => run('take-back', id) };
}
