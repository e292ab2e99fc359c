import { InBoth } from '../ui/text/InBoth.tsx';
import { inParts } from '../ui/text/in-parts.ts';
import { VisuallyHidden } from '../ui/text/VisuallyHidden.tsx';

interface SpokenProps {
  shown: string;
  /** The same with the words it is about, put there by `planWords`. */
  spoken: string;
}

/** The word on a button of which there are several: who hears it hears whose it is. */
export function Spoken({ shown, spoken }: SpokenProps) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <VisuallyHidden>
        <InBoth parts={inParts(spoken)} />
      </VisuallyHidden>
    </>
  );
}
