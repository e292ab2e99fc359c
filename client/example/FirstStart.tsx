import type { DemoAnswer, DemoPlace } from '#shared/api/answers.ts';
import { useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import page from '../home/Page.module.css';
import { StartHeader } from '../home/StartHeader.tsx';
import { Check } from '../ui/icons.ts';
import styles from './FirstStart.module.css';
import { OwnPhone } from './OwnPhone.tsx';
import { PersonPlace, PlaceCard } from './PlaceCard.tsx';
import { ResetExample } from './ResetExample.tsx';
import { SeidelPlace } from './SeidelPlace.tsx';
import { TrySignIn } from './TrySignIn.tsx';

export interface FirstStartProps {
  demo: DemoAnswer;
  /** Asks for the example again, after it was put back. */
  onReset: () => Promise<void>;
}

const MAIN_PLACES = ['screen', 'leon', 'krueger'] as const;
const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The newcomer's page: places at one table, side by side, and what can be tried at them. */
export function FirstStart({ demo, onReset }: FirstStartProps) {
  const t = useT();
  useTitle(t('start.title'));
  const seidel = placeOf(demo, 'seidel')?.name ?? '';
  const others = demo.places.filter(({ id }) => id === 'wegner' || id === 'aydin');
  return (
    <>
      <StartHeader>
        {LOCAL.test(window.location.hostname) ? (
          <span className={styles['running']}>
            <Check className={styles['ok']} />
            {t('start.running')}
          </span>
        ) : null}
      </StartHeader>
      <main className={page['page']}>
        <h1 className={page['title']}>{t('start.title')}</h1>
        <p className={page['lead']}>{t('start.lead')}</p>
        <div className={styles['places']}>
          <PlaceCard id="seidel" name={seidel} wide>
            <SeidelPlace name={seidel} />
          </PlaceCard>
          {MAIN_PLACES.map((id) => (
            <MainPlace key={id} id={id} place={placeOf(demo, id)} />
          ))}
        </div>
        {others.length === 0 ? null : <OtherPlaces places={others} />}
        <div className={styles['below']}>
          <ThingsToTry />
          <OwnPhone link={demo.lanLinks.find(({ place }) => place === 'leon')?.url ?? null} />
          <section aria-labelledby="start-after">
            <h2 id="start-after" className={page['section']}>
              {t('start.after')}
            </h2>
            <ResetExample onReset={onReset} />
            <TrySignIn signIn={demo.signIn} />
          </section>
        </div>
      </main>
    </>
  );
}

function placeOf(demo: DemoAnswer, id: DemoPlace['id']): DemoPlace | undefined {
  return demo.places.find((place) => place.id === id);
}

interface MainPlaceProps {
  id: (typeof MAIN_PLACES)[number];
  place: DemoPlace | undefined;
}

function MainPlace({ id, place }: MainPlaceProps) {
  const t = useT();
  if (!place?.url) {
    return null;
  }
  // People keep their names; a screen is called what it is.
  const name = id === 'screen' ? t('start.name.screen') : place.name;
  return (
    <PlaceCard id={id} name={name} wide={id === 'screen'}>
      <PersonPlace name={name} url={place.url} />
    </PlaceCard>
  );
}

/** More people of the example, without a picture of their own. */
function OtherPlaces({ places }: { places: readonly DemoPlace[] }) {
  const t = useT();
  return (
    <p className={styles['others']}>
      {t('start.others')}{' '}
      {places.map((place) =>
        place.url ? (
          <a key={place.id} href={place.url} target="_blank" rel="noopener">
            {place.name}
          </a>
        ) : null,
      )}
    </p>
  );
}

function ThingsToTry() {
  const t = useT();
  return (
    <section aria-labelledby="start-try">
      <h2 id="start-try" className={page['section']}>
        {t('start.try')}
      </h2>
      <ol className={styles['try']}>
        <li>{t('start.try_together')}</li>
        <li>{t('start.try_sign')}</li>
        <li>{t('start.try_offline')}</li>
      </ol>
    </section>
  );
}
