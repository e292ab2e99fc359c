import type { OwnPasskey } from '#shared/api/passkey-answers.ts';
import { useT } from '../../app/context.ts';
import page from '../../home/Page.module.css';
import { offersPasskeys } from '../passkeys/offers.ts';
import people from '../people/People.module.css';
import styles from '../SignIn.module.css';
import { AddPasskey } from './AddPasskey.tsx';
import { PasskeyRow } from './PasskeyRow.tsx';

interface PasskeysProps {
  passkeys: readonly OwnPasskey[];
  /** The password alone does not open the account as it is. */
  hasFactor: boolean;
  onChanged: () => Promise<void>;
}

/** The passkeys of the own account: which there are, another one, other names, none any more. */
export function Passkeys({ passkeys, hasFactor, onChanged }: PasskeysProps) {
  const t = useT();
  return (
    <section className={styles['form']} aria-labelledby="own-passkeys">
      <h2 id="own-passkeys" className={page['section']}>
        {t('accounts.passkey.title')}
      </h2>
      <p>{t('accounts.passkey.lead')}</p>
      {passkeys.length > 0 ? (
        <ul className={people['list']} aria-labelledby="own-passkeys">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.passkeyId} passkey={passkey} onChanged={onChanged} />
          ))}
        </ul>
      ) : null}
      {offersPasskeys() ? (
        <>
          {hasFactor ? null : <p>{t('accounts.passkey.from_then')}</p>}
          <AddPasskey onChanged={onChanged} />
        </>
      ) : (
        <p className={page['small']}>{t('accounts.passkey.not_here')}</p>
      )}
    </section>
  );
}
