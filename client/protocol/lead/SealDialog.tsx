import { seal as sealRoute } from '#shared/api/routes/protocol.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { useApi, useLanguage, useT, useView } from '../../app/context.ts';
import { formatList } from '../../app/format.ts';
import { useRequest } from '../../app/useRequest.ts';
import { Question } from '../../ui/overlays/Question.tsx';
import { isThinking, saidOf } from '../said.ts';

/** The question before sealing: it says who has not decided and who does not agree. */
export function SealDialog(props: { version: VersionRef; open: boolean; onClose: () => void }) {
  const { version, open, onClose } = props;
  const view = useView();
  const api = useApi();
  const t = useT();
  const { locale } = useLanguage();
  const { busy, error, run } = useRequest();
  const seal = async () => {
    const params = { participationId: view.me.participationId, versionId: version.id };
    if (await run(() => api.call(sealRoute, { params }))) {
      onClose();
    }
  };
  const named = (people: typeof view.signoffs) =>
    formatList(
      people.map(({ person }) => person.name),
      locale,
    );
  const undecided = view.signoffs.filter(({ state }) => state === 'offen');
  const thinking = view.signoffs.filter(isThinking);
  const later = undecided.length + thinking.length > 0;
  const openWords = [
    ...(undecided.length > 0 || !later
      ? [t('signing.seal_open', { count: undecided.length, names: named(undecided) })]
      : []),
    ...thinking.map(({ person, thinkUntil }) =>
      t('signing.seal_thinking', {
        name: person.name,
        said: saidOf({ decision: 'bedenkzeit', thinkUntil }, t, locale),
      }),
    ),
    ...(later ? [t('signing.seal_open_later')] : []),
  ];
  const earlierWords = undecided.flatMap(({ person, earlier }) =>
    earlier
      ? [
          t('signing.seal_earlier', {
            name: person.name,
            version: earlier.version,
            said: saidOf(earlier, t, locale),
          }),
        ]
      : [],
  );
  const against = view.signoffs.filter(({ decision }) => decision === 'nicht_einverstanden');
  return (
    <Question
      open={open}
      onClose={onClose}
      title={t('signing.seal_title')}
      no={t('signing.seal_not_yet')}
      yes={t('signing.seal')}
      onYes={seal}
      busy={busy}
      error={error}
      testIds={{ no: 'protocol-seal-not-yet', yes: 'protocol-seal-confirm' }}
    >
      <p>{t('signing.seal_text', { version: version.number, code: version.code })}</p>
      <p data-testid="protocol-seal-open">{openWords.join(' ')}</p>
      {earlierWords.length > 0 ? <p>{earlierWords.join(' ')}</p> : null}
      {against.length > 0 ? <p>{t('signing.seal_against', { names: named(against) })}</p> : null}
    </Question>
  );
}
