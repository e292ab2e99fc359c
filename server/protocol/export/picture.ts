import type { PictureBlock } from '#shared/protocol/report/blocks.ts';
import type { Drawing, Picture } from './drawing.ts';
import { goalPictures } from './goal-picture.ts';
import { resourcePictures } from './resource-picture.ts';

/** The pictures of a report on as many sheets as they take. */
export function sheetsOf(
  pictures: readonly PictureBlock[],
  drawing: Drawing,
): { title: string; picture: Picture }[] {
  return pictures.flatMap((block) => {
    const sheets = block.draws === 'goals' ? goalPictures(block, drawing) : resourcePictures(block, drawing);
    return sheets.map((picture, index) => ({
      title: sheetTitle(block.title, index + 1, sheets.length, drawing),
      picture,
    }));
  });
}

function sheetTitle(title: string, part: number, parts: number, { words }: Drawing): string {
  return parts > 1 ? words.t('protocol.picture.part', { title, part, parts }) : title;
}
