import { useT, useView } from '../app/context.ts';

/** Who will see what is shown now, in words: people are counted, not named. */
export function useWhoSees(): string {
  const t = useT();
  const { me, participants, screens } = useView();
  const here = participants.filter(({ online, role }) => online && role !== 'bildschirm');
  const isAlone = here.every(({ participationId }) => participationId === me.participationId);
  const who = isAlone
    ? t('own.who_alone')
    : t('own.who', {
        here: here.filter(({ remote }) => !remote).length,
        remote: here.filter(({ remote }) => remote).length,
      });
  return screens > 0 ? `${who} ${t('own.who_screen')}` : who;
}
