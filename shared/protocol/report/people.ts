import type { ProtocolContent } from '../schema.ts';
import type { Block, PersonRow } from './blocks.ts';
import { functionOf, type Wording } from './wording.ts';

/** Who took part and how. */
export function participantBlocks(content: ProtocolContent, words: Wording): Block[] {
  const { t } = words;
  const header = [t('protocol.person.name'), t('protocol.person.function'), t('protocol.person.attendance')];
  const rows = content.participants.map((participant) => rowOf(participant, words));
  return rows.length > 0 ? [{ kind: 'people', header, rows }] : [];
}

function rowOf(participant: ProtocolContent['participants'][number], words: Wording): PersonRow {
  const { person: id, attendance, reason, planned } = participant;
  const how = [words.label('attendance', attendance), reason].filter(Boolean).join(': ');
  const name = words.name(id);
  const fullName = words.person(id)?.fullName ?? '';
  return {
    id,
    name,
    fullName: fullName === name ? '' : fullName,
    task: functionOf(id, words),
    how: planned ? words.t('protocol.attendance.planned', { how }) : how,
  };
}
