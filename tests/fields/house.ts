import type { Browser } from 'playwright';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { MeetingView, TableView } from '#shared/api/view.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import { listen, listenFromTheStart } from '../e2e/live-regions.ts';
import { admit, comeToLobby, openFor, openTable, type Place, SOON } from '../e2e/round.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { connectClient, type SyncClient, saved, until } from '../helpers/sync-server.ts';
import { wordsOf, writeBeside } from './documents.ts';

/** Who leads on a laptop, a child on a phone, and the server's own word on what it holds. */
export class House {
  readonly server: ServerProcess;
  readonly browser: Browser;
  readonly desk: Place;
  readonly phone: Place;
  /** Participations, by place. */
  readonly #ids = new Map<Place, string>();
  readonly #troubles: (readonly string[])[];

  private constructor(server: ServerProcess, browser: Browser, desk: Place, phone: Place) {
    this.server = server;
    this.browser = browser;
    this.desk = desk;
    this.phone = phone;
    this.#troubles = [desk.troubles, phone.troubles];
  }

  static async open(): Promise<House> {
    const [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    const demo = await server.demo();
    const desk = await openFor(browser, 'seidel', { ...SCREENS.laptop, reducedMotion: 'reduce' });
    const phone = await openFor(browser, 'leon', { ...SCREENS.phone, reducedMotion: 'reduce' });
    await openTable(desk, server.url, demo);
    await comeToLobby(phone, demo);
    await admit(desk, 'Leon');
    await phone.page.getByTestId('table').waitFor(SOON);
    const house = new House(server, browser, desk, phone);
    for (const place of [desk, phone]) {
      await listenFromTheStart(place.page);
      await listen(place.page);
      house.#ids.set(place, new URL(place.page.url()).pathname.split('/')[2] ?? '');
    }
    return house;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  /** Who leads asks for something, from wherever, as by another device: no field is left by it. */
  async command(path: string, body: object = {}): Promise<void> {
    const url = `${this.server.url}/api/p/${this.#ids.get(this.desk)}/${path}`;
    const answer = await this.desk.context.request.post(url, {
      headers: { origin: this.server.url },
      data: body,
    });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  }

  /** Where somebody types who comes that way. */
  placeOf({ who }: { who: 'desk' | 'phone' }): Place {
    return who === 'desk' ? this.desk : this.phone;
  }

  /** Errors of one page more. */
  watch(troubles: readonly string[]): void {
    this.#troubles.push(troubles);
  }

  /** Errors that any page made. */
  troubles(): string[] {
    // A note that comes after the freeze is refused; its words stand in the box then.
    return this.#troubles.flat().filter((trouble) => !trouble.includes('409 (Conflict)'));
  }

  /** Brings the meeting to a step, and the plan to what is done with it there. */
  async bringTo(wanted: MeetingPhase, state: PlanState): Promise<void> {
    const { phase, state: now, version } = await this.viewOf(this.desk);
    if (now === 'frozen' && state === 'open') {
      await this.command('reopen');
    }
    if (now === 'open' || state === 'open') {
      await (phase === wanted ? undefined : this.command('phase', { phase: wanted }));
    }
    if (now === 'open' && state !== 'open') {
      await this.command('freeze', { step: 'begin' });
      await expect.poll(async () => (await this.viewOf(this.desk)).state, SOON).toBe('frozen');
    }
    if (state === 'sealed' && now !== 'sealed') {
      await this.command(`versions/${version?.id}/seal`);
    }
  }

  /** What the server tells somebody of the meeting now. */
  async viewOf(place: Place): Promise<TableView> {
    const socket = new WebSocket(`${this.#ws()}/live/${this.#ids.get(place)}`, {
      headers: await this.#headers(place),
    });
    const first = Promise.withResolvers<MeetingView>();
    socket.once('message', (data) => first.resolve(JSON.parse(String(data)) as MeetingView));
    socket.once('error', first.reject);
    const view = await first.promise;
    socket.terminate();
    if (view.kind !== 'table') {
      throw new Error(`${place.id} is not at the table`);
    }
    return view;
  }

  /** Everything that the server holds of somebody's words: both documents, and what is noted of people. */
  async holds(place: Place): Promise<string> {
    const view = await this.viewOf(place);
    const { plan, own } = view.documents;
    const ids = own === null ? [plan] : [plan, own];
    const documents = await Promise.all(
      ids.map((id) => this.withDocument(place, id, ({ doc }) => wordsOf(doc))),
    );
    return [...documents, JSON.stringify(view.participants)].join('\n');
  }

  /** Opens a document beside the page, as another device of this person. */
  async withDocument<T>(place: Place, id: string, use: (client: SyncClient) => T | Promise<T>): Promise<T> {
    const url = `${this.#ws()}/sync/${this.#ids.get(place)}`;
    const client = connectClient(url, id, new Y.Doc(), await this.#headers(place));
    try {
      await until(
        () => client.provider.synced && client.acked() + client.nacks.length > 0,
        'a document is here',
      );
      return await use(client);
    } finally {
      client.destroy();
    }
  }

  /** Somebody else writes where these words stand. False where they stand in no document. */
  async meddle(place: Place, words: string, other: string | number): Promise<boolean> {
    const { plan, own } = (await this.viewOf(place)).documents;
    for (const id of own === null ? [plan] : [plan, own]) {
      const found = await this.withDocument(place, id, async (client) => {
        const is = writeBeside(client.doc, words, other);
        await (is ? saved(client) : Promise.resolve()).catch(() => {
          throw new Error(
            `sent ${client.sent()} acked ${client.acked()} ${JSON.stringify(client.nacks)} ${JSON.stringify(client.states)} ${client.closes}`,
          );
        });
        return is;
      });
      if (found) {
        return true;
      }
    }
    return false;
  }

  #ws(): string {
    return this.server.url.replace('http', 'ws');
  }

  async #headers({ context }: Place): Promise<Record<string, string>> {
    const cookies = await context.cookies(this.server.url);
    return {
      origin: this.server.url,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    };
  }
}
