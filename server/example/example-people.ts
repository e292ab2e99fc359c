import type { ParticipantRole } from '#shared/access/parts.ts';
import type { Attendance, PersonRole } from '#shared/domain/codes.ts';
import type { Address } from '#shared/i18n/language.ts';
import type { Decision } from '#shared/protocol/decisions.ts';

/** Keys by which the example names its people; each loading gives them fresh ids. */
export type PersonKey =
  | 'leon'
  | 'sandra'
  | 'thomas'
  | 'renate'
  | 'seidel'
  | 'aydin'
  | 'berg'
  | 'lorenz'
  | 'jens'
  | 'mia';

export type OrganisationKey = 'amt' | 'traeger' | 'schule';

export interface ExamplePerson {
  key: PersonKey;
  firstName: string;
  lastName: string;
  displayName: string;
  initials: string;
  hue: number;
  subtitle: string;
  roles: PersonRole[];
  organisation: OrganisationKey | null;
  function: string;
  relation: string;
  phone: string | null;
  address: Address;
}

export const ORGANISATIONS: Record<OrganisationKey, { name: string; kind: string }> = {
  amt: {
    name: 'Jugendamt Landkreis Sonnenfelde (fiktiv), ASD Regionalteam Mitte',
    kind: 'oeffentlicher_traeger',
  },
  traeger: { name: 'Brückenbogen Jugendhilfe gGmbH (fiktiv)', kind: 'freier_traeger' },
  schule: { name: 'Gesamtschule am Mühlenpark (fiktiv)', kind: 'schule' },
};

const FAMILY = { organisation: null, function: '', phone: null, address: 'sie' } as const;
const STAFF = { relation: '', phone: null, address: 'sie' } as const;

/** Everybody who can be named in the plan, in the order in which people are listed. */
export const PERSONS: readonly ExamplePerson[] = [
  {
    ...FAMILY,
    key: 'leon',
    firstName: 'Leon',
    lastName: 'Wegner',
    displayName: 'Leon',
    initials: 'Le',
    hue: 0,
    subtitle: '',
    roles: ['junger_mensch'],
    relation: '',
    address: 'du',
  },
  {
    ...FAMILY,
    key: 'sandra',
    firstName: 'Sandra',
    lastName: 'Wegner',
    displayName: 'Frau Wegner',
    initials: 'We',
    hue: 1,
    subtitle: 'Mama',
    roles: ['personensorgeberechtigt'],
    relation: 'Mutter',
  },
  {
    ...FAMILY,
    key: 'thomas',
    firstName: 'Thomas',
    lastName: 'Krüger',
    displayName: 'Herr Krüger',
    initials: 'Kr',
    hue: 2,
    subtitle: 'Papa',
    roles: ['personensorgeberechtigt'],
    relation: 'Vater',
  },
  {
    ...FAMILY,
    key: 'renate',
    firstName: 'Renate',
    lastName: 'Wegner',
    displayName: 'Oma Renate',
    initials: 'Re',
    hue: 5,
    subtitle: '',
    roles: ['familienmitglied', 'vertrauensperson'],
    relation: 'Großmutter mütterlicherseits',
  },
  {
    ...STAFF,
    key: 'aydin',
    firstName: 'Murat',
    lastName: 'Aydın',
    displayName: 'Herr Aydın',
    initials: 'Ay',
    hue: 3,
    subtitle: 'Brückenbogen',
    roles: ['fachkraft_traeger'],
    organisation: 'traeger',
    function: 'Sozialpädagoge B. A., Familienhelfer',
  },
  {
    ...STAFF,
    key: 'lorenz',
    firstName: 'Petra',
    lastName: 'Lorenz',
    displayName: 'Frau Lorenz',
    initials: 'Lo',
    hue: 7,
    subtitle: 'Schule',
    roles: ['weitere_fachkraft'],
    organisation: 'schule',
    function: 'Schulsozialarbeiterin',
  },
  {
    ...STAFF,
    key: 'berg',
    firstName: 'Nina',
    lastName: 'Berg',
    displayName: 'Frau Berg',
    initials: 'Be',
    hue: 6,
    subtitle: 'schreibt mit',
    roles: ['protokoll'],
    organisation: 'amt',
    function: 'Fachkraft in Einarbeitung, Protokollführung',
  },
  {
    ...STAFF,
    key: 'seidel',
    firstName: 'Katrin',
    lastName: 'Seidel',
    displayName: 'Frau Seidel',
    initials: 'Se',
    hue: 4,
    subtitle: 'Jugendamt',
    roles: ['fachkraft_jugendamt', 'moderation'],
    organisation: 'amt',
    function: 'Fallführende Fachkraft, Allgemeiner Sozialer Dienst (ASD)',
    // A number that is set aside for films and examples: nobody is called.
    phone: '040 66969 142',
  },
  {
    ...FAMILY,
    key: 'jens',
    firstName: 'Jens',
    lastName: 'Wegner',
    displayName: 'Onkel Jens',
    initials: 'Je',
    hue: 6,
    subtitle: '',
    roles: ['familienmitglied'],
    relation: 'Onkel, Bruder der Mutter',
  },
  {
    ...FAMILY,
    key: 'mia',
    firstName: 'Mia',
    lastName: 'Wegner',
    displayName: 'Mia',
    initials: 'Mi',
    hue: 7,
    subtitle: '',
    roles: ['geschwister'],
    relation: 'Schwester',
    address: 'du',
  },
];

export interface ExampleParticipation {
  person: PersonKey | null;
  role: ParticipantRole;
  attendance: Attendance;
  /** Expected to say something to the plan. */
  signs: boolean;
}

/** Who sits at the second meeting. */
export const PARTICIPATIONS: readonly ExampleParticipation[] = [
  { person: 'leon', role: 'junger_mensch', attendance: 'vor_ort', signs: true },
  { person: 'sandra', role: 'personensorgeberechtigt', attendance: 'vor_ort', signs: true },
  { person: 'thomas', role: 'personensorgeberechtigt', attendance: 'per_link', signs: true },
  { person: 'renate', role: 'vertrauensperson', attendance: 'vor_ort', signs: false },
  { person: 'aydin', role: 'fachkraft_traeger', attendance: 'vor_ort', signs: true },
  { person: 'lorenz', role: 'weitere_fachkraft', attendance: 'schriftlich', signs: false },
  { person: 'berg', role: 'protokoll', attendance: 'vor_ort', signs: false },
  { person: 'seidel', role: 'moderation', attendance: 'vor_ort', signs: true },
  { person: null, role: 'bildschirm', attendance: 'vor_ort', signs: false },
];

/** How the first meeting was attended, where that differs; Mia was not invited, for a reason. */
export const FIRST_ATTENDANCE: Partial<Record<PersonKey, Attendance>> = {
  thomas: 'entschuldigt',
  lorenz: 'zeitweise',
};

export interface ExampleSignature {
  person: PersonKey;
  decision: Decision;
  /** Original day. */
  day: string;
  time: string;
}

/** What was said to version 1.0. The father decided six days later, by his link. */
export const FIRST_SIGNATURES: readonly ExampleSignature[] = [
  { person: 'leon', decision: 'einverstanden', day: '2025-09-16', time: '16:54' },
  { person: 'sandra', decision: 'einverstanden', day: '2025-09-16', time: '16:55' },
  { person: 'aydin', decision: 'einverstanden', day: '2025-09-16', time: '16:56' },
  { person: 'seidel', decision: 'einverstanden', day: '2025-09-16', time: '16:57' },
  { person: 'thomas', decision: 'einverstanden', day: '2025-09-22', time: '19:40' },
];
