import * as Y from 'yjs';
import { addAgreement, addService, setAdvice, setNextReview } from '#shared/documents/plan/arrangements.ts';
import { addGoal, removeGoal, setGoalField, setGoalText, setScale } from '#shared/documents/plan/goals.ts';
import {
  EMPTY_SEED,
  type GoalSeed,
  type Plan,
  type PlanSeed,
  readPlan,
  seedPlan,
} from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { NewResource } from '#shared/documents/plan/resources.ts';
import type { Attendance } from '#shared/domain/codes.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import type { ProtocolRecord, RecordParticipant, RecordPerson } from '#shared/protocol/record.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { appendParagraphs } from '../../helpers/plan-texts.ts';

/** Somebody whose attendance was noted at the meeting. */
const came = (personId: string, noted: Attendance, note: string): RecordParticipant => ({
  personId,
  attendance: 'vor_ort',
  reason: '',
  noted,
  note,
});

/** A fictional family: two meetings of the help for Leon, as the tests of this folder need them. */

const person = (id: string, name: string, first: string, last: string, more: Partial<RecordPerson> = {}) => ({
  id,
  displayName: name,
  initials: name.replace(/^(Frau|Herr|Oma) /, '').slice(0, 2),
  firstName: first,
  lastName: last,
  roles: [],
  function: '',
  organisation: '',
  relation: '',
  ...more,
});

const PERSONS: RecordPerson[] = [
  person('p-leon', 'Leon', 'Leon', 'Wegner', { roles: ['junger_mensch'] }),
  person('p-sandra', 'Frau Wegner', 'Sandra', 'Wegner', {
    roles: ['personensorgeberechtigt'],
    relation: 'Mutter',
  }),
  person('p-thomas', 'Herr Krüger', 'Thomas', 'Krüger', {
    roles: ['personensorgeberechtigt'],
    relation: 'Vater',
  }),
  person('p-renate', 'Oma Renate', 'Renate', 'Wegner', {
    roles: ['familienmitglied', 'vertrauensperson'],
    relation: 'Großmutter',
  }),
  person('p-seidel', 'Frau Seidel', 'Katrin', 'Seidel', {
    roles: ['fachkraft_jugendamt', 'moderation'],
    function: 'Fallführende Fachkraft (ASD)',
    organisation: 'Jugendamt Landkreis Sonnenfelde',
  }),
  person('p-aydin', 'Herr Aydın', 'Murat', 'Aydın', {
    roles: ['fachkraft_traeger'],
    function: 'Familienhelfer',
    organisation: 'Brückenbogen e. V.',
  }),
  person('p-lorenz', 'Frau Lorenz', 'Petra', 'Lorenz', {
    roles: ['weitere_fachkraft'],
    function: 'Schulsozialarbeiterin',
  }),
  person('p-nobody', 'Herr Niemand', 'Nie', 'Mand'),
];

export function recordOf(number: number, date: string, previousSha256: string | null): ProtocolRecord {
  return {
    meeting: {
      id: `m${number}`,
      number,
      type: number === 1 ? 'aufstellung' : 'fortschreibung',
      mode: number === 1 ? 'praesenz' : 'hybrid',
      date,
      start: '16:00',
      end: '17:20',
      place: 'Jugendtreff „Anker“, Gruppenraum',
      facilitatorId: 'p-seidel',
    },
    case: {
      label: 'Hilfe für Leon W.',
      reference: 'JA-51-2025-0417',
      custody: 'gemeinsame elterliche Sorge (Sandra Wegner, Thomas Krüger)',
      childId: 'p-leon',
    },
    office: 'Jugendamt Landkreis Sonnenfelde, ASD Regionalteam Mitte',
    persons: PERSONS,
    participants: [
      came('p-leon', 'vor_ort', ''),
      came('p-sandra', 'vor_ort', ''),
      came('p-thomas', 'per_link', 'vom Rastplatz über das Handy zugeschaltet'),
      came('p-renate', 'vor_ort', ''),
      came('p-seidel', 'vor_ort', ''),
      came('p-aydin', 'vor_ort', ''),
      came('p-lorenz', 'entschuldigt', 'Kurzbericht vom 03.03.2026 liegt vor'),
    ],
    version: `${number}.0`,
    previousSha256,
    frozenAt: new Date(`${date}T16:14:00Z`),
  };
}

const step = (id: string, text: string, responsible: string, more: Partial<GoalSeed> = {}): GoalSeed => ({
  id,
  textAgreed: text,
  responsible,
  ...more,
  children: [],
});

const FIRST_GOALS: GoalSeed[] = [
  {
    id: 'rz-1',
    textAgreed: 'Bei uns geht es abends ruhig zu, und wir reden miteinander statt übereinander.',
    lifeArea: 'familie_erziehung',
    voice: 'p-sandra',
    children: [
      {
        id: 'hz-1',
        textAgreed: 'Wir essen bis Ende Februar 2026 an vier Abenden in der Woche zusammen zu Abend.',
        textOwn: 'Ich will, dass es zu Hause nicht immer knallt.',
        voice: 'p-leon',
        responsible: 'p-sandra',
        supporters: ['p-leon'],
        dueDate: '2026-02-28',
        indicator: 'Strichliste am Kühlschrank: vier Abende pro Woche in mindestens sechs von acht Wochen.',
        target: 7,
        children: [
          step('hs-1', 'Ich hänge den Dienstplan an den Kühlschrank.', 'p-sandra', {
            recurrence: 'wöchentlich, sonntags',
          }),
          step('hs-2', 'Ich lege mein Handy beim Essen in die Handybox, Mama auch.', 'p-leon'),
        ],
      },
      {
        id: 'hz-2',
        textAgreed: 'Ich sehe Papa ab November 2025 jedes zweite Wochenende.',
        voice: 'p-leon',
        responsible: 'p-thomas',
        dueDate: '2026-02-28',
        target: 8,
        children: [],
      },
    ],
  },
  {
    id: 'rz-2',
    textAgreed: 'Ich gehe wieder ohne Bauchschmerzen zur Schule und schaffe die siebte Klasse.',
    lifeArea: 'schule_ausbildung_arbeit',
    voice: 'p-leon',
    children: [
      {
        id: 'hz-3',
        textAgreed: 'Ich bin bis zum 30. Januar 2026 an vier von fünf Tagen um 7:45 Uhr in der Schule.',
        responsible: 'p-leon',
        dueDate: '2026-01-30',
        indicator: 'Anwesenheit laut Klassenbuch; höchstens vier unentschuldigte Fehltage im Halbjahr.',
        target: 7,
        children: [
          step('hs-6', 'Ich treffe Emre jeden Morgen um 7:20 Uhr an der Bushaltestelle.', 'p-leon', {
            recurrence: 'schultäglich',
          }),
        ],
      },
    ],
  },
];

const FIRST_RESOURCES: NewResource[] = [
  {
    id: 'r-1',
    domain: 'persoenlich',
    title: 'Leon ist ausdauernd und spielt gut Fußball',
    description: 'Bleibt dran, wenn ihm etwas Spaß macht.',
    owner: 'p-leon',
    state: 'aktiviert',
    pos: [-320, -210],
    supports: ['hz-3'],
  },
  {
    id: 'r-5',
    domain: 'sozial',
    title: 'Oma Renate ist mittwochs da',
    description: 'Kocht und bleibt, bis Frau Wegner vom Spätdienst kommt.',
    state: 'aktiviert',
    supports: ['hz-1'],
  },
  { id: 'r-7', domain: 'materiell', title: 'Wohnung mit eigenem Zimmer für jedes Kind', state: 'erkannt' },
  {
    id: 'r-9',
    domain: 'infrastrukturell',
    title: 'SV Grün-Weiß, Platz am Mühlenpark',
    description: 'Training dienstags um 17 Uhr.',
    state: 'verbunden',
    supports: ['hz-3'],
  },
];

export const FIRST_SEED: PlanSeed = {
  ...EMPTY_SEED,
  leitziel: 'Wir sind gern zusammen zu Hause, und jeder von uns hat auch sein eigenes Leben.',
  goals: FIRST_GOALS,
  resources: FIRST_RESOURCES,
  services: [
    { id: 's-1', helpForm: 's31', provider: 'Brückenbogen e. V.', hoursPerWeek: 6, hoursTotal: 156 },
  ],
};

export function docFrom(seed: PlanSeed): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedPlan(seed));
  return doc;
}

/** The plan of the first meeting with the scale values of that day. */
export function firstContent(): ProtocolContent {
  const doc = docFrom(FIRST_SEED);
  setScale(doc, 'hz-1', 'p-sandra', 3, ORIGIN.list);
  setScale(doc, 'hz-1', 'p-leon', 4, ORIGIN.list);
  setScale(doc, 'hz-3', 'p-leon', 3, ORIGIN.list);
  return buildProtocol({ plan: readPlan(doc), record: recordOf(1, '2025-09-16', null) });
}

/** The table of the second meeting, carried over from the first and reviewed. */
export function secondDoc(): Y.Doc {
  const doc = docFrom(planSeedFrom(firstContent()));
  const o = ORIGIN.list;
  setScale(doc, 'hz-1', 'p-sandra', 5, o);
  setScale(doc, 'hz-1', 'p-leon', 6, o);
  setScale(doc, 'hz-3', 'p-leon', 7, o);
  setGoalField(doc, 'hz-1', 'result', 'teilweise_erreicht', o);
  setGoalField(doc, 'hz-1', 'consequence', 'anpassen', o);
  setGoalText(
    doc,
    'hz-1',
    'reviewText',
    'Im Durchschnitt drei Abende pro Woche. Die Stimmung ist besser.',
    o,
  );
  setGoalText(doc, 'hz-1', 'obstacle', 'Dienstplan kommt oft kurzfristig.', o);
  setGoalText(
    doc,
    'hz-1',
    'textAgreed',
    'Wir essen bis Ende August 2026 an vier Abenden in der Woche zusammen; in Spätdienstwochen reichen drei.',
    o,
  );
  setGoalField(doc, 'hz-1', 'dueDate', '2026-08-31', o);
  setGoalText(doc, 'hz-1', 'reason', 'In Spätdienstwochen waren vier Abende nicht zu schaffen.', o);
  setGoalField(doc, 'hz-3', 'result', 'erreicht', o);
  setGoalField(doc, 'hz-3', 'consequence', 'als_erhaltungsziel_fortfuehren', o);
  setGoalField(doc, 'hs-2', 'status', 'erledigt', o);
  removeGoal(doc, 'hz-2', 'p-seidel', o, new Date('2026-03-10T15:40:00Z'));
  addGoal(
    doc,
    'rz-1',
    {
      id: 'hz-5',
      textAgreed: 'Ich telefoniere mittwochs mit Papa.',
      responsible: 'p-thomas',
      voice: 'p-leon',
    },
    o,
  );
  appendParagraphs(doc, 'sicht_kind', ['„Schule ist okay. Mit Papa ist es besser, aber zu selten.“'], o);
  appendParagraphs(doc, 'bedarf', ['Der Unterstützungsbedarf besteht in geringerem Umfang fort.'], o);
  addAgreement(doc, 'Zwischengespräch am 09.06.2026: Reichen vier Stunden aus?', o, 'a-1');
  addService(
    doc,
    { id: 's-2', helpForm: 's31', worker: 'p-aydin', hoursPerWeek: 2.5, start: '2026-04-01' },
    o,
  );
  setAdvice(doc, 'ombudsOfficeNamed', true, o);
  setNextReview(doc, '2026-09-15', o);
  return doc;
}

export function secondContent(): ProtocolContent {
  const previous = contentHash(canonicalBytes(firstContent()));
  return buildProtocol({ plan: readPlan(secondDoc()), record: recordOf(2, '2026-03-10', previous) });
}

export function planOf(seed: PlanSeed): Plan {
  return readPlan(docFrom(seed));
}
