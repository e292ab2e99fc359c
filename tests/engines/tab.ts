/** The little that a browser must be able to do for the tests of engines; everything else is made of it. */
export interface Tab {
  /** What presses come from. */
  hand: 'mouse' | 'touch';
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** The value of an expression in the page, as JSON; a promise is waited for. */
  run(expression: string): Promise<unknown>;
  /** Actions of W3C WebDriver, which WebDriver BiDi takes in the same words. */
  act(actions: InputSource[]): Promise<void>;
  resize(size: Size): Promise<void>;
  /** A picture of what is seen, as PNG. */
  picture(): Promise<Buffer>;
  /** Stands the browser still, as a phone does with what it puts away; `false` wakes it. */
  sleep(asleep: boolean): void;
  /** Where files land that the page hands over. */
  downloads: string;
  close(): Promise<void>;
}

export interface Size {
  width: number;
  height: number;
}

/** What a person holds. */
export interface Device {
  size: Size;
  /** A finger, and two points for each pixel of a style. */
  phone: boolean;
  /** The person has forbidden cookies and storage. */
  keepsNothing?: boolean;
}

export type InputSource =
  | { type: 'key'; id: string; actions: KeyAction[] }
  | { type: 'pointer'; id: string; parameters: { pointerType: 'mouse' | 'touch' }; actions: PointerAction[] };

export type KeyAction = { type: 'keyDown' | 'keyUp'; value: string } | { type: 'pause'; duration: number };

type PointerAction =
  | { type: 'pointerMove'; x: number; y: number; duration: number }
  | { type: 'pointerDown' | 'pointerUp'; button: number }
  | { type: 'pause'; duration: number };

export const DEVICES = {
  laptop: { size: { width: 1366, height: 768 }, phone: false },
  phone: { size: { width: 390, height: 844 }, phone: true },
} satisfies Record<string, Device>;
