import { Component, type ErrorInfo, Fragment, type ReactNode } from 'react';
import { Button } from '../ui/controls/Button.tsx';
import { useT } from './context.ts';

/** What fails again so soon after it was drawn anew fails for a reason of its own. */
const AGAIN_AFTER_MS = 10_000;

interface ErrorBoundaryProps {
  children: ReactNode;
  /** Draws the page anew first: what stands around it has kept every word, and the reason may be gone. */
  renews?: boolean;
  /** What may crash is a part of a page that stays. */
  inside?: boolean;
}

interface ErrorBoundaryState {
  crashed: boolean;
  /** How often the page has been drawn anew. */
  drawn: number;
  /** When it last was. */
  at: number;
}

/** Catches a crash of the page; what the server confirmed is not touched by it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state = { crashed: false, drawn: 0, at: Number.NEGATIVE_INFINITY };

  static getDerivedStateFromError(): Pick<ErrorBoundaryState, 'crashed'> {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
    const now = performance.now();
    if (this.props.renews && now - this.state.at > AGAIN_AFTER_MS) {
      this.setState(({ drawn }) => ({ crashed: false, drawn: drawn + 1, at: now }));
    }
  }

  override render(): ReactNode {
    return this.state.crashed ? (
      <Crashed inside={this.props.inside ?? false} />
    ) : (
      <Fragment key={this.state.drawn}>{this.props.children}</Fragment>
    );
  }
}

/** A page has one main part and one first heading, and keeps them where only a part of it crashes. */
function Crashed({ inside }: { inside: boolean }) {
  const t = useT();
  const [Place, Heading] = inside ? (['section', 'h2'] as const) : (['main', 'h1'] as const);
  return (
    <Place className="app-page">
      <div className="app-crash" role="alert">
        <Heading>{t('ui.crashed_title')}</Heading>
        <p>{t('ui.crashed_text')}</p>
      </div>
      <div className="app-page-actions">
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('ui.reload')}
        </Button>
      </div>
    </Place>
  );
}
