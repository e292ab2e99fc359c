import { useEffect, useId, useRef, useState } from 'react';
import type { OwnPasskey } from '#shared/api/passkey-answers.ts';
import { useLanguage, useT } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import page from '../../home/Page.module.css';
import { Button } from '../../ui/controls/Button.tsx';
import people from '../people/People.module.css';
import { RemovePasskey, RenamePasskey } from './PasskeyForms.tsx';

interface PasskeyRowProps {
  passkey: OwnPasskey;
  onChanged: () => Promise<void>;
}

/** One passkey: its name, when it was made and last used, and what can be done about it. */
export function PasskeyRow({ passkey, onChanged }: PasskeyRowProps) {
  const t = useT();
  const { locale } = useLanguage();
  const nameId = useId();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const actions = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  // Whoever works with the keyboard goes on from the passkey whose form has closed.
  useEffect(() => {
    if (open === null && wasOpen.current) {
      actions.current?.querySelector('button')?.focus();
    }
    wasOpen.current = open !== null;
  }, [open]);
  const { name, madeAt, lastUsedAt } = passkey;
  const asked = { passkey, onClose: () => setOpen(null), onChanged };
  return (
    <li className={people['person']}>
      <p id={nameId} className={people['name']}>
        {name}
      </p>
      <p className={page['small']}>
        {t('accounts.passkey.made', { date: formatDay(madeAt, locale, 'long') })}{' '}
        {lastUsedAt === null
          ? t('accounts.passkey.unused')
          : t('accounts.passkey.used', { date: formatDay(lastUsedAt, locale, 'long') })}
      </p>
      {open === 'rename' ? <RenamePasskey {...asked} /> : null}
      {open === 'remove' ? <RemovePasskey {...asked} /> : null}
      {open === null ? (
        <div ref={actions} className={people['actions']}>
          <Button size="small" aria-describedby={nameId} onClick={() => setOpen('rename')}>
            {t('accounts.passkey.rename')}
          </Button>
          <Button size="small" aria-describedby={nameId} onClick={() => setOpen('remove')}>
            {t('accounts.passkey.remove')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
