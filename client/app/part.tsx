import { Component, type ComponentType, lazy, type ReactNode, useState } from 'react';
import { Button } from '../ui/controls/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { useT } from './context.ts';
import { type Load, patiently } from './patiently.ts';
import { bringFailedStyles } from './styles.ts';
import { useTitle } from './title.ts';

/** A part of the page could not be loaded; everything else goes on. */
class PartMissing extends Error {}

/**
 * A component in a file of its own: `part(() => import('./Wall.tsx').then(({ Wall }) => Wall))`.
 * Where its file cannot be had, a sentence and a button stand in its place.
 */
export function part<Props extends object>(
  load: Load<ComponentType<Props>>,
  Instead: Missed = PartInstead,
): ComponentType<Props> {
  let Current = lazily(load);
  // React keeps a failure for good: another try is another component.
  const again = async (): Promise<void> => {
    const component = await withLooks(load);
    Current = lazily(async () => component);
  };
  return (props) => (
    <Surely again={again} Instead={Instead}>
      {() => <Current {...props} />}
    </Surely>
  );
}

/** The same for a whole page: what stands in its place is a page too, with a heading (UI58). */
export function page<Props extends object>(load: Load<ComponentType<Props>>): ComponentType<Props> {
  return part(load, PageInstead);
}

function lazily<Props>(load: Load<ComponentType<Props>>) {
  return lazy(async () => {
    try {
      return { default: await patiently(() => withLooks(load)) };
    } catch (cause) {
      throw new PartMissing('A part of the page could not be loaded', { cause });
    }
  });
}

/** A part comes with its style sheets, also with one that could not be had before. */
async function withLooks<T>(load: Load<T>): Promise<T> {
  await bringFailedStyles();
  return load();
}

/** What stands in the place of something that cannot be had. */
type Missed = ComponentType<{ isOutdated: boolean; action: ReactNode }>;

interface SurelyProps {
  again: Load<void>;
  Instead: Missed;
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
      return <Missing {...this.props} onHere={() => this.setState({ failure: null })} />;
    }
    // What went wrong inside the part is told by what stands around it.
    throw failure;
  }
}

/** Says that something is missing. What has been written elsewhere on the page stays as it is. */
function Missing({ again, Instead, onHere }: Omit<SurelyProps, 'children'> & { onHere: () => void }) {
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
  return <Instead isOutdated={outdated} action={outdated ? reload : tryAgain} />;
}

const PartInstead: Missed = ({ isOutdated, action }) => {
  const t = useT();
  return (
    <Notice tone="warn" announce="alert" actions={action}>
      {t(isOutdated ? 'ui.part_outdated' : 'ui.part_missing')}
    </Notice>
  );
};

const PageInstead: Missed = ({ isOutdated, action }) => {
  const t = useT();
  useTitle(t('ui.page_not_loaded'));
  return (
    <main className="app-page">
      <div className="app-crash" role="alert">
        <h1>{t('ui.page_not_loaded')}</h1>
        {isOutdated ? <p>{t('ui.part_outdated')}</p> : null}
      </div>
      <div className="app-page-actions">{action}</div>
    </main>
  );
};

/** Whether the server is there: then the part is not, because the program has been renewed since. */
function serverAnswers(): Promise<boolean> {
  return fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
