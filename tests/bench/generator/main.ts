import { answerParent } from '../servers/answer.ts';
import { Crowd, type CrowdOrder } from './crowd.ts';
import { join, visit, write } from './documents.ts';
import { Typing } from './typing.ts';

/** The generator: a process of its own, so that making load is never counted as serving it. */

let crowd: Crowd | null = null;
let typing: Typing | null = null;

function current(): { crowd: Crowd; typing: Typing } {
  if (!crowd || !typing) {
    throw new Error('nobody is there');
  }
  return { crowd, typing };
}

answerParent({
  async open({ seats, ...order }: CrowdOrder & { seats: number }) {
    crowd = new Crowd(order);
    typing = new Typing(crowd);
    await crowd.open(seats);
    typing.prepare();
  },
  start: (rates: Parameters<Typing['start']>[0]) => current().typing.start(rates),
  mark: () => current().typing.mark(),
  stop: (order: Parameters<Typing['stop']>[0]) => current().typing.stop(order),
  write: (order: Parameters<typeof write>[1]) => write(current().crowd, order),
  join: (order: Parameters<typeof join>[1]) => join(current().crowd, order),
  visit: (order: Parameters<typeof visit>[1]) => visit(current().crowd, order),
  leave: () => current().crowd.leave(),
});
