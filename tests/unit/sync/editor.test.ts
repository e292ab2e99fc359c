import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { updateYFragment } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { readSection, TEXT_NODES } from '#shared/documents/plan/texts.ts';
import { shapeFaults } from '../../helpers/document-shape.ts';
import { PLAN_RULES, planDoc } from '../../helpers/plan-doc.ts';

const OFF = [
  'blockquote',
  'bold',
  'bulletList',
  'code',
  'codeBlock',
  'dropcursor',
  'gapcursor',
  'heading',
  'horizontalRule',
  'italic',
  'link',
  'listItem',
  'listKeymap',
  'orderedList',
  'strike',
  'trailingNode',
  'underline',
  'undoRedo',
];
const schema = getSchema([StarterKit.configure(Object.fromEntries(OFF.map((name) => [name, false])))]);

/** The editor's document: paragraphs, with line breaks where the text has them. */
function editorDoc(paragraphs: string[]): Node {
  const inline = (text: string): object[] =>
    text
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line }]),
      ]);
  return Node.fromJSON(schema, {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: inline(text) })),
  });
}

describe('what the editor writes', () => {
  it('[GU10] the schema of the guard is the schema of the editor', () => {
    const nodes = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text');
    expect(nodes.sort()).toEqual([...TEXT_NODES].sort());
    expect(Object.keys(schema.marks)).toEqual([]);
  });

  it('[GU10] every step of editing passes', () => {
    const server = planDoc();
    Y.applyUpdate(server, seedPlan({ ...EMPTY_SEED, texts: { anlass: ['Aus der letzten Fassung'] } }));
    const ben = planDoc();
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(server));
    const steps = [
      [''],
      ['Darum geht es'],
      ['Darum geht es heute\nund morgen'],
      ['Darum geht', 'es heute', 'und morgen 😀'],
      ['Tab\tin der Mitte', '', 'und morgen'],
      [''],
    ];
    for (const paragraphs of steps) {
      const before = Y.encodeStateVector(ben);
      ben.transact(() =>
        updateYFragment(ben, ben.getXmlFragment('text:anlass'), editorDoc(paragraphs), {
          mapping: new Map(),
          isOMark: new Map(),
        }),
      );
      const verdict = judge(Y.encodeStateAsUpdate(ben, before), {
        doc: server,
        participationId: 'ben',
        ownerOf: (client) => (client === ben.clientID ? 'ben' : undefined),
        writable: new Set(PLAN_PARTS),
        open: true,
        room: 'free',
        limits: PLAN_RULES.limits,
      });
      expect(verdict, paragraphs.join('|')).toMatchObject({ kind: 'pass' });
      if (verdict.kind === 'pass') {
        Y.applyUpdate(server, verdict.update);
      }
      expect(shapeFaults(server)).toEqual([]);
      expect(readSection(server, 'anlass')).toEqual(readSection(ben, 'anlass'));
    }
  });
});
