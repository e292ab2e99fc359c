import { describe, expect, it } from 'vitest';
import { gapsIn, proposedType } from '../../../../client/protocol/lead/next-meeting.ts';
import { fileNameIn } from '../../../../client/protocol/read/download.ts';
import { localGermanVoice } from '../../../../client/protocol/read/useSpeech.ts';

describe('the reading version', () => {
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
