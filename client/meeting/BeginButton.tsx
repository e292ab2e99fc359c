import { useT, useView } from '../app/context.ts';
import { Button } from '../ui/controls/Button.tsx';
import type { Commands } from './useCommands.ts';

/** A meeting was made before it is held: its clock starts here. */
export function BeginButton({ commands }: { commands: Commands }) {
  const t = useT();
  const { phase } = useView();
  return (
    <Button
      variant="primary"
      onClick={() => commands.phase(phase)}
      busy={commands.busy}
      data-testid="phase-begin"
    >
      {t('table.begin')}
    </Button>
  );
}
