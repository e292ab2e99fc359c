import { useCallback, useEffect, useState } from 'react';

/** Reading aloud by the device itself. Offered only with a German voice that needs no network. */
export interface Speech {
  available: boolean;
  speaking: boolean;
  /** Begins with these lines, or stops. */
  toggle: (lines: readonly string[]) => void;
}

/** A voice that works inside this house: what is read must not travel to a voice service. */
export function localGermanVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const german = voices.filter((voice) => voice.localService && /^de\b/i.test(voice.lang.replace('_', '-')));
  return german.find((voice) => voice.default) ?? german[0] ?? null;
}

export function useSpeech(): Speech {
  const voice = useVoice();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  const toggle = useCallback(
    (lines: readonly string[]) => {
      speechSynthesis.cancel();
      if (speaking || !voice) {
        setSpeaking(false);
        return;
      }
      setSpeaking(true);
      // One utterance a line: long ones are cut off by some browsers.
      lines.forEach((line, index) => {
        const utterance = new SpeechSynthesisUtterance(line);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.rate = 0.95;
        if (index === lines.length - 1) {
          utterance.onend = () => setSpeaking(false);
          utterance.onerror = () => setSpeaking(false);
        }
        speechSynthesis.speak(utterance);
      });
    },
    [speaking, voice],
  );
  return { available: voice !== null, speaking, toggle };
}

function useVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis;
    if (!synthesis) {
      return;
    }
    const look = () => setVoice(localGermanVoice(synthesis.getVoices()));
    look();
    synthesis.addEventListener?.('voiceschanged', look);
    return () => synthesis.removeEventListener?.('voiceschanged', look);
  }, []);
  return voice;
}
