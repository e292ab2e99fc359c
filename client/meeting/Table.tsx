import { type ReactNode, Suspense, useEffect } from 'react';
import { leads, type ParticipantRole } from '#shared/access/parts.ts';
import { useView } from '../app/context.ts';
import { loadTheRest } from '../app/later.ts';
import { Wait } from '../app/Pages.tsx';
import { page } from '../app/part.tsx';
import { PlainWords } from './phone/PlainWords.tsx';
import { Changes } from './spoken/Changes.tsx';
import { Happenings } from './spoken/Happenings.tsx';
import { PHONE, useMedia } from './useMedia.ts';

const loadDesk = () => import('./desk/DeskTable.tsx');
const loadPhone = () => import('./phone/PhoneTable.tsx');
/** What a phone needs beside that to lead. */
const loadLeading = () => import('./phone/lead/lead-parts.ts');
const loadWall = () => import('./wall/Wall.tsx');

const DeskTable = page(() => loadDesk().then(({ DeskTable }) => DeskTable));
const PhoneTable = page(() => loadPhone().then(({ PhoneTable }) => PhoneTable));
const Wall = page(() => loadWall().then(({ Wall }) => Wall));

/** Loads the table that this screen will show. */
export function preloadSurface(role: ParticipantRole): Promise<unknown> {
  if (isWall(role)) {
    return loadWall();
  }
  return window.matchMedia(PHONE).matches
    ? Promise.all([loadPhone(), leads(role) ? loadLeading() : null])
    : loadDesk();
}

/** The table, as this person and this screen need it. */
export function Table() {
  const { me } = useView();
  const isPhone = useMedia(PHONE);
  return (
    <Suspense fallback={<Wait />}>
      {isWall(me.role) ? (
        <Wall />
      ) : (
        <Around isPhone={isPhone}>
          {isPhone ? <PhoneTable /> : <DeskTable />}
          <Happenings />
          <Changes />
        </Around>
      )}
      <TheRest />
    </Suspense>
  );
}

/** On a phone everything is said in the words of a family, what is only heard too. */
function Around({ isPhone, children }: { isPhone: boolean; children: ReactNode }) {
  return isPhone ? <PlainWords>{children}</PlainWords> : children;
}

function isWall(role: ParticipantRole): boolean {
  return role === 'bildschirm';
}

/** Once the table stands, what may be opened next is fetched. */
function TheRest() {
  useEffect(loadTheRest, []);
  return null;
}
