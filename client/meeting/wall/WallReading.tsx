import { useEffect, useMemo, useState } from 'react';
import type { VersionAnswer } from '#shared/api/answers.ts';
import { readVersion } from '#shared/api/routes/protocol.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { reportOf } from '#shared/protocol/report/report.ts';
import { useApi, useLanguage, useT, useView } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { documentWords } from '../../protocol/document-words.ts';
import { ArrowLeft, ArrowRight } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { alongReading } from '../../ui/text/reading-way.ts';
import { Box } from './Box.tsx';
import { heightOfAll, type ReadingPage, readingPages } from './pages.ts';
import wall from './Wall.module.css';
import styles from './WallReading.module.css';
import sheet from './WallSheet.module.css';
import words from './WallWords.module.css';

/** The frozen version, read together page by page; then how many have decided. */
export function WallReading({ height, focus }: { height: number; focus: string | null }) {
  const t = useT();
  const { version, state, signoffs } = useView();
  const answer = useVersionContent(version);
  const pages = useMemo(
    () => (answer ? readingPages(reportOf(answer, documentWords(answer.content))) : []),
    [answer],
  );
  const [at, setAt] = usePage(pages, focus);
  if (state === 'freezing' || !version) {
    return <Quiet text={t('board.wall.flushing')} />;
  }
  if (state === 'sealed') {
    return <Thanks answer={answer} />;
  }
  const page = pages[at];
  const done = signoffs.filter((signoff) => signoff.state === 'entschieden').length;
  return (
    <main className={styles['reading']} style={{ height }}>
      {page ? <Page page={page} focus={focus} /> : null}
      <footer className={wall['footer']}>
        <span>{t('board.wall.version', { number: version.number, code: version.code })}</span>
        <span className={wall['space']} />
        <b>{t('board.wall.decided', { done, all: signoffs.length })}</b>
        <span className={wall['space']} />
        {pages.length > 1 ? <Pager at={at} pages={pages.length} onPage={setAt} /> : null}
      </footer>
    </main>
  );
}

/** What fills less than half of the page stands larger. */
const SHORT_LINES = 7;

function sizeOf({ lines }: ReadingPage): 'large' | undefined {
  return heightOfAll(lines) <= SHORT_LINES ? 'large' : undefined;
}

function Page({ page, focus }: { page: ReadingPage; focus: string | null }) {
  return (
    <article className={styles['page']} key={page.key} data-size={sizeOf(page)}>
      <h2 {...ofPlan(page.title)}>{page.title}</h2>
      {page.lines.map(({ key, kind, text, done }) => (
        <p key={key} data-kind={kind} data-lit={focus === key || undefined} {...ofPlan(text)}>
          {kind === 'step' ? <Box done={done} /> : null}
          <span>{text}</span>
        </p>
      ))}
    </article>
  );
}

function Pager({ at, pages, onPage }: { at: number; pages: number; onPage: (page: number) => void }) {
  const t = useT();
  return (
    <span className={styles['pager']}>
      <button type="button" disabled={at === 0} data-testid="page-back" onClick={() => onPage(at - 1)}>
        <ArrowLeft />
        {t('board.wall.page_back')}
      </button>
      {t('board.wall.page', { page: at + 1, pages })}
      <button type="button" disabled={at === pages - 1} data-testid="page-on" onClick={() => onPage(at + 1)}>
        {t('board.wall.page_on')}
        <ArrowRight />
      </button>
    </span>
  );
}

function Thanks({ answer }: { answer: VersionAnswer | null }) {
  const t = useT();
  const { locale } = useLanguage();
  const next = answer?.content.nextReview?.date;
  return (
    <main className={sheet['centred']}>
      <section className={sheet['sheet']}>
        <h2>{t('board.wall.thanks')}</h2>
        {next ? (
          <p className={wall['big']}>
            {t('board.wall.next_meeting', { day: formatDay(next, locale, 'weekday') })}
          </p>
        ) : null}
      </section>
    </main>
  );
}

function Quiet({ text }: { text: string }) {
  return (
    <main className={sheet['centred']}>
      <p className={words['large']}>{text}</p>
    </main>
  );
}

const AGAIN_MS = 5_000;

/** The frozen content; asks again while the server cannot be reached. */
function useVersionContent(version: VersionRef | null): VersionAnswer | null {
  const api = useApi();
  const { me } = useView();
  const [answer, setAnswer] = useState<VersionAnswer | null>(null);
  const id = version?.id;
  useEffect(() => {
    if (!id) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const load = (): void => {
      api.call(readVersion, { params: { participationId: me.participationId, versionId: id } }).then(
        (loaded) => !gone && setAnswer(loaded),
        () => {
          timer = gone ? undefined : setTimeout(load, AGAIN_MS);
        },
      );
    };
    load();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, id, me.participationId]);
  return answer?.version.id === id ? answer : null;
}

const PAGE_KEYS: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** The page shown: follows the facilitator's selection, and the arrow keys of this screen. */
function usePage(pages: readonly ReadingPage[], focus: string | null): [number, (page: number) => void] {
  const [at, setAt] = useState(0);
  const last = Math.max(0, pages.length - 1);
  useEffect(() => {
    const found = pages.findIndex(({ lines }) => focus !== null && lines.some(({ key }) => key === focus));
    if (found >= 0) {
      setAt(found);
    }
  }, [pages, focus]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const by = PAGE_KEYS[alongReading(event.key)] ?? 0;
      setAt((page) => Math.min(last, Math.max(0, page + by)));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [last]);
  return [Math.min(at, last), setAt];
}
