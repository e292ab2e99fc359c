import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { addService, setAdvice, setServiceField } from '#shared/documents/plan/arrangements.ts';
import { setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { PLAN_PARTS, type PlanPart, TEXT_SECTIONS, type TextSection } from '#shared/documents/plan/roots.ts';
import { suggest, takeSuggestion } from '#shared/documents/plan/suggestions.ts';
import { addText, textRecord } from '#shared/documents/plan/texts.ts';
import { BEN, codeOf, context, GOAL, replica, table, written } from './table.ts';

describe('who may write', () => {
  const typing = (ben: Y.Doc): Uint8Array =>
    written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Anders', ORIGIN.text));

  it('[GU1] a role without parts writes nothing', () => {
    const { server, ben } = table();
    expect(codeOf(judge(typing(ben), context(server, { writable: new Set() })))).toBe('forbidden_part');
  });

  it('[GU1] outside open and freezing nobody writes', () => {
    const { server, ben } = table();
    expect(codeOf(judge(typing(ben), context(server, { open: false, writable: new Set() })))).toBe('locked');
  });

  it.each(
    PLAN_PARTS.filter((part) => part === 'goals' || part.startsWith('section:')),
  )('[GU6] without the part %s neither words nor deletions in it pass', (part: PlanPart) => {
    const { server, ben } = table();
    const without = context(server, { writable: new Set(PLAN_PARTS.filter((other) => other !== part)) });
    const add = written(ben, () =>
      part === 'goals'
        ? setGoalText(ben, GOAL, 'textOwn', 'Pünktlich sein und bleiben', ORIGIN.text)
        : addText(ben, sectionOf(part), { id: 'x', words: 'Neu' }, ORIGIN.text),
    );
    expect(codeOf(judge(add, without))).toBe('forbidden_part');
    Y.applyUpdate(server, add);
    const erase = written(ben, () =>
      part === 'goals'
        ? setGoalText(ben, GOAL, 'textOwn', '', ORIGIN.text)
        : textRecord(ben, sectionOf(part), 'x')?.delete('voice'),
    );
    expect(codeOf(judge(erase, without))).toBe('forbidden_part');
  });

  it('[GU6] one update over an allowed and a forbidden part is refused as a whole', () => {
    const { server, ben } = table();
    const both = written(ben, () => {
      setGoalText(ben, GOAL, 'textOwn', 'Erlaubt', ORIGIN.text);
      addResource(ben, { domain: 'sozial', title: 'Verboten' }, ORIGIN.list);
    });
    const without = context(server, { writable: new Set<PlanPart>(['goals']) });
    expect(codeOf(judge(both, without))).toBe('forbidden_part');
  });

  it('[GU23] what the office answers for is written by who leads; others suggest it in their own name', () => {
    const verdictOn = (change: (doc: Y.Doc) => void, leads: boolean): string => {
      const { server, ben } = table();
      addService(server, { id: 'known', helpForm: 's31', hoursPerWeek: 4 }, ORIGIN.seed);
      Y.applyUpdate(ben, Y.encodeStateAsUpdate(server));
      const update = written(ben, () => change(ben));
      return codeOf(judge(update, context(server, { writer: { personId: 'person-1', leads } })));
    };
    const offices: ((doc: Y.Doc) => void)[] = [
      (doc) => setServiceField(doc, 'known', 'hoursPerWeek', 40, ORIGIN.list),
      (doc) => setServiceField(doc, 'known', 'helpForm', null, ORIGIN.list),
      (doc) => doc.getMap<Y.Map<unknown>>('service').get('known')?.delete('hoursPerWeek'),
      (doc) => setAdvice(doc, 'ombudsOfficeNamed', true, ORIGIN.list),
      (doc) => addService(doc, { helpForm: 's34' }, ORIGIN.list),
      (doc) => takeSuggestion(doc, 'known', { field: 'hoursTotal', personId: 'leon', value: 9 }, ORIGIN.list),
    ];
    expect(offices.map((change) => verdictOn(change, false))).toEqual(offices.map(() => 'forbidden_part'));
    expect(offices.map((change) => verdictOn(change, true))).toEqual(offices.map(() => 'pass'));
    const suggestion = (personId: string) => (doc: Y.Doc) =>
      suggest(doc, 'known', { field: 'hoursPerWeek', personId, value: 6 }, ORIGIN.list);
    expect(verdictOn(suggestion('person-1'), false)).toBe('pass');
    expect(verdictOn(suggestion('leon'), false)).toBe('forbidden_part');
    expect(verdictOn((doc) => addService(doc, { provider: 'Träger' }, ORIGIN.list), false)).toBe('pass');
  });

  it('[GU19] the fixed records are all that there are, and a value is no place for a text', () => {
    const { server, ben } = table();
    const other = written(ben, () => ben.getMap('meta').set('canary', new Y.Map([['date', 'x']])));
    expect(judge(other, context(server))).toMatchObject({ kind: 'refuse', code: 'schema' });
    const long = replica(server, BEN);
    const value = written(long, () =>
      long.getMap<Y.Map<unknown>>('goals').get(GOAL)?.set('voice', 'x'.repeat(5_000)),
    );
    expect(judge(value, context(server))).toMatchObject({ kind: 'refuse', code: 'too_large' });
  });
});

function sectionOf(part: PlanPart): TextSection {
  return TEXT_SECTIONS.find((section) => part === `section:${section}`) ?? 'anlass';
}
