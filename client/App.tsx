import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useStore } from './app/context.ts';
import { deviceLanguage } from './app/device-language.ts';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { LanguageProvider } from './app/LanguageProvider.tsx';
import { withEveryText } from './app/locales.ts';
import { PageMissing, Wait } from './app/Pages.tsx';
import { part } from './app/part.tsx';
import { WaitSaid } from './app/WaitSaid.tsx';

// Each page is a chunk of its own: a phone that opens a link loads neither board nor start pages.
const Start = part(() => withEveryText(import('./home/Start.tsx')).then(({ Start }) => Start));
const SignIn = part(() => withEveryText(import('./account/SignIn.tsx')).then(({ SignIn }) => SignIn));
const Home = part(() => withEveryText(import('./home/Home.tsx')).then(({ Home }) => Home));
const LinkPage = part(() => import('./lobby/LinkPage.tsx').then(({ LinkPage }) => LinkPage));
const PersonPage = part(() => import('./lobby/PersonPage.tsx').then(({ PersonPage }) => PersonPage));

/** The pages of the product. Before anybody is known they speak the device's language, to nobody in particular. */
export function App() {
  const language = useStore(deviceLanguage);
  return (
    <LanguageProvider language={language} address="neutral">
      <WaitSaid />
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
