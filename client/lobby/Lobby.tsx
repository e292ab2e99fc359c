import type { LobbyView } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useLanguage, useStore, useT } from '../app/context.ts';
import { LARGEST_TEXT, nextTextSize, textSize } from '../app/device/text-size.ts';
import { dayOf, formatDay, formatTime } from '../app/format.ts';
import { useTitle } from '../app/title.ts';
import { useRequest } from '../app/useRequest.ts';
import { RoundTable } from '../ui/display/RoundTable.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { ChevronRight, Type } from '../ui/icons.ts';
import { PageHeading } from '../ui/text/PageHeading.tsx';
import { AccessHeader } from './AccessHeader.tsx';
import { CallButton } from './CallButton.tsx';
import { isOwnPlan, unbroken } from './names.ts';
import { useSettings } from './useSettings.ts';

/** The other seats are empty circles: nobody learns who is there before being let in. */
const OTHER_SEATS = [null, null, null, null, null, null];

/** Waiting until the facilitator opens. */
export function Lobby({ view, isOffline }: { view: LobbyView; isOffline: boolean }) {
  const t = useT();
  const { error, run } = useRequest();
  const { me, meeting } = view;
  const { setLanguage } = useSettings(me.participationId);
  const own = me.person ? { ...me.person, waiting: true } : null;
  useTitle(t(me.person ? 'access.lobby_here' : 'access.lobby_screen_title'));
  return (
    <div className="access-page" data-scale="phone">
      <AccessHeader onLanguage={(language) => run(() => setLanguage(language))} />
      <main className="access-main">
        <div className="access-picture">
          <RoundTable seats={[...OTHER_SEATS, own]} />
        </div>
        <Welcome view={view} />
        {isOffline || error ? (
          <div className="access-actions">
            <Notice tone="warn">{isOffline ? t('access.lobby_offline') : error}</Notice>
          </div>
        ) : null}
        <FactsCard view={view} />
        <TextSizeRow />
        <div className="access-space" />
        {me.person ? <CallButton {...meeting.facilitator} /> : null}
      </main>
    </div>
  );
}

function Welcome({ view }: { view: LobbyView }) {
  const t = useT();
  const { me, meeting } = view;
  const facilitator = meeting.facilitator.name;
  if (me.person === null) {
    return (
      <div className="access-welcome">
        <PageHeading>{t('access.lobby_screen_title')}</PageHeading>
        <p>{t(view.isSealed ? 'access.lobby_screen_sealed' : 'access.lobby_screen_wait', { facilitator })}</p>
      </div>
    );
  }
  return (
    <div className="access-welcome">
      <PageHeading>
        {t('access.lobby_hello', { name: unbroken(me.person.name) })}
        <br />
        {t('access.lobby_here')}
      </PageHeading>
      <p>{t(view.isSealed ? 'access.lobby_sealed' : 'access.lobby_wait', { facilitator })}</p>
      {me.secondDevice ? <p>{t('access.lobby_second_device', { facilitator })}</p> : null}
    </div>
  );
}

function FactsCard({ view }: { view: LobbyView }) {
  const t = useT();
  const { locale } = useLanguage();
  const { meeting, me } = view;
  return (
    <div className="access-card">
      <p className="access-small">
        {isOwnPlan(view) ? t('access.meeting_own') : t('access.meeting_for', { child: meeting.childName })}
      </p>
      {meeting.when ? (
        <p>
          <b>{timeOf(meeting.when, t, locale)}</b>
        </p>
      ) : null}
      {me.person ? <p className="access-small">{t('access.others_see')}</p> : null}
    </div>
  );
}

type When = NonNullable<LobbyView['meeting']['when']>;

function timeOf({ date, start, end }: When, t: Translate, locale: string): string {
  const times = { start: formatTime(start, locale), end: formatTime(end, locale) };
  return date === dayOf(new Date())
    ? t('access.meeting_today', times)
    : t('access.meeting_day', { day: formatDay(date, locale, 'weekday'), ...times });
}

function TextSizeRow() {
  const t = useT();
  const step = useStore(textSize);
  return (
    <button type="button" className="access-row" onClick={nextTextSize}>
      <Type aria-hidden="true" />
      {t(step === LARGEST_TEXT ? 'access.text_normal' : 'access.text_bigger')}
      <ChevronRight aria-hidden="true" />
    </button>
  );
}
