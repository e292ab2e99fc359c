import { Suspense } from 'react';
import { later } from '../../app/later.ts';
import type { HelpPickerProps } from './HelpComboBox.tsx';

const HelpComboBox = later(() => import('./HelpComboBox.tsx').then(({ HelpComboBox }) => HelpComboBox));

/** Chooses who or what helps with a goal. The list to choose from is large for a part of a page: it comes later. */
export function HelpPicker(props: HelpPickerProps) {
  return (
    <Suspense fallback={null}>
      <HelpComboBox {...props} />
    </Suspense>
  );
}
