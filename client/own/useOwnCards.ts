import { useEffect, useState } from 'react';
import { type OwnCard, readCards } from '#shared/documents/own/cards.ts';
import { useStore } from '../app/context.ts';
import type { OpenDocument } from '../session/types.ts';

/** The own cards, read again after each change. While the document loads anew the last ones stay. */
export function useOwnCards(own: OpenDocument): readonly OwnCard[] {
  const doc = useStore(own.doc);
  const ready = useStore(own.ready);
  const [cards, setCards] = useState<readonly OwnCard[]>([]);
  useEffect(() => {
    if (!ready) {
      return undefined;
    }
    const read = (): void => setCards(readCards(doc));
    read();
    doc.on('update', read);
    return () => doc.off('update', read);
  }, [doc, ready]);
  return cards;
}
