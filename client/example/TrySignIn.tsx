import type { DemoAnswer } from '#shared/api/answers.ts';
import { useT } from '../app/context.ts';
import { LogIn } from '../ui/icons.ts';
import row from './Row.module.css';
import styles from './TrySignIn.module.css';

/** The account of the example, for who wants to see the sign-in and the caseworker's home. */
export function TrySignIn({ signIn }: { signIn: DemoAnswer['signIn'] }) {
  const t = useT();
  return (
    <>
      <a href="/anmelden" target="_blank" rel="noopener" className={row['row']}>
        <LogIn />
        {t('start.try_sign_in')}
      </a>
      <dl className={styles['credentials']}>
        <dt>{t('start.email')}</dt>
        <dd>{signIn.email}</dd>
        <dt>{t('start.password')}</dt>
        <dd>{signIn.password}</dd>
      </dl>
    </>
  );
}
