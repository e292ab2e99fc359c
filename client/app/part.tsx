import { Component, type ComponentType, lazy, type ReactNode, useState } from 'react';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { useT } from './context.ts';

/** Fetches something; rejects where it cannot be had. */
export type Load<T> = () => Promise<T>;

const TRIES = 4;
const FIRST_WAIT_MS = 500;

/** A part of the page could not be loaded; everything else goes on. */
class PartMissing extends Error {}

/**
 * A component in a file of its own: `part(() => import('./Wall.tsx').then(({ Wall }) => Wall))`.
 * Where its file cannot be had, a sentence and a button stand in its place.
 */
export function part<Props extends object>(load: Load<ComponentType<Props>>): ComponentType<Props> {
  let Current = lazily(load);
  // React keeps a failure for good: another try is another component.
  const again = async (): Promise<void> => {
    const component = await load();
    Current = lazily(async () => component);
  };
  return (props) => <Surely again={again}>{() => <Current {...props} />}</Surely>;
}

function lazily<Props>(load: Load<ComponentType<Props>>) {
  return lazy(async () => {
    try {
      return { default: await patiently(load) };
    } catch (cause) {
      throw new PartMissing('A part of the page could not be loaded', { cause });
    }
  });
}

/** Loads something over a line that may be gone for a moment: again and again, for four seconds. */
export async function patiently<T>(load: Load<T>): Promise<T> {
  for (let tried = 1, wait = FIRST_WAIT_MS; tried < TRIES; tried += 1, wait *= 2) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return load();
}

/**
 * A style sheet that failed is taken out at once: left there it would count as loaded, and the part
 * that asks for it again would stand there without it. Called once, before anything is drawn.
 */
export function forgetFailedStyles(): void {
  const forget = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') {
      target.remove();
    }
  };
  document.addEventListener('error', forget, { capture: true });
}

interface SurelyProps {
  again: Load<void>;
  children: () => ReactNode;
}

class Surely extends Component<SurelyProps, { failure: unknown }> {
  override state: { failure: unknown } = { failure: null };

  static getDerivedStateFromError(failure: unknown): { failure: unknown } {
    return { failure };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) {
      return this.props.children();
    }
    if (failure instanceof PartMissing) {
      return <Missing again={this.props.again} onHere={() => this.setState({ failure: null })} />;
    }
    // What went wrong inside the part is told by what stands around it.
    throw failure;
  }
}

/** Says that something is missing. What has been written elsewhere on the page stays as it is. */
function Missing({ again, onHere }: { again: Load<void>; onHere: () => void }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [outdated, setOutdated] = useState(false);
  const retry = async (): Promise<void> => {
    setBusy(true);
    try {
      await again();
      onHere();
    } catch {
      setOutdated(await serverAnswers());
      setBusy(false);
    }
  };
  const reload = <Button onClick={() => window.location.reload()}>{t('ui.reload')}</Button>;
  const tryAgain = (
    <Button busy={busy} onClick={retry}>
      {t('ui.part_again')}
    </Button>
  );
  return (
    <Notice tone="warn" announce="alert" actions={outdated ? reload : tryAgain}>
      {t(outdated ? 'ui.part_outdated' : 'ui.part_missing')}
    </Notice>
  );
}

/** Whether the server is there: then the part is not, because the program has been renewed since. */
function serverAnswers(): Promise<boolean> {
  return fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
