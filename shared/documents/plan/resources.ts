import type * as Y from 'yjs';
import {
  type ResourceDomain,
  type ResourceState,
  resourceDomain,
  resourceState,
} from '../../domain/codes.ts';
import { typedValue } from '../../domain/typed-text.ts';
import {
  bringBack,
  markRemoved,
  newId,
  type Removed,
  readCode,
  readRemoval,
  readString,
  readText,
  recordOf,
  removedIn,
  replaceText,
  sharedText,
  textOf,
} from './records.ts';
import { type PlanRecord, partMap } from './roots.ts';

/** A point of the resource map in map units: the centre is 0,0, the map reaches from -1000 to 1000. */
export type MapPosition = readonly [x: number, y: number];

/** A strength or a help: who or what carries. */
export interface Resource {
  id: string;
  domain: ResourceDomain;
  title: string;
  description: string;
  owner: string | null;
  state: ResourceState;
  /** Free place on the map, null where nobody has placed it: then the layout finds one. */
  pos: MapPosition | null;
  source: string | null;
  /** Ids of the goals it helps with. */
  supports: string[];
}

/** What a new resource starts with. */
export interface NewResource {
  id?: string;
  domain: ResourceDomain;
  title?: string;
  description?: string;
  owner?: string | null;
  state?: ResourceState;
  pos?: MapPosition | null;
  source?: string;
  supports?: string[];
}

/** Prefix of a goal's id inside a resource's record: it helps with that goal. */
export const GOAL_KEY = 'goal:';
const MAP_EDGE = 1000;

/** All resources on the table, in the order of domains, then titles. */
export function readResources(doc: Y.Doc): Resource[] {
  const found: Resource[] = [];
  for (const [id, record] of partMap(doc, 'resources')) {
    if (!readRemoval(record)) {
      found.push(readResource(id, record));
    }
  }
  return found.sort(
    (a, b) =>
      resourceDomain.indexOf(a.domain) - resourceDomain.indexOf(b.domain) ||
      a.title.localeCompare(b.title, 'de') ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Resources that are removed and can be brought back, newest first. */
export function removedResources(doc: Y.Doc): Removed[] {
  return removedIn(partMap(doc, 'resources'), (record) => readText(record, 'title'));
}

/** The record behind a resource, for binding fields to it. */
export function resourceRecord(doc: Y.Doc, id: string): PlanRecord | undefined {
  return partMap(doc, 'resources').get(id);
}

/** Adds a resource and returns its id. */
export function addResource(doc: Y.Doc, resource: NewResource, origin: string): string {
  const id = resource.id ?? newId();
  const links = (resource.supports ?? []).map((goalId): [string, true] => [GOAL_KEY + goalId, true]);
  doc.transact(() => {
    partMap(doc, 'resources').set(
      id,
      recordOf({
        domain: resource.domain,
        title: textOf(resource.title),
        description: textOf(resource.description),
        owner: resource.owner ?? null,
        state: resource.state ?? 'erkannt',
        source: resource.source ?? 'gespraech',
        ...(resource.pos ? { pos: [...clamped(resource.pos)] } : {}),
        ...Object.fromEntries(links),
      }),
    );
  }, origin);
  return id;
}

/** Links a resource to a goal, or takes the link away. Each link is a key of its own, so links merge. */
export function linkResource(doc: Y.Doc, id: string, goalId: string, linked: boolean, origin: string): void {
  const record = resourceRecord(doc, id);
  if (!record) {
    return;
  }
  doc.transact(() => {
    if (linked) {
      record.set(GOAL_KEY + goalId, true);
    } else {
      record.delete(GOAL_KEY + goalId);
    }
  }, origin);
}

/** Puts a resource on the map; written once, at the end of a drag. */
export function placeResource(doc: Y.Doc, id: string, pos: MapPosition, origin: string): void {
  const record = resourceRecord(doc, id);
  if (record) {
    doc.transact(() => record.set('pos', [...clamped(pos)]), origin);
  }
}

/** Replaces one value of a resource. */
export function setResourceField<K extends 'domain' | 'state' | 'owner'>(
  doc: Y.Doc,
  id: string,
  key: K,
  value: Resource[K],
  origin: string,
): void {
  doc.transact(() => resourceRecord(doc, id)?.set(key, typedValue(value)), origin);
}

/** Writes title or description by its smallest change; concurrent typing merges. */
export function setResourceText(
  doc: Y.Doc,
  id: string,
  key: 'title' | 'description',
  value: string,
  origin: string,
): void {
  const record = resourceRecord(doc, id);
  const text = record && sharedText(record, key);
  if (text) {
    doc.transact(() => replaceText(text, value), origin);
  }
}

/** Takes a resource from the table. Nothing is erased. */
export function removeResource(doc: Y.Doc, id: string, by: string, origin: string, now = new Date()): void {
  const record = resourceRecord(doc, id);
  if (record) {
    doc.transact(() => markRemoved(record, by, now), origin);
  }
}

/** Brings a removed resource back. */
export function restoreResource(doc: Y.Doc, id: string, origin: string): void {
  const record = resourceRecord(doc, id);
  if (record) {
    doc.transact(() => bringBack(record), origin);
  }
}

function clamped([x, y]: MapPosition): MapPosition {
  const clamp = (value: number): number => Math.round(Math.min(MAP_EDGE, Math.max(-MAP_EDGE, value)));
  return [clamp(x), clamp(y)];
}

function readResource(id: string, record: PlanRecord): Resource {
  return {
    id,
    domain: readCode(record, 'domain', resourceDomain, 'persoenlich'),
    title: readText(record, 'title'),
    description: readText(record, 'description'),
    owner: readString(record, 'owner'),
    state: readCode(record, 'state', resourceState, 'erkannt'),
    pos: readPosition(record),
    source: readString(record, 'source'),
    supports: readLinks(record),
  };
}

function readPosition(record: PlanRecord): MapPosition | null {
  const value = record.get('pos');
  if (!Array.isArray(value)) {
    return null;
  }
  const [x, y] = value as unknown[];
  return typeof x === 'number' && typeof y === 'number' ? clamped([x, y]) : null;
}

function readLinks(record: PlanRecord): string[] {
  const links: string[] = [];
  for (const [key, value] of record) {
    if (key.startsWith(GOAL_KEY) && value === true) {
      links.push(key.slice(GOAL_KEY.length));
    }
  }
  return links.sort();
}
