import type { DocumentKind } from './kind.ts';
import { ownKind } from './own/kind.ts';
import { planKind } from './plan/kind.ts';

/** Every kind of document there is. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [planKind, ownKind];
