import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useSession, useT } from '../app/context.ts';
import { Lock } from '../ui/icons.ts';
import styles from './Own.module.css';
import { OwnPanel } from './OwnPanel.tsx';

/** On the laptop: closed until its owner opens it, so that nothing private lies open beside a beamer. */
export function OwnMenu({ className }: { className?: string | undefined }) {
  const t = useT();
  const { own } = useSession();
  if (!own) {
    return null;
  }
  return (
    <DialogTrigger>
      <Button className={className ?? ''} data-testid="own-open">
        <Lock />
        {t('own.title')}
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end">
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {t('own.title')}
          </Heading>
          <OwnPanel />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
