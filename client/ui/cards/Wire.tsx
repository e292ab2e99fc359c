import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Wire.module.css';

/** A point on the board, in its own pixels. */
export interface Point {
  x: number;
  y: number;
}

const RADIUS = 12;

/** The way of a wire from a goal's edge to the goal below it: across, down with a round turn, across. */
export function wirePath(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  const down = to.y - from.y;
  if (Math.abs(down) < 1) {
    return `M${from.x} ${from.y}H${to.x}`;
  }
  const radius = Math.min(RADIUS, Math.abs(down), Math.abs(to.x - middle));
  const way = Math.sign(down) * radius;
  const on = Math.sign(to.x - from.x) * radius;
  return `M${from.x} ${from.y}H${middle}V${to.y - way}Q${middle} ${to.y} ${middle + on} ${to.y}H${to.x}`;
}

/** A wire on a free board: an SVG path; it belongs inside an `<svg>`. */
export function Wire({ from, to }: { from: Point; to: Point }) {
  return <path className={styles['wire']} d={wirePath(from, to)} />;
}

export interface BranchProps {
  /** The goal above, with what stands under it. */
  parent: ReactNode;
  /** The goals below it, as `BranchChild`. */
  children: ReactNode;
  className?: string;
}

/**
 * A goal and its children side by side, joined by wires. Custom properties set the measure:
 * `--branch-parent` width, `--branch-gap` between columns, `--branch-row` between siblings,
 * `--branch-anchor` where wires leave, from the top.
 */
export function Branch({ parent, children, className }: BranchProps) {
  return (
    <div className={cx(styles['branch'], className)}>
      <div>{parent}</div>
      <div className={styles['children']}>{children}</div>
    </div>
  );
}

/** One child of a branch, with its wire. */
export function BranchChild({ children }: { children: ReactNode }) {
  return <div className={styles['child']}>{children}</div>;
}
