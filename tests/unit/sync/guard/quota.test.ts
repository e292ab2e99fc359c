import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { addGoal, removeGoal, setGoalText, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { PLAN_RULES } from '../../../helpers/plan-doc.ts';
import { ANNA, BEN, codeOf, context, GOAL, replica, table, written } from './table.ts';

describe('who may write', () => {
  it('[GU7] a full plan takes deletions only', () => {
    const { server, ben } = table();
    const full = context(server, { room: 'reserve' });
    const shorter = written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Pünktlich', ORIGIN.text));
    expect(codeOf(judge(shorter, full))).toBe('pass');
    const longer = written(ben, () => setGoalText(ben, GOAL, 'textOwn', 'Pünktlich sein', ORIGIN.text));
    Y.applyUpdate(server, shorter);
    expect(codeOf(judge(longer, full))).toBe('quota');
  });

  it('[GU7] a part takes so many records and no more', () => {
    const { server, ben } = table();
    const few = context(server, { limits: { ...PLAN_RULES.limits, recordsPerPart: 1 } });
    const goal = written(ben, () => addGoal(ben, null, {}, ORIGIN.list));
    expect(codeOf(judge(goal, few))).toBe('quota');
  });

  it('[GU7] [GU17] a part of which every page draws each record takes fewer, half of them of one person', () => {
    const { server, ben } = table();
    const add = (): Uint8Array => written(ben, () => addText(ben, 'anlass', { words: 'x' }, ORIGIN.text));
    for (let n = 0; n < 100; n++) {
      const update = add();
      expect(codeOf(judge(update, context(server)))).toBe('pass');
      Y.applyUpdate(server, update);
    }
    const more = add();
    expect(codeOf(judge(more, context(server)))).toBe('quota');
    expect(PLAN_RULES.roots.get('section:anlass')?.most).toBe(200);
  });

  it('[GU17] what a freeze has made anew is no way for one person to take the rest', () => {
    const { server, ben } = table();
    for (let n = 0; n < 150; n++) {
      Y.applyUpdate(
        server,
        written(ben, () => addText(ben, 'anlass', { words: 'x' }, ORIGIN.text)),
      );
    }
    // Of those, nobody is the owner any more.
    const anew = context(server, { ownerOf: () => undefined });
    const again = replica(server, 909);
    const ownerOf = (client: number): string | undefined => (client === 909 ? 'ben' : undefined);
    let taken = 0;
    for (; taken < 100; taken++) {
      const update = written(again, () => addText(again, 'anlass', { words: 'y' }, ORIGIN.text));
      if (codeOf(judge(update, { ...anew, ownerOf })) === 'quota') {
        break;
      }
      Y.applyUpdate(server, update);
    }
    expect(taken).toBe(25);
  });

  it('[GU7] [GU17] nobody fills somebody else’s goal with fields: it is still given a number and taken away', () => {
    const { server, ben } = table();
    const few = context(server, {
      writer: { personId: 'person-1', leads: true },
      limits: { ...PLAN_RULES.limits, fieldsPerRecord: 10 },
    });
    for (let n = 0; n < 5; n++) {
      const update = written(ben, () => setScale(ben, GOAL, `q${n}`, 3, ORIGIN.list, 'person-1'));
      expect(codeOf(judge(update, few))).toBe('pass');
      Y.applyUpdate(server, update);
    }
    const more = written(ben, () => setScale(ben, GOAL, 'q9', 3, ORIGIN.list, 'person-1'));
    expect(codeOf(judge(more, few))).toBe('quota');
    const anna = replica(server, ANNA + 1);
    const whose = (client: number): string | undefined => (client === BEN ? 'ben' : 'anna');
    const annas = {
      ...few,
      participationId: 'anna',
      writer: { personId: 'anna', leads: false },
      ownerOf: whose,
    };
    const number = written(anna, () => setScale(anna, GOAL, 'anna', 7, ORIGIN.list));
    expect(codeOf(judge(number, annas))).toBe('pass');
    const full = { ...annas, limits: { ...few.limits, fieldsPerRecord: 5 } };
    const away = written(anna, () => removeGoal(anna, GOAL, 'anna', ORIGIN.list));
    Y.applyUpdate(server, number);
    expect(codeOf(judge(away, full))).toBe('pass');
  });
});
