import type { ComponentPropsWithRef, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { VisuallyHidden } from '../text/VisuallyHidden.tsx';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'ghost';
export type ButtonSize = 'small' | 'normal' | 'big';

interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Before the word. */
  icon?: ReactNode;
  /** After the word: where it leads. */
  iconEnd?: ReactNode;
  /** As wide as its place. */
  wide?: boolean | undefined;
}

interface Busy {
  /**
   * What it started is under way: a press does nothing. Unlike a disabled button it keeps the focus,
   * so whoever works with the keyboard stays where they are.
   */
  busy?: boolean | undefined;
}

function look(variant: ButtonVariant = 'secondary', size: ButtonSize = 'normal', wide = false): string {
  return cx(styles['button'], styles[variant], styles[size], wide && styles['wide']);
}

export type ButtonProps = ButtonLook & Busy & ComponentPropsWithRef<'button'>;

/** A button with a verb on it. One primary button a page at most. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, iconEnd, wide, busy, className, children, ...rest } = props;
  return (
    <button type="button" {...rest} {...heldBack(busy)} className={cx(look(variant, size, wide), className)}>
      {icon}
      {children}
      {iconEnd}
    </button>
  );
}

/** Takes the press away, and with it the sending of a form. */
function heldBack(busy: boolean | undefined): ComponentPropsWithRef<'button'> {
  return busy ? { 'aria-disabled': true, onClick: (event) => event.preventDefault() } : {};
}

export type ButtonLinkProps = ButtonLook & ComponentPropsWithRef<'a'> & { href: string };

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, icon, iconEnd, wide, className, children, ...rest } = props;
  return (
    <a {...rest} className={cx(look(variant, size, wide), className)}>
      {icon}
      {children}
      {iconEnd}
    </a>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'iconEnd' | 'wide'> & {
  icon: ReactNode;
  /** The word: its accessible name, and its tooltip while it is not shown and is nothing but words. */
  label: ReactNode;
  /** Shows the word under the icon. */
  labelled?: boolean;
};

/** A button that is mostly its icon; only for direction arrows, closing and tool strips. */
export function IconButton(props: IconButtonProps) {
  const { variant = 'ghost', size, icon, label, labelled = false, busy, className, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      {...heldBack(busy)}
      title={labelled || typeof label !== 'string' ? undefined : label}
      className={cx(look(variant, size), styles['icon'], labelled && styles['labelled'], className)}
    >
      {icon}
      {labelled ? label : <VisuallyHidden>{label}</VisuallyHidden>}
    </button>
  );
}
