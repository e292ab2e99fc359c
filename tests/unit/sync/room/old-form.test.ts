import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { paragraphsOf } from '#shared/documents/plan/texts.ts';
import { hasOldTexts } from '#shared/documents/plan/upgrade.ts';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { settle } from '../../../helpers/hand-timers.ts';
import { writeOldParagraphs } from '../../../helpers/plan-texts.ts';
import { participant } from '../../../helpers/sync-server.ts';
import { openRoom } from './open-room.ts';

describe('room', () => {
  it('[DU20] a plan of the version before is brought into the form of now when it is loaded', async () => {
    const { memory, troubles, reopen } = openRoom();
    const old = new Y.Doc();
    writeOldParagraphs(old, 'anlass', ['Darum geht es.']);
    memory.createDocument('old', Y.encodeStateAsUpdate(old));
    const before = readPlan(old);
    for (let start = 0; start < 2; start++) {
      const started = reopen();
      // Loads it, as whoever comes does.
      await started.forgetWithdrawn('old');
      const plan = await started.readCommitted('old', (doc) => [readPlan(doc), hasOldTexts(doc)]);
      expect(plan).toEqual([before, false]);
    }
    expect(troubles).toEqual([]);
  });

  it('[DU20] a plan that cannot be brought into the form of now is opened as it is, and the next time', async () => {
    const { hub, memory, store, troubles, reopen } = openRoom();
    const old = new Y.Doc();
    writeOldParagraphs(old, 'anlass', ['Darum geht es.']);
    memory.createDocument('old', Y.encodeStateAsUpdate(old));
    store.compact = async () => {
      throw new Error('no space');
    };
    const look = (doc: Y.Doc) => [paragraphsOf(readPlan(doc).texts.anlass), hasOldTexts(doc)];
    await hub.forgetWithdrawn('old');
    expect(await hub.readCommitted('old', look)).toEqual([['Darum geht es.'], true]);
    expect(troubles.length).toBe(1);
    store.compact = memory.compact;
    const again = reopen();
    await again.forgetWithdrawn('old');
    expect(await again.readCommitted('old', look)).toEqual([['Darum geht es.'], false]);
  });

  it('[DU20] what somebody typed in the old form and sends only now is refused by its place', async () => {
    const { hub, memory, timers } = openRoom();
    const old = new Y.Doc();
    writeOldParagraphs(old, 'anlass', ['Darum geht es.']);
    memory.createDocument('old', Y.encodeStateAsUpdate(old));
    const socket = new FakeSocket();
    Y.applyUpdate(socket.doc, Y.encodeStateAsUpdate(old));
    hub.connect(socket.asSocket(), 'old', participant('anna'));
    socket.hello();
    await settle();
    socket.answer();
    await timers.pass(10);
    const paragraph = socket.doc.getXmlFragment('text:anlass').get(0) as Y.XmlElement;
    socket.write(() => (paragraph.get(0) as Y.XmlText).insert(0, 'Spät. '));
    await timers.pass(10);
    expect(socket.of('nack').map(({ code }) => code)).toEqual(['forbidden_part']);
    const said = paragraphsOf((await hub.readCommitted('old', readPlan)).texts.anlass);
    expect(said).toEqual(['Darum geht es.']);
  });
});
