import { useT } from '../../app/context.ts';
import { Ellipsis } from '../../ui/icons.ts';
import { Popup } from '../../ui/overlays/Popup.tsx';
import { Settings } from '../people/Settings.tsx';

/** Language, form of address, text size, colours, leaving. */
export function MoreMenu() {
  const t = useT();
  return (
    <Popup label={t('table.more')} icon={<Ellipsis />} title={t('table.settings')} testId="more">
      <Settings />
    </Popup>
  );
}
