import { Suspense, useState } from 'react';
import { later } from '../../app/later.ts';
import type { ModalProps } from './Modal.tsx';

// What keeps the focus inside is a tenth of a phone's page, and most people never see a dialog.
const Modal = later(() => import('./Modal.tsx').then(({ Modal }) => Modal));

/** A question before something that cannot be undone. Everything else happens in place. */
export function Dialog(props: ModalProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) {
    setWanted(true);
  }
  return wanted ? (
    <Suspense fallback={null}>
      <Modal {...props} />
    </Suspense>
  ) : null;
}
