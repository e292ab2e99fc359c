import { useState } from 'react';
import { useT } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Copy, Printer } from '../ui/icons.ts';
import { PageHeading } from '../ui/text/PageHeading.tsx';
import styles from './RecoveryCodes.module.css';

/** Codes for the day on which the phone is gone, shown once, to be printed. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useT();
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setSaid(t('accounts.recovery.copied'));
    } catch {
      // Over http in the local network the clipboard is closed.
      setSaid(t('accounts.recovery.not_copied'));
    }
  }

  return (
    <section className={styles['sheet']} data-testid="recovery-codes">
      <PageHeading level={2}>{t('accounts.recovery.title')}</PageHeading>
      <p>{t('accounts.recovery.lead')}</p>
      <ul className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles['actions']}>
        <Button icon={<Printer />} onClick={() => window.print()}>
          {t('accounts.recovery.print')}
        </Button>
        <Button icon={<Copy />} onClick={copy}>
          {t('accounts.recovery.copy')}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t('accounts.recovery.done')}
        </Button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
