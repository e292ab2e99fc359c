import { useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../app/context.ts';
import page from '../home/Page.module.css';
import { Button } from '../ui/controls/Button.tsx';
import { Avatar } from '../ui/display/Avatar.tsx';
import { LogOut } from '../ui/icons.ts';
import styles from './SignedIn.module.css';
import { signOut } from './sign-in.ts';

const STAFF_HUE = 4;

/** In the bar: who is signed in, and the way out. */
export function SignedIn({ account }: { account: { name: string; initials: string } }) {
  const t = useT();
  const [, go] = useLocation();
  const [failed, setFailed] = useState(false);

  async function leave(): Promise<void> {
    if (await signOut()) {
      go('/');
    } else {
      setFailed(true);
    }
  }

  return (
    <>
      {failed ? (
        <span role="alert" className={page['problem']}>
          {t('start.home.sign_out_failed')}
        </span>
      ) : null}
      <a href="/konto" className={styles['account']} title={t('accounts.own.title')}>
        <Avatar person={{ initials: account.initials, hue: STAFF_HUE }} />
        <span className={styles['accountName']}>{account.name}</span>
      </a>
      <Button variant="ghost" size="small" icon={<LogOut />} onClick={leave}>
        {t('start.home.sign_out')}
      </Button>
    </>
  );
}
