import { request } from 'node:http';
import type { TestBrowser } from '../../helpers/app/browser.ts';

/** A request of which the server has the head and one byte of the body. */
export interface HeldRequest {
  /** Status and code of the answer, which may come before the rest is sent. */
  answer: Promise<string>;
  /** Sends the rest; gives status and code of the answer. */
  finish(): Promise<string>;
  /** Hangs up. */
  abort(): void;
}

/** Sends the head of a POST and one byte of its body. The head has been read once a later request is answered. */
export function holdPost(
  { url, browser }: { url: string; browser: TestBrowser },
  path: string,
  body: unknown,
): HeldRequest {
  const text = JSON.stringify(body);
  const sent = request(`${url}${path}`, {
    method: 'POST',
    agent: false,
    headers: {
      origin: url,
      cookie: browser.cookieHeader(),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    },
  });
  const answer = new Promise<string>((resolve) => {
    sent.on('error', (error) => resolve(error.message));
    sent.on('response', (response) => {
      let got = '';
      response.on('data', (part) => {
        got += part;
      });
      response.on('end', () =>
        resolve(`${response.statusCode} ${JSON.parse(got || '{}').error ?? ''}`.trim()),
      );
    });
  });
  sent.write(text.slice(0, 1));
  return {
    answer,
    finish() {
      sent.end(text.slice(1));
      return answer;
    },
    abort: () => sent.destroy(),
  };
}
