import type { ProtocolContent } from '#shared/protocol/schema.ts';
import type { Drawing, Picture } from './drawing.ts';
import { goalPictures } from './goal-picture.ts';
import { resourcePictures } from './resource-picture.ts';

/** The board on paper: the map of strengths and the goal tree, drawn from the frozen content only. */
export function picturesOf(
  content: ProtocolContent,
  drawing: Drawing,
): { title: string; picture: Picture }[] {
  const { t } = drawing.words;
  const titled = (title: string, pictures: readonly Picture[]) =>
    pictures.map((picture, index) => {
      const sheet = { title, part: index + 1, parts: pictures.length };
      return { title: pictures.length > 1 ? t('protocol.picture.part', sheet) : title, picture };
    });
  return [
    ...titled(t('protocol.annex.resources'), resourcePictures(content, drawing)),
    ...titled(t('protocol.annex.goals'), goalPictures(content, drawing)),
  ];
}
