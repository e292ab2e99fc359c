import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connect } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Sql } from '#server/db/sql.ts';
import { createPgFacts, createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { paragraphsOf } from '#shared/documents/plan/texts.ts';
import { hasOldTexts } from '#shared/documents/plan/upgrade.ts';
import { createServerDatabase } from '../../helpers/database.ts';
import { writeOldParagraphs } from '../../helpers/plan-texts.ts';
import { plantMeeting } from '../../helpers/sync-database.ts';

const DYING = new URL('../../helpers/dying/load-and-die.ts', import.meta.url).pathname;
const SAID = ['Mir ist es zu laut.', '', 'Abends', 'und nachts 😀.', 'Sagt Papa.'];

/** A plan as the version before has left it: two people, several paragraphs, a line break, marks, erased words. */
function oldPlan(): Uint8Array {
  const [leon, papa] = [new Y.Doc(), new Y.Doc()];
  Y.applyUpdate(leon, seedPlan(EMPTY_SEED));
  writeOldParagraphs(leon, 'sicht_kind', ['Mir ist zu laut.', '', 'Abends\nund nachts 😀.']);
  writeOldParagraphs(leon, 'bedarf', ['Weniger als bisher.']);
  Y.applyUpdate(papa, Y.encodeStateAsUpdate(leon));
  const words = (doc: Y.Doc): Y.XmlText =>
    (doc.getXmlFragment('text:sicht_kind').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  words(leon).insert(7, ' es');
  words(leon).format(0, 3, { bold: true });
  words(papa).insert(0, 'Weg. ');
  words(papa).delete(0, 5);
  writeOldParagraphs(papa, 'sicht_kind', ['Sagt Papa.']);
  Y.applyUpdate(leon, Y.encodeStateAsUpdate(papa));
  return Y.encodeStateAsUpdate(leon);
}

describe('a document of the version before', () => {
  let sql: Sql;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await createServerDatabase();
    sql = connect(database.url, 2);
    await migrate(sql);
    url = database.url;
    drop = () => database.drop();
  });
  afterAll(async () => {
    await sql?.end();
    await drop?.();
  });
  let url = '';

  /** Loads a plan in a process that is killed at its n-th query; true when it came to its end. */
  function load(plan: string, n: number): Promise<boolean> {
    const child = spawn(process.execPath, [DYING, url, plan, String(n)], { stdio: 'inherit' });
    return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
  }
  function open() {
    return createSyncHub({ store: createPgStore(sql), kinds: DOCUMENT_KINDS, facts: createPgFacts(sql) });
  }

  it('[DU20] [PL17] killed at any query of loading it, it reads the same, and the next who loads it has the form of now', async () => {
    const seed = oldPlan();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seed);
    const before = readPlan(doc);
    expect(paragraphsOf(before.texts.sicht_kind)).toEqual(SAID);
    const ends: boolean[] = [];
    const forms = new Set<boolean>();
    for (let n = 1; ends.at(-1) !== true; n++) {
      expect(n).toBeLessThan(40);
      const plan = `plan-${n}`;
      await plantMeeting(sql, `meeting-${n}`, []);
      await sql.begin((tx) =>
        insertDocument(tx, { id: plan, kind: 'plan', seed, meetingId: `meeting-${n}` }),
      );
      ends.push(await load(plan, n));
      const hub = open();
      const look = () => hub.readCommitted(plan, (found) => [readPlan(found), hasOldTexts(found)] as const);
      const [read, isOld] = await look();
      expect(read, `killed at query ${n}`).toEqual(before);
      forms.add(isOld);
      await hub.forgetWithdrawn(plan);
      expect(await look(), `loaded again after query ${n}`).toEqual([before, false]);
      await hub.close();
    }
    expect(forms).toEqual(new Set([true, false]));
    expect(ends.length).toBeGreaterThan(6);
  }, 120_000);
});
