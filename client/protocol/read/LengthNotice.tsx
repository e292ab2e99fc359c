import { useMemo } from 'react';
import { LONG_PAGES, lengthOf, MOST_PAGES } from '#shared/protocol/report/length.ts';
import { reportOf } from '#shared/protocol/report/report.ts';
import { usePlan, useT, useView } from '../../app/context.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { documentWords } from '../document-words.ts';
import { previewContent } from './preview-record.ts';

/** Before a long plan is read aloud: how long the protocol gets, and where most of it stands. */
export function LengthNotice() {
  const t = useT();
  const plan = usePlan();
  const view = useView();
  const { pages, parts } = useMemo(() => {
    const content = previewContent(plan, view);
    return lengthOf(reportOf({ content, version: null, signoffs: [] }, documentWords(content)));
  }, [plan, view]);
  const [longest] = parts;
  return pages < LONG_PAGES || !longest ? null : (
    <div data-testid="protocol-length">
      <Notice tone={pages > MOST_PAGES ? 'warn' : 'info'} announce="none">
        {t('signing.long', { pages, part: longest.title, most: longest.pages })}
        {pages > MOST_PAGES ? ` ${t('signing.long_no_pdf', { pages: MOST_PAGES })}` : null}
      </Notice>
    </div>
  );
}
