import { describe, expect, it } from 'vitest';
import { usualPhases } from '#server/meetings/make-meeting.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { meetingPhase, personRole } from '#shared/domain/codes.ts';
import { AGENDA, heldSteps, stepFor, stepOf } from '#shared/meeting/agenda.ts';
import { clockOf, phaseAfter, shownPhases } from '#shared/meeting/bar.ts';
import type { Step } from '#shared/meeting/step.ts';
import { partIn } from '#shared/meeting/voices.ts';
import { PROTOCOL_SECTIONS } from '#shared/protocol/sections.ts';

describe('the agenda', () => {
  it('[ME12] a first meeting asks what it is about, one that follows looks back', () => {
    expect(usualPhases(false).map(({ phase, minutes }) => `${phase} ${minutes}`)).toEqual([
      'ankommen 5',
      'anliegen 5',
      'sicht_kind 10',
      'sicht_weitere 10',
      'ressourcen 10',
      'ziele 20',
      'vereinbarungen 10',
      'abschluss 10',
    ]);
    expect(usualPhases(true).map(({ phase, minutes }) => `${phase} ${minutes}`)).toEqual([
      'ankommen 5',
      'sicht_kind 10',
      'rueckblick 20',
      'sicht_weitere 10',
      'ressourcen 10',
      'ziele 20',
      'vereinbarungen 10',
      'abschluss 10',
    ]);
  });

  it('[ME12] every section of the protocol belongs to one step, and is reached from what is still open', () => {
    expect(AGENDA.map(({ code }) => code)).toEqual([...meetingPhase]);
    const worked = AGENDA.flatMap(({ sections }) => sections);
    expect([...worked].sort()).toEqual([...PROTOCOL_SECTIONS].sort());
    expect(stepFor('ueberpruefung')).toBe('vereinbarungen');
    expect(stepFor('rueckblick')).toBe('rueckblick');
  });

  it('[ME12] every running text is written in one step and seen on the shared screen in one', () => {
    for (const surface of ['desk', 'wall'] as const) {
      const texts = AGENDA.flatMap((step) => step[surface].texts ?? []);
      expect([...texts].sort()).toEqual([...TEXT_SECTIONS].sort());
    }
    for (const { sections, desk, phone, lists } of AGENDA) {
      expect(sections).toEqual(expect.arrayContaining([...(desk.texts ?? [])]));
      expect(sections).toEqual(expect.arrayContaining([...(phone.texts ?? [])]));
      expect(lists.choice).toContain(lists.open);
    }
  });
});

describe('who writes on a phone', () => {
  const said = (code: (typeof meetingPhase)[number], role: ParticipantRole): string =>
    Object.entries(partIn(stepOf(code).phone.texts ?? [], role))
      .flat()
      .join(' ');

  it('[ME13] what it is about is written by everybody', () => {
    for (const role of personRole) {
      expect(said('anliegen', role)).toBe('writes anlass');
    }
  });

  it('[ME13] the young person writes their view while all others listen', () => {
    for (const role of personRole) {
      const isChild = role === 'junger_mensch' || role === 'junger_volljaehriger';
      expect(said('sicht_kind', role)).toBe(isChild ? 'writes sicht_kind' : 'listensTo sicht_kind');
    }
  });

  it('[ME13] then everybody writes their own, and who has said theirs or has none rests', () => {
    expect(said('sicht_weitere', 'personensorgeberechtigt')).toBe('writes sicht_eltern');
    expect(said('sicht_weitere', 'vormund_pfleger')).toBe('writes sicht_eltern');
    expect(said('sicht_weitere', 'fachkraft_traeger')).toBe('writes sicht_weitere');
    expect(said('sicht_weitere', 'geschwister')).toBe('writes sicht_weitere');
    expect(said('sicht_weitere', 'junger_mensch')).toBe('rests true');
    expect(said('sicht_weitere', 'dolmetscher')).toBe('rests true');
  });
});

describe('a step that is added', () => {
  const safety: Step<'schutz'> = {
    code: 'schutz',
    minutes: 15,
    held: 'following',
    sections: ['bedarf'],
    lists: { choice: ['goals'], open: 'goals' },
    board: 'goals',
    desk: { panel: 'texts', texts: ['bedarf'] },
    phone: { panel: 'words', texts: ['bedarf'], question: 'table.now.view' },
    wall: { panel: 'texts', texts: ['bedarf'] },
  };
  const agenda: Step<string>[] = AGENDA.flatMap((step) => (step.code === 'ziele' ? [safety, step] : [step]));

  it('[ME12] is held where it belongs, with its minutes', () => {
    const following = heldSteps(true, agenda);
    const at = following.findIndex(({ code }) => code === 'schutz');
    expect(following.slice(at - 1, at + 2).map(({ code, minutes }) => `${code} ${minutes}`)).toEqual([
      'ressourcen 10',
      'schutz 15',
      'ziele 20',
    ]);
    expect(heldSteps(false, agenda).map(({ code }) => code)).not.toContain('schutz');
  });

  it('[ME12] stands in the bar under its number, with its clock and a step after it', () => {
    const phases = heldSteps(true, agenda).map(({ code }) => ({
      phase: code,
      state: code === 'schutz' ? ('now' as const) : ('next' as const),
    }));
    expect(shownPhases(phases, agenda).find(({ state }) => state === 'now')).toMatchObject({
      phase: 'schutz',
      number: 6,
    });
    expect(phaseAfter(phases, 'schutz')).toBe('ziele');
    const start = '2026-03-10T15:00:00.000Z';
    expect(clockOf(start, safety.minutes, Date.parse(start)).minutes).toBe(15);
  });

  it('[ME12] that happens before the meeting has no place in the bar until it is on', () => {
    const before = agenda.map((step) =>
      step.code === 'schutz' ? { ...step, held: 'before' as const } : step,
    );
    const phases = (state: 'now' | 'done') => [
      { phase: 'schutz', state },
      { phase: 'ziele', state: 'next' as const },
    ];
    expect(shownPhases(phases('done'), before).map(({ phase }) => phase)).toEqual(['ziele']);
    expect(shownPhases(phases('now'), before).map(({ phase }) => phase)).toEqual(['schutz', 'ziele']);
  });

  it('[ME13] asks a phone for the text it names', () => {
    expect(partIn(safety.phone.texts ?? [], 'junger_mensch')).toEqual({ writes: 'bedarf' });
  });
});
