import { useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import { Button } from '../ui/controls/Button.tsx';
import { AccountFrame } from './AccountFrame.tsx';
import { offersPasskeys } from './passkeys/offers.ts';
import { PasskeyEntry } from './passkeys/PasskeyEntry.tsx';
import styles from './SignIn.module.css';

interface SignInPasskeyProps {
  onDone: () => void;
  /** Back to e-mail and password. */
  onOver: () => void;
}

/** After the password of an account whose second factor is a passkey alone. */
export function SignInPasskey({ onDone, onOver }: SignInPasskeyProps) {
  const t = useT();
  useTitle(t('accounts.passkey.step_title'));
  return (
    <AccountFrame title={t('accounts.passkey.step_title')} lead={t('accounts.passkey.step_lead')} takeFocus>
      {offersPasskeys() ? null : <p>{t('accounts.passkey.step_not_here')}</p>}
      <div className={styles['form']}>
        <PasskeyEntry onDone={onDone} isMain />
        <Button variant="ghost" onClick={onOver}>
          {t('accounts.passkey.back')}
        </Button>
      </div>
    </AccountFrame>
  );
}
