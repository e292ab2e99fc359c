import { useSession, useT } from '../app/context.ts';
import { Lock } from '../ui/icons.ts';
import { Popup } from '../ui/overlays/Popup.tsx';
import { OwnPanel } from './OwnPanel.tsx';

/** On the laptop: closed until its owner opens it, so that nothing private lies open beside a beamer. */
export function OwnMenu() {
  const t = useT();
  const { own } = useSession();
  if (!own) {
    return null;
  }
  return (
    <Popup label={t('own.title')} icon={<Lock />} isTitleShown testId="own-open">
      <OwnPanel />
    </Popup>
  );
}
