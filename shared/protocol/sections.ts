import { HILFEPLAN } from './templates/hilfeplan.ts';

/** Codes of the sections of a Hilfeplan, in their order. */
export const PROTOCOL_SECTIONS = HILFEPLAN.sections.map(({ code }) => code);
export type ProtocolSection = (typeof PROTOCOL_SECTIONS)[number];
