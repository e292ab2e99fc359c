import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useT } from '../../app/context.ts';
import { Ellipsis } from '../../ui/icons.ts';
import { Settings } from '../people/Settings.tsx';
import styles from './MoreMenu.module.css';

/** Language, form of address, text size, colours, leaving. */
export function MoreMenu() {
  const t = useT();
  return (
    <DialogTrigger>
      <Button className={styles['open'] ?? ''} data-testid="more">
        <Ellipsis />
        {t('table.more')}
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end">
        <Dialog className={styles['dialog'] ?? ''} aria-label={t('table.settings')}>
          <Settings />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
