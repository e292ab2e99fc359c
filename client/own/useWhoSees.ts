import { useT, useView } from '../app/context.ts';

/** Who will see what is shown now, in words: people are counted, not named. */
export function useWhoSees(): string {
  const t = useT();
  const { me, participants, screens } = useView();
  // Who is in the room sees it too, by the shared screen or beside somebody.
  const here = participants.filter(({ online, present }) => online || present !== null);
  const isAlone = here.every(({ participationId }) => participationId === me.participationId);
  const who = isAlone
    ? t('own.who_alone')
    : t('own.who', {
        here: here.filter(({ present }) => present !== 'afar').length,
        remote: here.filter(({ present }) => present === 'afar').length,
      });
  return screens > 0 ? `${who} ${t('own.who_screen')}` : who;
}
