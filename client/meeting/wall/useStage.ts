import { useEffect, useState } from 'react';

/** Width that the shared screen is drawn for; other screens show the same picture, scaled. */
const WIDTH = 1920;

/** Size of the picture in its own pixels, and how much it is scaled to fill the screen's width. */
export interface Stage {
  width: number;
  height: number;
  scale: number;
}

/** The stage for this screen; follows when the window changes. */
export function useStage(): Stage {
  const [stage, setStage] = useState(stageOf);
  useEffect(() => {
    const onResize = (): void => setStage(stageOf());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return stage;
}

function stageOf(): Stage {
  const scale = Math.max(0.1, window.innerWidth / WIDTH);
  return { width: WIDTH, height: Math.round(window.innerHeight / scale), scale };
}
