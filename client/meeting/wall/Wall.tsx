import { stepOf } from '#shared/meeting/agenda.ts';
import { useView } from '../../app/context.ts';
import { useTitle } from '../../app/title.ts';
import { useFresh } from '../../plan/board/fresh.ts';
import { useWords } from '../../plan/words/words.ts';
import { useFocus } from '../useFocus.ts';
import { WALL_PANELS } from './panels.tsx';
import { useContrast } from './useContrast.ts';
import { useStage } from './useStage.ts';
import styles from './Wall.module.css';
import { useWallHeading, WallHeader } from './WallHeader.tsx';
import { WallReading } from './WallReading.tsx';

/**
 * The shared screen: everybody sees it, so it addresses nobody. Read-only; it follows the step of
 * the meeting and the card that the facilitator has selected.
 */
export function Wall() {
  const stage = useStage();
  useContrast();
  const { phase, meeting } = useView();
  const heading = useWallHeading();
  useTitle(heading, meeting.caseLabel);
  return (
    <div className={styles['screen']}>
      <div
        className={styles['stage']}
        data-scale="wall"
        data-testid="wall"
        data-phase={phase}
        style={{ width: stage.width, height: stage.height, transform: `scale(${stage.scale})` }}
      >
        <WallHeader heading={heading} />
        <WallContent height={stage.height - HEADER} />
      </div>
    </div>
  );
}

const HEADER = 76;

/** The step's stage; from freezing on, the version that is read together. */
function WallContent({ height }: { height: number }) {
  const { phase, state } = useView();
  const words = useWords();
  const focus = useFocus();
  const fresh = useFresh();
  if (state !== 'open') {
    return <WallReading height={height} focus={focus} />;
  }
  const { wall } = stepOf(phase);
  const Panel = WALL_PANELS[wall.panel];
  return <Panel texts={wall.texts ?? []} words={words} height={height} focus={focus} fresh={fresh} />;
}
