import { useEffect, useRef, useState } from 'react';
import type { PasskeySignIn } from '#shared/api/passkey-bodies.ts';
import { beginPasskeySignIn, signInByPasskey } from '#shared/api/routes/passkeys.ts';
import { ApiError } from '../../app/api.ts';
import { useApi, useT } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Trouble } from '../../ui/feedback/Trouble.tsx';
import { loadDevice } from './load-device.ts';
import { NoPasskey } from './no-passkey.ts';
import { offersPasskeys } from './offers.ts';

interface PasskeyEntryProps {
  onDone: () => void;
  /** It is what one came here for. */
  isMain?: boolean;
}

/** Signs in with a passkey, where there are any: by a button, and where the browser can, in the field for the e-mail address. */
export function PasskeyEntry({ onDone, isMain = false }: PasskeyEntryProps) {
  const t = useT();
  const api = useApi();
  const { busy, error, run } = useRequest();
  const [isElsewhere, setElsewhere] = useState(() => !offersPasskeys());

  const give = (ask: () => Promise<PasskeySignIn>): Promise<boolean> =>
    run(async () => {
      const body = await ask().catch((failure: unknown) => {
        throw failure instanceof NoPasskey
          ? new ApiError('passkey_refused', t('accounts.passkey.not_done'))
          : failure;
      });
      await api.call(signInByPasskey, { body });
    });
  const enter = async (ask: () => Promise<PasskeySignIn>): Promise<void> => {
    if (await give(ask)) {
      onDone();
    }
  };
  const latest = useRef(enter);
  latest.current = enter;

  // While the button asks, the field does not: a browser puts one question at a time.
  useEffect(() => {
    if (busy || isElsewhere) {
      return undefined;
    }
    const next = () =>
      api.call(beginPasskeySignIn).catch((failure: unknown) => {
        setElsewhere(failure instanceof ApiError && failure.code === 'passkey_elsewhere');
        return null;
      });
    const taken = (answer: PasskeySignIn) => void latest.current(async () => answer);
    let isOver = false;
    let stop = (): void => undefined;
    loadDevice().then(
      ({ offerInField }) => {
        stop = isOver ? stop : offerInField(next, taken);
      },
      // The button tries again.
      () => undefined,
    );
    return () => {
      isOver = true;
      stop();
    };
  }, [api, busy, isElsewhere]);

  async function ask(): Promise<PasskeySignIn> {
    const [device, question] = await Promise.all([loadDevice(), api.call(beginPasskeySignIn)]);
    return device.askForPasskey(question);
  }

  return isElsewhere ? null : (
    <>
      <Trouble error={error} />
      <Button
        variant={isMain ? 'primary' : 'secondary'}
        size="big"
        wide
        busy={busy}
        onClick={() => enter(ask)}
      >
        {t('accounts.passkey.sign_in')}
      </Button>
    </>
  );
}
