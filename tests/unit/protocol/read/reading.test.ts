import { describe, expect, it } from 'vitest';
import { gapsIn, proposedType } from '../../../../client/protocol/lead/next-meeting.ts';
import { fileNameIn } from '../../../../client/protocol/read/download.ts';
import {
  goalRows,
  helpsWith,
  namesIn,
  scaleChanges,
  serviceRows,
  stepLine,
} from '../../../../client/protocol/read/reading-model.ts';
import { localGermanVoice } from '../../../../client/protocol/read/useSpeech.ts';
import { EMPTY_CONTENT, goal, step } from '../content.ts';

const nameOf = namesIn(EMPTY_CONTENT);

describe('the reading version', () => {
  it('[SG52] tells who, with whom, until when, how we notice it and every number of the scale', () => {
    const rows = goalRows(
      goal('g1', {
        responsible: 'mother',
        supporters: ['child'],
        dueDate: '2026-08-31',
        indicator: 'Strichliste',
        target: 7,
        scales: [
          { person: 'child', value: 4 },
          { person: 'mother', value: 6 },
        ],
        helps: ['Dienstplan', 'Oma'],
      }),
      nameOf,
    );
    expect(rows).toEqual([
      ['Wer', 'Name mother, mit Name child'],
      ['Bis wann', '31. August 2026'],
      ['Woran wir es merken', 'Strichliste'],
      ['Skala 0 bis 10', 'Name child 4, Name mother 6, Ziel 7'],
      ['Das hilft', 'Dienstplan, Oma'],
    ]);
    expect(goalRows(goal('g2', {}), nameOf)).toEqual([]);
  });

  it('[SG52] says of a step who, until when, how often, and its state unless it is open', () => {
    const said = step('s1', { responsible: 'father', dueDate: '2026-04-25', recurrence: 'monatlich' });
    expect(stepLine(said, nameOf)).toBe('Name father · bis 25. April 2026 · monatlich');
    expect(stepLine({ ...said, status: 'erledigt' }, nameOf)).toContain('erledigt');
  });

  it('[SG52] puts then and now side by side and averages nothing', () => {
    const scales = [
      { person: 'child', before: 3, now: 5 },
      { person: 'mother', now: 4 },
      { person: 'father', before: 2 },
    ];
    expect(scaleChanges(scales, 8, nameOf)).toBe(
      'Name child damals 3, heute 5, Name mother heute 4, Name father damals 2, Ziel 8',
    );
  });

  it('[SG52] names the goals a strength helps with by their numbers', () => {
    const content = {
      ...EMPTY_CONTENT,
      goals: [
        {
          id: 'r1',
          number: '1',
          text: '',
          status: 'vereinbart' as const,
          goals: [goal('g10', { number: '1.10' }), goal('g2', { number: '1.2' })],
        },
      ],
    };
    const resource = { id: 'x', domain: 'sozial' as const, title: 'Oma', state: 'aktiviert' as const };
    expect(helpsWith({ ...resource, supports: ['g10', 'g2', 'gone'] }, content)).toBe(
      'hilft bei 1.2 und 1.10',
    );
    expect(helpsWith(resource, content)).toBe('noch frei');
  });

  it('[SG52] writes hours as people write them', () => {
    const rows = serviceRows({ id: 's', hoursPerWeek: '2.5', start: '2026-04-01' }, nameOf);
    expect(rows).toEqual([
      ['Zeitraum', 'ab 1. April 2026'],
      ['Umfang', '2,5 Fachleistungsstunden in der Woche'],
    ]);
  });

  it('[SG53] reads aloud only with a German voice that works on the device', () => {
    const voice = (lang: string, localService: boolean) =>
      ({ lang, localService, default: false, name: lang, voiceURI: lang }) as SpeechSynthesisVoice;
    expect(localGermanVoice([voice('de-DE', false), voice('en-GB', true)])).toBeNull();
    expect(localGermanVoice([voice('en-GB', true), voice('de_DE', true)])?.lang).toBe('de_DE');
  });
});

describe('what comes after', () => {
  it('[SG54] names a file as the server does', () => {
    expect(fileNameIn('attachment; filename="protocol.json"')).toBe('protocol.json');
    expect(fileNameIn('attachment; filename="x.pdf"; filename*=UTF-8\'\'Hilfeplan%20f%C3%BCr%20L.pdf')).toBe(
      'Hilfeplan für L.pdf',
    );
    expect(fileNameIn(null)).toBeNull();
  });

  it('[SG55] checks the next meeting before it is sent', () => {
    const form = {
      type: 'fortschreibung' as const,
      date: '2026-09-15',
      start: '16:00',
      end: '17:20',
      place: 'Anker',
    };
    expect(gapsIn(form)).toEqual([]);
    expect(gapsIn({ ...form, date: '', place: ' ' })).toEqual(['date', 'place']);
    expect(gapsIn({ ...form, end: '16:00' })).toEqual(['end_early']);
    expect(proposedType('clearing_auftrag')).toBe('clearing_abschluss');
    expect(proposedType('krise')).toBe('fortschreibung');
  });
});
