import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './messages.ts';
import { NAME_FORMS } from './rules.ts';
import { ADDRESSES, type Wording } from './wording.ts';

type Messages = Readonly<Record<string, Wording>>;

const FORM = new RegExp(`_(${NAME_FORMS.join('|')})$`, 'u');

/**
 * What is wrong with a language, in words: keys and forms of address that are missing, texts that
 * are no ICU message, placeholders that are left out or that nobody fills. Empty where all is well.
 */
export function localeFaults(name: string, locale: Locale, reference: Locale): string[] {
  const [own, model]: [Messages, Messages] = [locale.messages, reference.messages];
  const missing = Object.keys(model).filter((key) => !(key in own));
  const strange = Object.keys(own).filter((key) => !(key in model));
  return [
    ...missing.map((key) => `${name}: the text "${key}" is missing`),
    ...strange.map((key) => `${name}: there is no text "${key}" in the reference`),
    ...Object.entries(own).flatMap(([key, wording]) =>
      wordingFaults(wording, model[key]).map((fault) => `${name}: "${key}" ${fault}`),
    ),
  ];
}

function wordingFaults(wording: Wording, model: Wording = ''): string[] {
  const absent =
    typeof wording === 'string' ? [] : ADDRESSES.filter((address) => wording[address] === undefined);
  const empty = textsOf(wording).some((text) => text.trim() === '') ? ['is empty'] : [];
  return [
    ...absent.map((address) => `has no wording for "${address}"`),
    ...empty,
    ...placeholderFaults(wording, model),
  ];
}

function placeholderFaults(wording: Wording, model: Wording): string[] {
  try {
    const known = new Set(textsOf(model).flatMap(placeholdersIn));
    const used = new Set(textsOf(wording).flatMap(placeholdersIn));
    return [
      ...[...used]
        .filter((name) => !known.has(name))
        .map((name) => `asks for {${name}}, which nobody hands in`),
      ...[...known].filter((name) => !used.has(name)).map((name) => `leaves out {${name}}`),
    ];
  } catch (error) {
    return [`is no ICU message: ${(error as Error).message}`];
  }
}

function textsOf(wording: Wording): string[] {
  return typeof wording === 'string' ? [wording] : Object.values(wording);
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the placeholders of a text, without the form of a name: `{lead_declined}` is "lead". */
export function placeholdersIn(text: string): string[] {
  return namesIn(new IntlMessageFormat(text, 'en').getAst());
}

/** Plain text, as the parser numbers the parts of a message. */
const LITERAL = 0;

function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === LITERAL || !('value' in element)) {
      return [];
    }
    const choices = 'options' in element ? Object.values(element.options) : [];
    return [element.value.replace(FORM, ''), ...choices.flatMap(({ value }) => namesIn(value))];
  });
}
