import type { ResourceDomain } from '../../domain/codes.ts';
import type { Place } from '../template.ts';

/**
 * One model of the document. Reading page, own page, shared screen, print and PDF only draw it: every
 * word, tick, order and number they show is decided here.
 */
export interface Report {
  /** As HTML and PDF name it: "de". */
  language: string;
  /** "Hilfeplan: Hilfe für Leon W., Version 2.0" */
  title: string;
  kicker: string;
  heading: string;
  subtitle: string;
  author: string;
  version: string;
  code: string;
  head: Fact[];
  sections: ReportSection[];
  pictures: PictureBlock[];
}

export interface ReportSection {
  code: string;
  /** Place among those that have content, from 1: the same wherever it is shown. */
  number: number;
  title: string;
  /** What it is called where it is read together. */
  spoken: string;
  places: readonly Place[];
  blocks: Block[];
}

export interface Fact {
  label: string;
  text: string;
}

export type Block =
  /** Words of one voice; `voice` is its name, empty where none stands above them. */
  | { kind: 'paragraphs'; voice: string; items: string[] }
  | { kind: 'bullets'; items: string[] }
  | { kind: 'facts'; items: Fact[] }
  | { kind: 'people'; header: string[]; rows: PersonRow[] }
  | { kind: 'resources'; groups: ResourceGroup[] }
  | { kind: 'reviews'; header: string[]; rows: ReviewRow[] }
  | { kind: 'leitziel'; label: string; text: string }
  | { kind: 'goal'; goal: DirectionGoal }
  | { kind: 'words'; items: OwnWords[] }
  | { kind: 'signatures'; header: string[]; rows: SignatureRow[] }
  | { kind: 'open'; text: string; line: string; people: string[] }
  | { kind: 'checksum'; items: Fact[]; attached: string }
  | { kind: 'note'; text: string };

export interface PersonRow {
  id: string;
  /** As the family says it. */
  name: string;
  /** The name in the files, where it is another one. */
  fullName: string;
  task: string;
  /** How they took part. */
  how: string;
}

export interface ResourceGroup {
  domain: ResourceDomain;
  title: string;
  items: ResourceItem[];
}

export interface ResourceItem {
  id: string;
  title: string;
  description: string;
  /** "hilft schon bei 1.1 und 2.1", "Kontakt steht", "noch frei". */
  note: string;
  /** Whether it helps already or there is a contact: drawn filled. */
  used: boolean;
  pos: readonly [number, number] | null;
}

export interface ReviewRow {
  id: string;
  /** 0 Richtungsziel, 1 Handlungsziel, 2 step. */
  depth: number;
  label: string;
  before: string;
  due: string;
  result: string;
  text: string;
  scales: string;
  obstacle: string;
  consequence: string;
  details: string[];
}

/** What goals of every level have. */
interface GoalWords {
  id: string;
  number: string;
  /** Never empty: a goal without words says so. */
  text: string;
  /** Own words with whose they are, empty where the agreed ones are theirs. */
  quote: string;
}

export interface DirectionGoal extends GoalWords {
  /** "Richtungsziel 1" */
  name: string;
  /** Name, life area and state. */
  label: string;
  goals: ActionGoal[];
}

export interface ActionGoal extends GoalWords {
  name: string;
  label: string;
  facts: Fact[];
  commitment: Commitment;
  stepsTitle: string;
  steps: StepLine[];
}

export interface StepLine extends GoalWords {
  /** Who, until when, how often and the state, in one line. */
  about: string;
  commitment: Commitment;
  done: boolean;
}

/** Parts of what somebody took on; empty where nothing was said. */
export interface Commitment {
  who: string;
  until: string;
  often: string;
  /** The state, where it says something: empty for an open step and an agreed goal. */
  state: string;
}

export interface OwnWords {
  says: string;
  decision: string;
  text: string;
}

export interface SignatureRow {
  name: string;
  about: string;
  decision: string;
  words: string;
  how: string;
}

/** A drawing of the board, made from the same goals and resources. */
export type PictureBlock =
  | { kind: 'picture'; draws: 'resources'; title: string; child: string; groups: ResourceGroup[] }
  | { kind: 'picture'; draws: 'goals'; title: string; goals: DirectionGoal[] };
