import { Suspense, useEffect } from 'react';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { useView } from '../app/context.ts';
import { loadTheRest } from '../app/later.ts';
import { part } from '../app/part.tsx';
import { Loading } from './Loading.tsx';
import { Changes } from './spoken/Changes.tsx';
import { Happenings } from './spoken/Happenings.tsx';
import { PHONE, useMedia } from './useMedia.ts';

const loadDesk = () => import('./desk/DeskTable.tsx');
const loadPhone = () => import('./phone/PhoneTable.tsx');
const loadWall = () => import('./wall/Wall.tsx');

const DeskTable = part(() => loadDesk().then(({ DeskTable }) => DeskTable));
const PhoneTable = part(() => loadPhone().then(({ PhoneTable }) => PhoneTable));
const Wall = part(() => loadWall().then(({ Wall }) => Wall));

/** Loads the table that this screen will show. */
export function preloadSurface(role: ParticipantRole): Promise<unknown> {
  return isWall(role) ? loadWall() : window.matchMedia(PHONE).matches ? loadPhone() : loadDesk();
}

/** The table, as this person and this screen need it. */
export function Table() {
  const { me } = useView();
  const isPhone = useMedia(PHONE);
  return (
    <Suspense fallback={<Loading />}>
      {isWall(me.role) ? (
        <Wall />
      ) : (
        <>
          {isPhone ? <PhoneTable /> : <DeskTable />}
          <Happenings />
          <Changes />
        </>
      )}
      <TheRest />
    </Suspense>
  );
}

function isWall(role: ParticipantRole): boolean {
  return role === 'bildschirm';
}

/** Once the table stands, what may be opened next is fetched. */
function TheRest() {
  useEffect(loadTheRest, []);
  return null;
}
