import type { DemoAnswer } from '#shared/api/answers.ts';
import { showExample } from '#shared/api/routes/example.ts';
import type { Api } from '../app/api.ts';
import { Wait } from '../app/Pages.tsx';
import { FirstStart } from '../example/FirstStart.tsx';
import { FrontDoor } from './FrontDoor.tsx';
import { NotLoaded } from './NotLoaded.tsx';
import { useAnswer } from './useAnswer.ts';

const askExample = (api: Api): Promise<DemoAnswer> => api.call(showExample);

/** `/`: the newcomer's page while the example is there, else the front door. */
export function Start() {
  const { answer, ask } = useAnswer(askExample);
  if (answer.kind === 'waiting') {
    return <Wait />;
  }
  if (answer.kind === 'here') {
    return <FirstStart demo={answer.value} onReset={ask} />;
  }
  if (answer.error.code === 'not_found') {
    return <FrontDoor />;
  }
  return <NotLoaded message={answer.error.message} onAgain={ask} />;
}
