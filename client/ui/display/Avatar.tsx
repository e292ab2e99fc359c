import type { CSSProperties } from 'react';
import { cx } from '../cx.ts';
import styles from './Avatar.module.css';

/** How a person is drawn. `PersonRef` of the API fits. */
export interface Drawn {
  initials: string;
  /** 0–7, a hue of the palette. */
  hue: number;
}

export interface AvatarProps {
  person: Drawn;
  size?: 'tiny' | 'small' | 'normal' | 'large';
  /** Filled: whose turn it is. */
  solid?: boolean;
  /** Not here yet: a dashed ring. */
  waiting?: boolean;
  /** Accessible name where no name stands beside it. Without it the sign is decoration. */
  label?: string;
}

/** The colour of a person as a CSS value. */
export function hueColour(hue: number): string {
  return `var(--hue-${((Math.trunc(hue) % 8) + 8) % 8})`;
}

/** A person: round, in their own hue. The name stands beside it or in its accessible name. */
export function Avatar({ person, size = 'normal', solid = false, waiting = false, label }: AvatarProps) {
  const style = { '--hue': hueColour(person.hue) } as CSSProperties;
  const className = cx(
    styles['avatar'],
    styles[size],
    solid && styles['solid'],
    waiting && styles['waiting'],
  );
  return label === undefined ? (
    <span className={className} style={style} aria-hidden="true">
      {person.initials}
    </span>
  ) : (
    <span className={className} style={style} role="img" aria-label={label}>
      {person.initials}
    </span>
  );
}
