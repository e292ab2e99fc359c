import type { ParticipantRole } from '../access/parts.ts';
import { TEXT_SECTIONS, type TextSection } from '../documents/plan/roots.ts';

/** Who speaks: the young person, those who bring them up, everybody else at the table. */
export type Voice = 'child' | 'parents' | 'others';

/** Whose words a running text holds; one without a voice is written by all together. */
const VOICE_OF_SECTION: Partial<Record<TextSection, Voice>> = {
  sicht_kind: 'child',
  sicht_eltern: 'parents',
  sicht_weitere: 'others',
};

const VOICE_OF_ROLE: Partial<Record<ParticipantRole, Voice | null>> = {
  junger_mensch: 'child',
  junger_volljaehriger: 'child',
  personensorgeberechtigt: 'parents',
  elternteil_ohne_sorge: 'parents',
  pflegeperson: 'parents',
  vormund_pfleger: 'parents',
  // Both lend their voice to somebody else, or have none.
  dolmetscher: null,
  bildschirm: null,
};

/** The voice of a role; null for who says nothing of their own. */
function voiceOf(role: ParticipantRole): Voice | null {
  const voice = VOICE_OF_ROLE[role];
  return voice === undefined ? 'others' : voice;
}

/** Whose words a section holds; null where all write it together. */
export function voiceIn(section: TextSection): Voice | null {
  return VOICE_OF_SECTION[section] ?? null;
}

/**
 * Whether names stand above the texts of a section: where several voices are in it, or one whose own
 * section it is not. The young person's alone, in their section, needs none: its title says whose it is.
 */
export function areVoicesNamed(
  section: string,
  voices: readonly (string | null | undefined)[],
  childId: string | null,
): boolean {
  const [voice, ...others] = new Set(voices.map((one) => one ?? null));
  const isChilds = voice === childId && section === sectionOfVoice('child');
  return others.length > 0 || (typeof voice === 'string' && !isChilds);
}

/** The section that holds somebody's own words. */
export function sectionOfVoice(voice: Voice): TextSection | null {
  return TEXT_SECTIONS.find((section) => voiceIn(section) === voice) ?? null;
}

/** The section for a sentence of somebody in this role; who lends their voice to others speaks among the others. */
export function sectionOfRole(role: ParticipantRole): TextSection {
  return sectionOfVoice(voiceOf(role) ?? 'others') ?? 'sicht_weitere';
}

/** What somebody does while texts are written: one's own words, another's to listen to, or neither. */
export type Part = { writes: TextSection } | { listensTo: TextSection } | { rests: true };

/**
 * Who writes a text of the step on their phone. The young person is listened to while they speak; the
 * others write beside each other, and who has no text here has nothing to do.
 */
export function partIn(texts: readonly TextSection[], role: ParticipantRole): Part {
  const voice = voiceOf(role);
  const own = texts.find((section) => voiceIn(section) === null || voiceIn(section) === voice);
  if (own) {
    return { writes: own };
  }
  const child = texts.find((section) => voiceIn(section) === 'child');
  return child ? { listensTo: child } : { rests: true };
}
