import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useStore } from './app/context.ts';
import { deviceLanguage } from './app/device-language.ts';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { LanguageProvider } from './app/LanguageProvider.tsx';
import { PageMissing, Wait } from './app/Pages.tsx';

// Each page is a chunk of its own: a phone that opens a link loads neither board nor start pages.
const Start = lazy(() => import('./home/Start.tsx').then(({ Start }) => ({ default: Start })));
const SignIn = lazy(() => import('./account/SignIn.tsx').then(({ SignIn }) => ({ default: SignIn })));
const Home = lazy(() => import('./home/Home.tsx').then(({ Home }) => ({ default: Home })));
const LinkPage = lazy(() => import('./lobby/LinkPage.tsx').then(({ LinkPage }) => ({ default: LinkPage })));
const PersonPage = lazy(() =>
  import('./lobby/PersonPage.tsx').then(({ PersonPage }) => ({ default: PersonPage })),
);

/** The pages of the product. Before anybody is known they speak the device's language, to nobody in particular. */
export function App() {
  const language = useStore(deviceLanguage);
  return (
    <LanguageProvider language={language} address="neutral">
      <ErrorBoundary>
        <Suspense fallback={<Wait />}>
          <Switch>
            <Route path="/" component={Start} />
            <Route path="/anmelden" component={SignIn} />
            <Route path="/heute" component={Home} />
            <Route path="/j" component={LinkPage} />
            <Route path="/p/:participationId">
              {({ participationId }) => (
                <PersonPage key={participationId} participationId={participationId} />
              )}
            </Route>
            <Route component={PageMissing} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </LanguageProvider>
  );
}
