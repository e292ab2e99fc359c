import { useT, useView } from '../app/context.ts';
import type { CardPlace } from './place.ts';

/** Where it will stand and who can read it there, in words: people are counted, not named, oneself not among them. */
export function useWhoSees({ words: place, isOnScreen }: CardPlace): string {
  const t = useT();
  const { me, participants } = useView();
  // Who is in the room sees it too, by the shared screen or beside somebody.
  const others = participants.filter(
    ({ online, present, participationId }) =>
      (online || present !== null) && participationId !== me.participationId,
  );
  const remote = others.filter(({ present }) => present === 'afar').length;
  const who =
    others.length === 0
      ? t('own.who_alone', { place })
      : t('own.who', { place, here: others.length - remote, remote });
  return isOnScreen ? `${who} ${t('own.who_screen')}` : who;
}
