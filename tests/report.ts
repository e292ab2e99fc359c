import { readFileSync } from 'node:fs';

/** Reads what Vitest's JSON reporter wrote of one run. */

export interface Count {
  passed: number;
  failed: number;
}

export interface Outcome extends Count {
  failures: string[];
  failedFiles: string[];
  /** How many passed in the files in which nothing failed. */
  passedElsewhere: number;
}

interface TestFile {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
}

interface Report {
  numPassedTests: number;
  testResults: TestFile[];
}

/** A file that fails while loading has no tests; it must not vanish. Neither may a skipped test. */
function failuresIn({ name, status, message, assertionResults }: TestFile): string[] {
  if (status === 'failed' && assertionResults.length === 0) {
    return [`${name}: ${message}`];
  }
  return assertionResults
    .filter((one) => one.status !== 'passed')
    .map(({ fullName, failureMessages, ...one }) =>
      [`${name}: ${fullName} (${one.status})`, ...failureMessages].join('\n'),
    );
}

/** The outcome of a run that ended with `code`; one that left no report has failed. */
export function readReport(file: string, code: number): Outcome {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const failed = report.testResults.filter((one) => failuresIn(one).length > 0);
    const failures = failed.flatMap(failuresIn);
    const inFailed = failed.flatMap((one) => one.assertionResults).filter((one) => one.status === 'passed');
    return {
      passed: report.numPassedTests,
      failed: failures.length || (code === 0 ? 0 : 1),
      failures,
      failedFiles: failed.map((one) => one.name),
      passedElsewhere: report.numPassedTests - inFailed.length,
    };
  } catch {
    return { passed: 0, failed: 1, failures: [], failedFiles: [], passedElsewhere: 0 };
  }
}
