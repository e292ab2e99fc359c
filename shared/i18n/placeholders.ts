import type { NameForm } from './rules.ts';

/**
 * Reads the placeholders of an ICU message from its literal type, so that a call with a missing or
 * a misspelt one fails the type check. Braces mean two things: in a text they open a placeholder, in
 * the choices of a plural they open a text. `In` is a stack that says which of them we are in.
 */
type Scan<
  Text extends string,
  In extends readonly ('text' | 'choices')[],
  Found,
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${infer Inner}}${string}`
    ? Text extends `${Inner}}${infer Rest}`
      ? Scan<Rest, Left<In>, Found>
      : never
    : In[0] extends 'choices'
      ? Scan<After, ['text', ...In], Found>
      : Placeholder<After, In, Found>
  : Found;

type Left<In extends readonly unknown[]> = In extends readonly [
  unknown,
  ...infer Rest extends readonly ('text' | 'choices')[],
]
  ? Rest
  : [];

/** What stands behind the brace of a placeholder: `name}`, or `count, plural, one {…} other {…}}`. */
type Placeholder<
  After extends string,
  In extends readonly ('text' | 'choices')[],
  Found,
> = After extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, ${infer Kind}, ${string}`
    ? After extends `${Name}, ${Kind}, ${infer Choices}`
      ? Scan<Choices, ['choices', ...In], Found | [Name, Kind]>
      : never
    : Scan<Rest, In, Found | [Head, 'plain']>
  : Found;

/** `name_declined` is made from `name`. */
type Bare<Name> = Name extends `${infer Stem}_${NameForm}` ? Stem : Name;

type ValueOf<Kind> = Kind extends 'plural' | 'selectordinal' ? number : string | number;

/** The values that a text needs: `{ name: string | number; count: number }`. */
export type PlaceholdersOf<Text extends string> = Collected<Scan<Text, ['text'], never>>;

type Collected<Found> = {
  [Pair in Found as Pair extends [infer Name extends string, unknown] ? Bare<Name> : never]: Pair extends [
    unknown,
    infer Kind,
  ]
    ? ValueOf<Kind>
    : never;
};
