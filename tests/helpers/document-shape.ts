import * as Y from 'yjs';
import type { DocumentKind, RecordsRoot, RootShape } from '#shared/documents/kind.ts';
import { planKind } from '#shared/documents/plan/kind.ts';

type SharedType = Parameters<typeof Y.getTypeChildren>[0];

/**
 * What is wrong with the shape of a document, in words; empty when it is one of its kind. Written apart
 * from the guard's schema, over the finished document, so that the two can contradict each other.
 */
export function shapeFaults(doc: Y.Doc, { roots }: DocumentKind = planKind): string[] {
  const faults: string[] = [];
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    faults.push('something is pending');
  }
  for (const [name, root] of doc.share) {
    const shape = roots[name];
    if (!shape) {
      faults.push(`root ${name}`);
    } else if (shape.holds === 'before') {
      faults.push(...sectionFaults(name, root));
    } else {
      faults.push(...mapFaults(name, root, shape));
    }
  }
  return faults;
}

function mapFaults(name: string, root: SharedType, shape: RootShape): string[] {
  const faults = listed(root).map(() => `${name}: something in a sequence`);
  for (const [id, item] of entries(root)) {
    const record = item.content;
    if (shape.holds !== 'records') {
      faults.push(...valueFaults(`${name}/${id}`, record));
    } else if (!(record instanceof Y.ContentType) || record.type.constructor !== Y.Map) {
      faults.push(`${name}/${id} is no record`);
    } else {
      faults.push(...recordFaults(`${name}/${id}`, record.type, shape));
    }
  }
  return faults;
}

function recordFaults(at: string, record: SharedType, shape: RecordsRoot): string[] {
  const faults = listed(record).map(() => `${at}: something in a sequence`);
  for (const [key, { content }] of entries(record)) {
    const isText = content instanceof Y.ContentType;
    if (!isKnown(key, isText, shape)) {
      faults.push(`${at} has ${isText ? 'words' : 'a value'} in ${key}`);
    }
    if (!isText) {
      faults.push(...valueFaults(`${at}/${key}`, content));
    } else if (content.type.constructor === Y.Text) {
      faults.push(...textFaults(`${at}/${key}`, content.type));
    } else {
      faults.push(`${at}/${key} is a ${content.type.constructor.name}`);
    }
  }
  return faults;
}

/** Parts without fields are the server's; what it writes there is not looked at. */
function isKnown(key: string, isText: boolean, { fields, fixed = [], keyed = [] }: RecordsRoot): boolean {
  if (Object.keys(fields).length === 0 || (!isText && fixed.includes(key))) {
    return true;
  }
  return fields[key]
    ? (fields[key] === 'text') === isText
    : !isText && keyed.some((id) => key.startsWith(id));
}

function sectionFaults(name: string, root: SharedType): string[] {
  return [
    ...entries(root).map(([key]) => `${name} has a key ${key}`),
    ...listed(root).flatMap(({ content }) => {
      const type = content instanceof Y.ContentType ? content.type : null;
      return type instanceof Y.XmlElement && type.nodeName === 'paragraph'
        ? paragraphFaults(name, type)
        : [`${name} holds something that is no paragraph`];
    }),
  ];
}

function paragraphFaults(name: string, paragraph: Y.XmlElement): string[] {
  return [
    ...entries(paragraph).map(([key]) => `${name}: paragraph with ${key}`),
    ...listed(paragraph).flatMap(({ content }) => {
      const type = content instanceof Y.ContentType ? content.type : null;
      if (type instanceof Y.XmlText) {
        return textFaults(name, type);
      }
      const isBreak = type instanceof Y.XmlElement && type.nodeName === 'hardBreak';
      return isBreak && listed(type).length === 0 ? [] : [`${name}: a paragraph holds something else`];
    }),
  ];
}

function textFaults(at: string, text: SharedType): string[] {
  const faults = entries(text).map(([key]) => `${at} has a key ${key}`);
  for (const { content } of listed(text)) {
    if (!(content instanceof Y.ContentString)) {
      faults.push(`${at} holds a ${content.constructor.name}`);
    } else if (hasControl(content.str)) {
      faults.push(`${at} holds a control character`);
    }
  }
  return faults;
}

function valueFaults(at: string, content: Y.Item['content']): string[] {
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) {
    return [`${at} is no single value`];
  }
  try {
    const text = JSON.stringify(content.arr[0]) ?? '';
    return hasControl(text) ? [`${at} holds a control character`] : [];
  } catch {
    return [`${at} is not plain`];
  }
}

function hasControl(text: string): boolean {
  return [...text].some((char) => char !== '\n' && char !== '\t' && /\p{Cc}/u.test(char));
}

function entries(type: SharedType): [string, Y.Item][] {
  return [...type._map].filter(([, item]) => !item.deleted);
}

function listed(type: SharedType): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) {
      items.push(item);
    }
  }
  return items;
}
