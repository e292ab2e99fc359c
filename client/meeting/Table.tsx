import { lazy, Suspense } from 'react';
import { useView } from '../app/context.ts';
import { ChangeAnnouncer } from '../plan/list/ChangeAnnouncer.tsx';
import { DeskTable } from './desk/DeskTable.tsx';
import { Loading } from './Loading.tsx';
import { PhoneTable } from './phone/PhoneTable.tsx';
import { PHONE, useMedia } from './useMedia.ts';

const Wall = lazy(() => import('./wall/Wall.tsx').then(({ Wall }) => ({ default: Wall })));

/** The table, as this person and this screen need it. */
export function Table() {
  const { me } = useView();
  const isPhone = useMedia(PHONE);
  if (me.role === 'bildschirm') {
    return (
      <Suspense fallback={<Loading />}>
        <Wall />
      </Suspense>
    );
  }
  return (
    <>
      {isPhone ? <PhoneTable /> : <DeskTable />}
      <ChangeAnnouncer />
    </>
  );
}
