import type { TextSection } from '#shared/documents/plan/roots.ts';
import type { ResourceDomain, ResourceState } from '#shared/domain/codes.ts';
import type { Calendar } from './calendar.ts';
import type { PersonKey } from './example-people.ts';

/**
 * A made-up family and their help over half a year: the example that a newcomer finds on the table.
 * Any likeness to living people is chance. Dates are written as they were and moved by a calendar.
 * What is not for all at the table (a doctor's appointment, the risk assessment) is left out.
 */

/** Day of the second meeting in the original dates: it becomes today. */
export const ANCHOR_DAY = '2026-03-10';

export const CASE = {
  label: 'Leon W.',
  reference: 'JA-51-2025-0417 (fiktiv)',
  custody: 'gemeinsame elterliche Sorge (Sandra Wegner, Thomas Krüger)',
  openedOn: '2025-04-22',
} as const;

export const FIRST_MEETING = {
  type: 'aufstellung',
  day: '2025-09-16',
  start: '15:30',
  end: '17:00',
  frozenAt: '16:52',
  mode: 'praesenz',
  place: 'Beratungsraum im Nachbarschaftshaus, Wunsch von Leon',
} as const;

export const SECOND_MEETING = {
  type: 'fortschreibung',
  day: ANCHOR_DAY,
  start: '16:00',
  end: '17:20',
  mode: 'hybrid',
  place: 'Jugendtreff „Anker“, Gruppenraum',
} as const;

/** Why somebody was not, or not always, at the first meeting. */
export function firstReasons(c: Calendar): Partial<Record<PersonKey, string>> {
  return {
    thomas: `Tour ins Ausland; telefonisches Vorgespräch am ${c.inDigits('2025-09-12')}`,
    lorenz: 'anwesend zum Thema Schule',
    mia: `Leon und Mutter wünschen das; Mias Sicht wurde am ${c.inDigits('2025-09-10')} beim Hausbesuch erfragt`,
  };
}

export function firstTexts(c: Calendar): Partial<Record<TextSection, string[]>> {
  return {
    anlass: [
      'Nach dem Clearing möchte die Familie eine Hilfe, die abends und am Morgen mit anpackt und den Eltern bei Absprachen hilft.',
      'Leon eröffnet: Er möchte, dass zuerst über zu Hause und erst danach über Schule gesprochen wird.',
    ],
    sicht_kind: [
      '„Ich will, dass es nicht immer knallt.“',
      '„Gut fand ich, dass Oma dabei war. Ich will nicht, dass meine Noten vor allen besprochen werden.“',
    ],
    sicht_eltern: [
      'Frau Wegner: „Ich brauche jemanden, der abends ab und zu dabei ist und mit draufschaut.“',
      'Herr Krüger, telefonisch: „Ich unterstütze die Hilfe. Die Wochenenden brauche ich schriftlich.“',
    ],
    geschwister: [
      'Leon und Mia sind eng verbunden. Die Hilfe bezieht Mia ein; gemeinsame Wochenenden beim Vater werden für beide Kinder geplant.',
      `Mia am ${c.inDigits('2025-09-10')} gegenüber Herrn Aydın: „Ich will, dass Leon nicht mehr weint, wenn Mama schimpft.“`,
    ],
    bedarf: [
      'Leon und seine Mutter brauchen Unterstützung, um den Alltag am Abend und am Morgen verlässlich zu gestalten. Die Eltern brauchen Hilfe, um Absprachen ohne die Kinder zu treffen. Eine dem Wohl von Leon entsprechende Erziehung ist ohne diese Unterstützung derzeit nicht gewährleistet.',
    ],
  };
}

export const FIRST_AGREEMENTS: readonly string[] = [
  'Herr Aydın informiert Frau Seidel, wenn Leon mehr als drei Tage in einem Monat unentschuldigt fehlt; die Familie erfährt das vorher.',
  'Trägerbericht zwei Wochen vor dem nächsten Hilfeplangespräch, vorher mit der Familie besprochen.',
  'Noten werden nur zwischen Leon, Mutter und Frau Lorenz besprochen.',
];

export function firstService(c: Calendar) {
  return {
    helpForm: 's31',
    legalBasis: '§§ 27, 31 SGB VIII',
    provider: 'Brückenbogen Jugendhilfe gGmbH (fiktiv)',
    worker: 'aydin',
    start: c.day('2025-10-01'),
    end: c.monthEnd('2026-03'),
    hoursPerWeek: 6,
    hoursTotal: 156,
    setting: 'zwei Termine pro Woche, davon einer am Abend in der Wohnung der Familie',
    wishAndChoice:
      'Die Familie wünscht, dass Herr Aydın aus dem Clearing die Hilfe übernimmt. Dem Wunsch wird entsprochen.',
    reasonSuitable: 'Aufsuchende Hilfe im Familienalltag ist nach dem Clearing geeignet und notwendig.',
  } as const;
}

export interface ExampleResource {
  key: string;
  domain: ResourceDomain;
  title: string;
  description: string;
  owner: PersonKey;
  state: ResourceState;
  supports: string[];
}

/** Resources as they stood after the first meeting. */
export function exampleResources(c: Calendar): ExampleResource[] {
  return [...personal(), ...social(), ...material(c), ...nearby()];
}

function personal(): ExampleResource[] {
  return [
    {
      key: 'r-1',
      domain: 'persoenlich',
      owner: 'leon',
      state: 'aktiviert',
      supports: ['hz-4'],
      title: 'Leon ist ausdauernd und spielt gut Fußball',
      description: 'Bleibt dran, wenn ihm etwas Spaß macht.',
    },
    {
      key: 'r-2',
      domain: 'persoenlich',
      owner: 'leon',
      state: 'erkannt',
      supports: ['hz-1'],
      title: 'Leon übernimmt Verantwortung für Mia',
      description: 'Liest ihr vor und bringt sie ins Bett.',
    },
    {
      key: 'r-3',
      domain: 'persoenlich',
      owner: 'sandra',
      state: 'aktiviert',
      supports: ['hz-1', 'hz-3'],
      title: 'Frau Wegner plant zuverlässig',
      description: 'Hält auch in stressigen Wochen Absprachen ein.',
    },
  ];
}

function social(): ExampleResource[] {
  return [
    {
      key: 'r-4',
      domain: 'sozial',
      owner: 'jens',
      state: 'aktiviert',
      supports: ['hz-4'],
      title: 'Onkel Jens hat Zeit und ein Auto',
      description: 'Fährt Leon dienstags zum Training.',
    },
    {
      key: 'r-5',
      domain: 'sozial',
      owner: 'renate',
      state: 'aktiviert',
      supports: ['hz-1'],
      title: 'Oma Renate ist mittwochs da',
      description: 'Kocht und bleibt, bis Frau Wegner vom Spätdienst kommt.',
    },
    {
      key: 'r-6',
      domain: 'sozial',
      owner: 'leon',
      state: 'aktiviert',
      supports: ['hz-3'],
      title: 'Leons Freund Emre',
      description: 'Geht in dieselbe Klasse, wohnt zwei Straßen weiter.',
    },
  ];
}

function material(c: Calendar): ExampleResource[] {
  return [
    {
      key: 'r-7',
      domain: 'materiell',
      owner: 'sandra',
      state: 'aktiviert',
      supports: ['hz-1'],
      title: 'Sichere Wohnung mit eigenem Zimmer für jedes Kind',
      description: 'Drei Zimmer plus Wohnküche, unbefristeter Mietvertrag.',
    },
    {
      key: 'r-8',
      domain: 'materiell',
      owner: 'sandra',
      state: 'aktiviert',
      supports: ['hz-1'],
      title: 'Unbefristete Stelle mit planbareren Diensten',
      description: `Seit ${c.month('2025-06')} höchstens ein Spätdienst pro Woche.`,
    },
    {
      key: 'r-9',
      domain: 'materiell',
      owner: 'sandra',
      state: 'aktiviert',
      supports: ['hz-4'],
      title: 'Kinderzuschlag, dadurch Leistungen für Bildung und Teilhabe',
      description: '15 Euro im Monat für den Vereinsbeitrag.',
    },
  ];
}

function nearby(): ExampleResource[] {
  return [
    {
      key: 'r-10',
      domain: 'infrastrukturell',
      owner: 'leon',
      state: 'erkannt',
      supports: ['hz-4'],
      title: 'SV Grün-Weiß, Platz am Mühlenpark',
      description: 'D-/C-Jugend, Training dienstags um 17 Uhr, 12 Minuten mit dem Rad.',
    },
    {
      key: 'r-11',
      domain: 'infrastrukturell',
      owner: 'leon',
      state: 'verbunden',
      supports: ['hz-4'],
      title: 'Jugendtreff „Anker“',
      description: 'Offene Tür montags bis freitags 15 bis 20 Uhr, kostenlos.',
    },
    {
      key: 'r-12',
      domain: 'infrastrukturell',
      owner: 'sandra',
      state: 'erkannt',
      supports: ['hz-2'],
      title: 'Erziehungs- und Familienberatungsstelle',
      description: 'Zehn Minuten zu Fuß, Termine auch am Abend.',
    },
  ];
}
