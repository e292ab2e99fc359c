import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { oneATurn } from '#server/http/one-a-turn.ts';

it('[OP22] requests begin one a turn of the event loop, so whatever else has come is done in between', async () => {
  const app = new Hono();
  const happened: string[] = [];
  app.use(oneATurn());
  app.get('/:name', (c) => {
    happened.push(c.req.param('name'));
    return c.text('');
  });
  const answers = ['a', 'b', 'c', 'd'].map((name) => app.request(`/${name}`));
  let isOver = false;
  const turn = (): void => {
    if (!isOver) {
      happened.push('turn');
      setImmediate(turn);
    }
  };
  setImmediate(turn);
  await Promise.all(answers);
  isOver = true;
  const begun = happened.join(' ').replace(/^(turn )*|( turn)*$/g, '');
  expect(begun).toMatch(/^a( turn)+ b( turn)+ c( turn)+ d$/);
});

it('[OP22] one that waits for long holds up no other', async () => {
  const app = new Hono();
  app.use(oneATurn());
  app.get('/late', () => new Promise<Response>(() => undefined));
  app.get('/', (c) => c.text('here'));
  void app.request('/late');
  expect(await (await app.request('/')).text()).toBe('here');
});
