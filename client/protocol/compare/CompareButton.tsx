import { useT } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Columns2 } from '../../ui/icons.ts';

/** The way to the comparison with the version before. */
export function CompareButton({ onClick, wide = false }: { onClick: () => void; wide?: boolean }) {
  const t = useT();
  return (
    <div>
      <Button icon={<Columns2 />} wide={wide} onClick={onClick} data-testid="protocol-compare">
        {t('signing.compare')}
      </Button>
    </div>
  );
}
