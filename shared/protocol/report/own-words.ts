import type { Translate } from '../../i18n/translate.ts';

/** Own words of a goal or step: whose wish it is, and who has written them, as far as that is known. */
export interface Written {
  voice?: string | null | undefined;
  writer?: string | null | undefined;
}

/** Whether somebody says in own words what they want: they have typed it under their own name. */
export function isSaidByVoice({ voice, writer }: Written): boolean {
  return typeof voice === 'string' && voice === writer;
}

/**
 * What stands beside own words that nobody typed as their own: who has written them and whose wish it is. They
 * are quoted as nobody's. Empty where nobody is known, and where they are told as somebody's.
 */
export function noteOnOwnWords(written: Written, t: Translate, nameOf: (id: string) => string): string {
  const name = written.voice ? nameOf(written.voice) : '';
  const by = written.writer ? nameOf(written.writer) : '';
  if (isSaidByVoice(written)) {
    return '';
  }
  if (by === '') {
    return name === '' ? '' : t('protocol.goal.voice', { name });
  }
  return name === '' ? t('protocol.goal.writtenBy', { by }) : t('protocol.goal.writtenFor', { by, name });
}
