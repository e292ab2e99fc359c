import { useEffect } from 'react';
import { useView } from '../../app/context.ts';
import { useFresh } from '../../plan/board/fresh.ts';
import { useWords } from '../../plan/words/words.ts';
import { useContrast } from './useContrast.ts';
import { useFocus } from './useFocus.ts';
import { useStage } from './useStage.ts';
import styles from './Wall.module.css';
import { WallAgreements } from './WallAgreements.tsx';
import { WallGoals } from './WallGoals.tsx';
import { WallHeader } from './WallHeader.tsx';
import { WallReading } from './WallReading.tsx';
import { WallResources } from './WallResources.tsx';
import { WallReview } from './WallReview.tsx';
import { WallTexts } from './WallTexts.tsx';
import { WallWelcome } from './WallWelcome.tsx';

/**
 * The shared screen: everybody sees it, so it addresses nobody. Read-only; it follows the step of
 * the meeting and the card that the facilitator has selected.
 */
export function Wall() {
  const stage = useStage();
  useContrast();
  const { meeting } = useView();
  useEffect(() => {
    document.title = `${meeting.childName} · Planrunde`;
  }, [meeting.childName]);
  return (
    <div className={styles['screen']}>
      <div
        className={styles['stage']}
        data-scale="wall"
        data-testid="wall"
        style={{ width: stage.width, height: stage.height, transform: `scale(${stage.scale})` }}
      >
        <WallHeader />
        <WallContent height={stage.height - HEADER} />
      </div>
    </div>
  );
}

const HEADER = 76;

function WallContent({ height }: { height: number }) {
  const { phase, state } = useView();
  const words = useWords();
  const focus = useFocus();
  const fresh = useFresh();
  if (state !== 'open') {
    return <WallReading height={height} focus={focus} />;
  }
  switch (phase) {
    case 'vorbereitung':
    case 'ankommen':
      return <WallWelcome />;
    case 'anliegen':
      return <WallTexts height={height} sections={['anlass', 'bedarf']} />;
    case 'sicht_kind':
      return <WallTexts height={height} sections={['sicht_kind']} />;
    case 'sicht_weitere':
      return <WallTexts height={height} sections={['sicht_eltern', 'sicht_weitere', 'geschwister']} />;
    case 'rueckblick':
      return <WallReview words={words} focus={focus} />;
    case 'ressourcen':
      return <WallResources words={words} height={height} focus={focus} fresh={fresh} />;
    case 'vereinbarungen':
      return <WallAgreements words={words} />;
    case 'ziele':
    case 'abschluss':
      return <WallGoals words={words} height={height} focus={focus} fresh={fresh} />;
  }
}
