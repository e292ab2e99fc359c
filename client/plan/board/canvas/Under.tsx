import { createContext, useContext } from 'react';
import type { BoardName } from '#shared/meeting/step.ts';
import { useView } from '../../../app/context.ts';
import { MapPicture } from '../MapPicture.tsx';
import type { BoardModel } from '../model/model.ts';
import styles from './Under.module.css';

/** Which board lies under the cards. */
export const UnderContext = createContext<{ board: BoardName; model: BoardModel } | null>(null);

/** What is drawn under the cards: wires and the place of a dragged goal, or the picture of the map. */
export function Under() {
  const under = useContext(UnderContext);
  const { meeting } = useView();
  if (!under) {
    return null;
  }
  const { board, model } = under;
  return board === 'resources' ? (
    <MapPicture width={model.width} height={model.height} centre={62} name={meeting.childName} headings />
  ) : (
    <svg className={styles['wires']} width={model.width} height={model.height} aria-hidden="true">
      {model.wires.map((path) => (
        <path key={path} d={path} />
      ))}
      {model.line ? (
        <rect
          className={styles['place']}
          x={model.line.x}
          y={model.line.y - 2.5}
          width={model.line.width}
          height={5}
          rx={2.5}
        />
      ) : null}
    </svg>
  );
}
