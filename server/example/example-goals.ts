import type { LifeArea, StepStatus } from '#shared/domain/codes.ts';
import type { Calendar } from './calendar.ts';
import type { PersonKey } from './example-people.ts';

export interface ExampleStep {
  key: string;
  text: string;
  responsible: PersonKey;
  supporters?: PersonKey[];
  dueDate: string;
  recurrence?: string;
  /** Known before the second meeting begins; the first one left every step open. */
  laterStatus?: StepStatus;
}

export interface ExampleActionGoal {
  key: string;
  text: string;
  voice: PersonKey;
  responsible: PersonKey;
  dueDate: string;
  indicator: string;
  target: number;
  /** Scale values of the first meeting. */
  scales: Partial<Record<PersonKey, number>>;
  steps: ExampleStep[];
}

export interface ExampleDirectionGoal {
  key: string;
  text: string;
  voice: PersonKey;
  lifeArea: LifeArea;
  goals: ExampleActionGoal[];
}

export const LEITZIEL = 'Wir sind gern zusammen zu Hause, und jeder von uns hat auch sein eigenes Leben.';

/** Goals as the first meeting agreed on them. Only what is for all at the table is here. */
export function exampleGoals(c: Calendar): ExampleDirectionGoal[] {
  return [
    {
      key: 'rz-1',
      text: 'Bei uns geht es abends ruhig zu, und wir reden miteinander statt übereinander.',
      voice: 'sandra',
      lifeArea: 'familie_erziehung',
      goals: [eveningMeals(c), weekendsWithPapa(c)],
    },
    {
      key: 'rz-2',
      text: 'Ich gehe wieder ohne Bauchschmerzen zur Schule und schaffe die siebte Klasse.',
      voice: 'leon',
      lifeArea: 'schule_ausbildung_arbeit',
      goals: [schoolOnTime(c)],
    },
    {
      key: 'rz-3',
      text: 'Ich mache wieder Sachen mit anderen und zocke nicht nur.',
      voice: 'leon',
      lifeArea: 'soziale_kontakte_freizeit',
      goals: [outWithOthers(c)],
    },
  ];
}

function eveningMeals(c: Calendar): ExampleActionGoal {
  return {
    key: 'hz-1',
    text: `Wir essen bis Ende ${c.month('2026-02')} an vier Abenden in der Woche zusammen zu Abend, ohne Handy am Tisch.`,
    voice: 'sandra',
    responsible: 'sandra',
    dueDate: c.monthEnd('2026-02'),
    indicator: 'Strichliste am Kühlschrank: vier Abende pro Woche in mindestens sechs von acht Wochen.',
    target: 7,
    scales: { sandra: 3, leon: 4 },
    steps: [
      {
        key: 'hs-1',
        text: 'Ich hänge den Dienstplan an den Kühlschrank, und wir tragen sonntags die gemeinsamen Abende ein.',
        responsible: 'sandra',
        supporters: ['leon'],
        dueDate: c.day('2025-10-05'),
        recurrence: 'wöchentlich, sonntags',
      },
      {
        key: 'hs-2',
        text: 'Ich lege mein Handy beim Essen in die Handybox, Mama auch.',
        responsible: 'leon',
        supporters: ['sandra'],
        dueDate: c.day('2025-10-06'),
        recurrence: 'an gemeinsamen Abenden',
      },
      {
        key: 'hs-3',
        text: 'Ich komme dreimal zum Sonntagsgespräch dazu und zeige, wie alle zu Wort kommen.',
        responsible: 'aydin',
        dueDate: c.day('2025-12-14'),
        laterStatus: 'erledigt',
      },
    ],
  };
}

function weekendsWithPapa(c: Calendar): ExampleActionGoal {
  return {
    key: 'hz-2',
    text: `Ich sehe Papa ab ${c.month('2025-11')} jedes zweite Wochenende, und Mama und Papa sprechen die Termine selbst ab.`,
    voice: 'leon',
    responsible: 'thomas',
    dueDate: c.monthEnd('2026-02'),
    indicator:
      'Termine stehen im gemeinsamen Familienkalender; mindestens sechs von acht Wochenenden haben stattgefunden; Leon hat keine Nachricht überbracht.',
    target: 8,
    scales: { leon: 2, thomas: 3, sandra: 2 },
    steps: [
      {
        key: 'hs-4',
        text: 'Ich vereinbare zwei gemeinsame Elterngespräche in der Beratungsstelle; Herr Krüger kommt dazu.',
        responsible: 'sandra',
        supporters: ['thomas'],
        dueDate: c.day('2025-11-28'),
        laterStatus: 'erledigt',
      },
      {
        key: 'hs-5',
        text: 'Ich trage bis zum 25. jedes Monats meine freien Wochenenden in den Familienkalender ein.',
        responsible: 'thomas',
        dueDate: c.day('2025-10-25'),
        recurrence: 'monatlich, bis zum 25.',
      },
    ],
  };
}

function schoolOnTime(c: Calendar): ExampleActionGoal {
  return {
    key: 'hz-3',
    text: `Ich bin bis zum ${c.inWords('2026-01-30')} an mindestens vier von fünf Tagen pro Woche um 7:45 Uhr in der Schule.`,
    voice: 'leon',
    responsible: 'leon',
    dueDate: c.day('2026-01-30'),
    indicator: 'Anwesenheit laut Klassenbuch; höchstens vier unentschuldigte Fehltage bis dahin.',
    target: 7,
    scales: { leon: 3, sandra: 3 },
    steps: [
      {
        key: 'hs-6',
        text: 'Ich treffe Emre jeden Morgen um 7:20 Uhr an der Bushaltestelle.',
        responsible: 'leon',
        dueDate: c.day('2025-09-22'),
        recurrence: 'schultäglich',
      },
      {
        key: 'hs-7',
        text: 'Ich treffe mich jeden Montag in der zweiten Pause zehn Minuten mit Leon.',
        responsible: 'lorenz',
        supporters: ['leon'],
        dueDate: c.day('2026-01-30'),
        recurrence: 'wöchentlich, montags',
      },
    ],
  };
}

function outWithOthers(c: Calendar): ExampleActionGoal {
  return {
    key: 'hz-4',
    text: `Ich gehe ab ${c.month('2025-10')} einmal in der Woche zum Fußballtraining oder in den Jugendtreff.`,
    voice: 'leon',
    responsible: 'leon',
    dueDate: c.monthEnd('2026-02'),
    indicator: 'Leon hakt jede Woche in seinem Kalender ab; mindestens drei von vier Wochen im Monat.',
    target: 7,
    scales: { leon: 2 },
    steps: [
      {
        key: 'hs-9',
        text: `Ich nehme Leon bis zum ${c.withoutYear('2025-10-09')} mit zum Probetraining beim SV Grün-Weiß.`,
        responsible: 'jens',
        supporters: ['leon'],
        dueDate: c.day('2025-10-09'),
        laterStatus: 'erledigt',
      },
      {
        key: 'hs-10',
        text: `Ich beantrage bis Ende ${c.monthName('2025-10')} den Vereinsbeitrag über Bildung und Teilhabe.`,
        responsible: 'sandra',
        supporters: ['aydin'],
        dueDate: c.monthEnd('2025-10'),
        laterStatus: 'erledigt',
      },
    ],
  };
}
