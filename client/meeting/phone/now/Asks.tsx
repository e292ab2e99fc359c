import { leads } from '#shared/access/parts.ts';
import { useT, useView } from '../../../app/context.ts';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import phone from '../Phone.module.css';

/** Who leads asks: the name above a question. */
export function Asks() {
  const t = useT();
  const { meeting, participants: seats } = useView();
  const leader = seats.find(({ role }) => leads(role))?.person;
  return (
    <p className={phone['asks']}>
      {leader ? <Avatar person={leader} size="small" /> : null}
      {t('table.now.asks', { name: leader?.name ?? meeting.facilitator.name })}
    </p>
  );
}
