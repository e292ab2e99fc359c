import { type ReactNode, useRef, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { SignoffEntry } from '#shared/api/answers.ts';
import type { PersonRef, VersionRef } from '#shared/api/view.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { useLanguage, useStore, useT, useView } from '../../app/context.ts';
import { nextTextSize, textSize } from '../../app/device/text-size.ts';
import { formatTime } from '../../app/format.ts';
import { close, open, useOpened } from '../../app/opened.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { FileText, Lock, Printer, Type, Volume2, VolumeX } from '../../ui/icons.ts';
import { PageHeading } from '../../ui/text/PageHeading.tsx';
import { MyPageView } from './MyPageView.tsx';
import { PrintCopy } from './PrintCopy.tsx';
import { Reading } from './Reading.tsx';
import { useSpeech } from './useSpeech.ts';
import styles from './VersionFrame.module.css';

export interface VersionFrameProps {
  version: VersionRef;
  content: ProtocolContent;
  /** Whose page is shown first; null shows the whole plan only. */
  person: PersonRef | null;
  /** What people said, once it may be read by all. */
  signoffs?: readonly SignoffEntry[];
  /** Below the own page. */
  foot?: ReactNode;
  /** Beside the text: the decision, the round, the documents. */
  side?: ReactNode;
  /** On a narrow screen the side comes before the text. */
  sideFirst?: boolean;
  /** The sheet carries the heading that takes the focus. */
  changed: boolean;
}

/** A frozen version on its sheet, and what there is to do about it beside it. */
export function VersionFrame(props: VersionFrameProps) {
  const { version, content, person, signoffs = [], foot, side, sideFirst = false, changed } = props;
  const t = useT();
  const whole = useOpened('whole') !== null || person === null;
  const [switched, setSwitched] = useState(false);
  const takeFocus = changed || switched;
  const sheet = useRef<HTMLElement>(null);
  const columns = cx(styles['columns'], side ? null : styles['alone'], sideFirst && styles['sideFirst']);
  return (
    <div className={styles['frame']}>
      <VersionBar version={version} person={person} sheet={sheet} />
      <div className={cx(columns, whole && person !== null && styles['readingAll'])}>
        <article
          ref={sheet}
          className={styles['sheet']}
          aria-label={t(whole ? 'signing.whole_plan' : 'signing.my_page')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrow keys must reach it.
          tabIndex={0}
        >
          {whole || person === null ? (
            <Reading content={content} version={version} signoffs={signoffs} takeFocus={takeFocus} />
          ) : (
            <>
              <PageHeading level={2} takeFocus={takeFocus}>
                {t('signing.my_page')}
              </PageHeading>
              <MyPageView content={content} person={person} />
              {foot}
            </>
          )}
          {person === null ? null : (
            <Button
              variant="ghost"
              className={styles['switch']}
              icon={<FileText />}
              onClick={() => {
                setSwitched(true);
                whole ? close('whole') : open('whole', version.id);
              }}
              data-testid="protocol-switch"
            >
              {t(whole ? 'signing.back_to_page' : 'signing.read_all')}
            </Button>
          )}
        </article>
        {side ? <section className={styles['side']}>{side}</section> : null}
      </div>
      <PrintCopy>
        <Reading content={content} version={version} signoffs={signoffs} />
      </PrintCopy>
    </div>
  );
}

interface BarProps {
  version: VersionRef;
  person: PersonRef | null;
  sheet: React.RefObject<HTMLElement | null>;
}

/** Which version this is, why nothing can be written, and ways to take it in. */
function VersionBar({ version, person, sheet }: BarProps) {
  const t = useT();
  const { me } = useView();
  const { locale } = useLanguage();
  const speech = useSpeech();
  const larger = useStore(textSize) > 0;
  const values = { version: version.number, code: version.code };
  return (
    <div className={styles['bar']}>
      {person ? (
        <b className={styles['who']}>
          <Avatar person={person} />
          <bdi>{person.name}</bdi>
        </b>
      ) : null}
      <p className={styles['lock']} data-testid="protocol-lock">
        <Lock aria-hidden="true" />
        <span>
          {version.sealedAt ? null : (
            <span className={styles['why']}>
              {t('signing.lock', { time: formatTime(version.frozenAt, locale) })}{' '}
              {leads(me.role) ? t('signing.lock_open') : null}
            </span>
          )}
          {t(version.sealedAt ? 'signing.sealed_version' : 'signing.lock_version', values)}
        </span>
      </p>
      <span className={styles['tools']}>
        {speech.available ? (
          <Button
            variant="quiet"
            size="small"
            icon={speech.speaking ? <VolumeX /> : <Volume2 />}
            onClick={() => speech.toggle(linesOf(sheet.current))}
            data-testid="protocol-read-aloud"
          >
            {t(speech.speaking ? 'signing.stop_reading' : 'signing.read_aloud')}
          </Button>
        ) : null}
        <Button variant="quiet" size="small" icon={<Type />} aria-pressed={larger} onClick={nextTextSize}>
          {t('signing.larger')}
        </Button>
        <Button variant="quiet" size="small" icon={<Printer />} onClick={() => window.print()}>
          {t('signing.print')}
        </Button>
      </span>
    </div>
  );
}

/** What is on the sheet, line by line, as it is read aloud. */
function linesOf(sheet: HTMLElement | null): string[] {
  return (sheet?.innerText ?? '').split('\n').flatMap((line) => line.trim() || []);
}
