import { Button } from '../../ui/controls/Button.tsx';
import { ChevronLeft, ChevronRight } from '../../ui/icons.ts';

export interface PreviousNextProps<T> {
  items: readonly T[];
  /** Place of the one that is shown. */
  at: number;
  onGo(item: T): void;
  previous: string;
  next: string;
  /** `<testId>-previous` and `<testId>-next`. */
  testId: string;
}

/** To the one before and the one after, as long as there is one. */
export function PreviousNext<T>({ items, at, onGo, previous, next, testId }: PreviousNextProps<T>) {
  const go = (step: 1 | -1): void => {
    const item = items[at + step];
    if (item !== undefined) {
      onGo(item);
    }
  };
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<ChevronLeft />}
        onClick={() => go(-1)}
        disabled={at === 0}
        data-testid={`${testId}-previous`}
      >
        {previous}
      </Button>
      <Button
        size="small"
        variant="quiet"
        iconEnd={<ChevronRight />}
        onClick={() => go(1)}
        disabled={at === items.length - 1}
        data-testid={`${testId}-next`}
      >
        {next}
      </Button>
    </>
  );
}
