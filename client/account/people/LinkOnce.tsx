import { useT } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { LinkToCopy } from '../../ui/controls/LinkToCopy.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';

interface LinkOnceProps {
  name: string;
  /** Null: nothing is shown. */
  url: string | null;
  onClose: () => void;
}

/** A one-time link of a colleague, shown once to be copied: Planrunde sends no e-mail. */
export function LinkOnce({ name, url, onClose }: LinkOnceProps) {
  const t = useT();
  return (
    <Dialog
      open={url !== null}
      onClose={onClose}
      wide
      title={t('people.link_title', { name })}
      actions={<Button onClick={onClose}>{t('people.link_close')}</Button>}
    >
      <LinkToCopy url={url ?? ''} />
    </Dialog>
  );
}
