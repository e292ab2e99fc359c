import type { ParticipantView } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';

type Seat = Pick<ParticipantView, 'present' | 'noted' | 'online'>;

/** Whether somebody is there: "ist da", "von fern", "entschuldigt", "noch nicht da". */
export function whereabouts({ present, noted }: Seat, t: Translate): string {
  switch (present) {
    case 'room':
      return t('table.is_here');
    case 'afar':
      return t('table.remote');
    case null:
      return noted === null ? t('table.not_here') : t(`code.attendance.${noted}`);
  }
}

/** What the device says beside that, where it says something else. */
export function connection({ present, online }: Seat, t: Translate): string {
  if (online) {
    return present === null ? t('table.connected') : '';
  }
  return present === null ? '' : t('table.not_connected');
}
