import type { ErrorCode } from '#shared/api/errors.ts';
import { useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import { Button, ButtonLink } from '../ui/controls/Button.tsx';
import { AccountFrame } from './AccountFrame.tsx';
import styles from './SignIn.module.css';

interface LinkOverProps {
  /** Where a new one comes from. */
  purpose: 'setup' | 'access';
  /** Why it opens nothing; null: the address was opened without its token. */
  code: ErrorCode | 'network' | null;
  message?: string;
  onAgain?: () => void;
}

/** A one-time address that opens nothing: why, and how to get another one. */
export function LinkOver({ purpose, code, message, onAgain }: LinkOverProps) {
  const t = useT();
  const reason = code === 'link_expired' || code === 'link_used' ? code : 'none';
  const isOver = reason !== 'none' || code === null || code === 'link_invalid';
  const title = isOver ? t(`accounts.over.${reason}`) : t('start.not_loaded');
  useTitle(title);
  return (
    <AccountFrame title={title}>
      <p>{isOver ? t(`accounts.over.new_${purpose}`) : message}</p>
      {isOver && purpose === 'setup' ? <code className={styles['command']}>npm run setup</code> : null}
      {!isOver && onAgain ? (
        <Button variant="primary" onClick={onAgain}>
          {t('start.again')}
        </Button>
      ) : null}
      {reason === 'link_used' ? (
        <ButtonLink href="/anmelden" variant="primary">
          {t('start.sign_in')}
        </ButtonLink>
      ) : null}
    </AccountFrame>
  );
}
