import type { MapPosition } from '#shared/documents/plan/resources.ts';
import type { PlacedCard, PlacedResource } from '../layout/index.ts';
import type { Wanted } from './difference.ts';

/** A card under the finger: where the pointer is, and how far it has come. In board units. */
export interface Drag {
  id: string;
  at: { x: number; y: number };
  by: { x: number; y: number };
}

/** One of the two boards: where its cards are, and what dropping one of them means. */
export interface BoardModel {
  wanted: Wanted[];
  goals: ReadonlyMap<string, PlacedCard>;
  resources: ReadonlyMap<string, PlacedResource>;
  /** Ids of the cards in reading order: the way of the arrow keys and of a screen reader. */
  order: string[];
  width: number;
  height: number;
  /** Space around the cards, and below them for the tool strip. */
  margin: Margin;
  /** Size at rest, 1 or smaller: what one comes back to after looking closer. */
  zoom: number;
  /** Steps lie in a column of their own; strengths have room for their description. */
  wide: boolean;
  /** Under the cards: wires, rings, the line where a card would go. */
  wires: readonly string[];
  line: { x: number; y: number; width: number } | null;
  /** Branches, for pointing to those off screen. */
  branches: { id: string; y: number; height: number }[];
  movable(id: string): boolean;
  /** While a card is under the finger. */
  dragging(drag: Drag | null): void;
  drop(drag: Drag): void;
  /** Pointers travel in coordinates that mean the same on every device. */
  toShared(point: { x: number; y: number }): MapPosition;
  fromShared(point: MapPosition): MapPosition;
}

export interface Margin {
  x: number;
  top: number;
  bottom: number;
}

export const GOAL_MARGIN: Margin = { x: 24, top: 16, bottom: 88 };
/** Height of the band at the lower edge, in pixels: tools and tldraw's mark lie there, no cards. */
export const BAND = 68;
