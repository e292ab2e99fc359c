import { useT } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';

/**
 * The program was renewed while this page was open, and what the meeting does now is not understood here
 * any more. Reloading is left to the person: what they are writing comes first.
 */
export function Renewed() {
  const t = useT();
  return (
    <Notice tone="warn" announce="alert" actions={<ReloadButton />}>
      {t('ui.renewed')}
    </Notice>
  );
}

/** Loads the page anew; what was written and not sent yet waits beside the tab. */
export function ReloadButton({ big = false }: { big?: boolean }) {
  const t = useT();
  return (
    <Button
      size={big ? 'big' : 'small'}
      {...(big ? { variant: 'primary' } : {})}
      onClick={() => window.location.reload()}
      data-testid="reload"
    >
      {t('ui.reload')}
    </Button>
  );
}
