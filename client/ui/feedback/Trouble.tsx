import { Notice } from './Notice.tsx';

/** Why something did not work, said at once; nothing while nothing went wrong. */
export function Trouble({ error }: { error: string | null }) {
  return error ? (
    <Notice tone="err" announce="alert">
      {error}
    </Notice>
  ) : null;
}
