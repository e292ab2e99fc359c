import type { DocumentKind, FieldShape, RootShape } from '#shared/documents/kind.ts';
import type { QuotaKind } from '#shared/wire/messages.ts';
import { SYNC_LIMITS, type SyncLimits } from './limits.ts';

/** A root as the guard looks it up. */
export interface RootRules {
  name: string;
  holds: RootShape['holds'];
  /** Fields of its records that only the server writes. */
  fixed: ReadonlySet<string>;
  /** All other fields. */
  fields: ReadonlyMap<string, FieldShape>;
  /** Those of them that only who leads writes. */
  office: ReadonlySet<string>;
  /** Prefixes of values whose name ends in an id. */
  keyed: readonly string[];
  /** Those of them whose values belong to the person whose id follows. */
  personal: readonly string[];
  /** The only ids; null: any. */
  ids: ReadonlySet<string> | null;
  /** Records at most, beside what holds for every root of the document. */
  most: number;
  countedOnTable: boolean;
}

/** A kind of document, compiled: lookup tables in the place of lists. */
export interface KindRules {
  kind: DocumentKind;
  roots: ReadonlyMap<string, RootRules>;
  /** Roots whose number of records people are told about. */
  counted: readonly { root: RootRules; quota: QuotaKind }[];
  /** The limits of the core and those of the kind, in one. */
  limits: SyncLimits;
}

/** Compiles a kind. `limits` stand in the place of the usual ones, for tests and benchmarks. */
export function compileKind(kind: DocumentKind, limits: Partial<SyncLimits> = {}): KindRules {
  const roots = new Map<string, RootRules>();
  const counted: { root: RootRules; quota: QuotaKind }[] = [];
  for (const [name, shape] of Object.entries(kind.roots)) {
    const root = rulesOf(name, shape);
    roots.set(name, root);
    if (shape.holds === 'records' && shape.quota) {
      counted.push({ root, quota: shape.quota });
    }
  }
  return { kind, roots, counted, limits: { ...SYNC_LIMITS, ...kind.limits, ...limits } };
}

function rulesOf(name: string, shape: RootShape): RootRules {
  const records = shape.holds === 'records' ? shape : null;
  return {
    name,
    holds: shape.holds,
    fixed: new Set(records?.fixed),
    fields: new Map(Object.entries(records?.fields ?? {})),
    office: new Set(records?.office),
    keyed: records?.keyed ?? [],
    personal: records?.personal ?? [],
    ids: records?.ids ? new Set(records.ids) : null,
    most: records?.most ?? Number.POSITIVE_INFINITY,
    countedOnTable: records?.countedOnTable === true,
  };
}
