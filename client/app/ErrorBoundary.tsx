import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/controls/Button.tsx';
import { useT } from './context.ts';

/** Catches a crash of the page and says so in words; what the server confirmed is not touched by it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const t = useT();
  return (
    <main className="app-page" role="alert">
      <h1>{t('ui.crashed_title')}</h1>
      <p>{t('ui.crashed_text')}</p>
      <div className="app-page-actions">
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('ui.reload')}
        </Button>
      </div>
    </main>
  );
}
