import { useRef, useState } from 'react';
import { useT } from '../../app/context.ts';
import { Copy } from '../icons.ts';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';

/** A new personal link, shown once, to be copied into a message. */
export function LinkToCopy({ url }: { url: string }) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setSaid(t('people.link_copied'));
    } catch {
      // Over http in the local network the clipboard is closed; the link is marked for Ctrl+C.
      setSaid(t('people.link_marked'));
    }
  }

  return (
    <>
      <p>{t('people.link_how')}</p>
      <TextField
        label={t('people.link_label')}
        value={url}
        readOnly
        ref={field}
        spellCheck={false}
        data-testid="new-link"
      />
      <Button icon={<Copy />} onClick={copy}>
        {t('people.link_copy')}
      </Button>
      <p role="status">{said}</p>
    </>
  );
}
