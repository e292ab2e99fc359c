import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useStore } from './app/context.ts';
import { deviceLanguage } from './app/device/device-language.ts';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { LanguageProvider } from './app/LanguageProvider.tsx';
import { withEveryText } from './app/locales.ts';
import { PageMissing, Wait } from './app/Pages.tsx';
import { page } from './app/part.tsx';
import { WaitSaid } from './app/WaitSaid.tsx';

// Each page is a chunk of its own: a phone that opens a link loads neither board nor start pages.
const Start = page(() => withEveryText(import('./home/Start.tsx')).then(({ Start }) => Start));
const SignIn = page(() => withEveryText(import('./account/SignIn.tsx')).then(({ SignIn }) => SignIn));
const SetUp = page(() => withEveryText(import('./account/SetUp.tsx')).then(({ SetUp }) => SetUp));
const Administration = page(() =>
  withEveryText(import('./account/Administration.tsx')).then(({ Administration }) => Administration),
);
const Access = page(() => withEveryText(import('./account/people/Access.tsx')).then(({ Access }) => Access));
const OwnAccountPage = page(() =>
  withEveryText(import('./account/own/OwnAccountPage.tsx')).then(({ OwnAccountPage }) => OwnAccountPage),
);
const Home = page(() => withEveryText(import('./home/Home.tsx')).then(({ Home }) => Home));
const LinkPage = page(() => import('./lobby/LinkPage.tsx').then(({ LinkPage }) => LinkPage));
const PersonPage = page(() => import('./lobby/PersonPage.tsx').then(({ PersonPage }) => PersonPage));

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
            <Route path="/einrichten" component={SetUp} />
            <Route path="/zugang" component={Access} />
            <Route path="/konto" component={OwnAccountPage} />
            <Route path="/verwaltung" component={Administration} />
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
