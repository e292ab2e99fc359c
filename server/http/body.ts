import type { Context } from 'hono';
import * as z from 'zod/mini';
import { parseJson } from '#shared/json.ts';
import { DomainError, type FieldProblem } from '../access/domain-error.ts';

/** Reads a JSON body by its schema. What does not fit is refused with each field and its reason. */
export async function readBody<S extends z.ZodMiniType>(c: Context, schema: S): Promise<z.output<S>> {
  const parsed = z.safeParse(schema, await bodyOf(c), { reportInput: true });
  if (!parsed.success) {
    throw new DomainError('bad_request', problemsOf(parsed.error.issues));
  }
  return parsed.data;
}

async function bodyOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  const value = parseJson(text === '' ? '{}' : text);
  if (value === undefined) {
    throw new DomainError('bad_request', [{ field: '', reason: 'not_json' }]);
  }
  return value;
}

type Issue = z.core.$ZodIssue;

function problemsOf(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field: [...issue.path, field].join('.'), reason: 'unknown_field' }))
      : [{ field: issue.path.join('.'), reason: reasonOf(issue) }],
  );
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'invalid';
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'invalid';
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid';
    case 'invalid_format':
      return issue.format === 'date' ? 'date' : 'invalid';
    default:
      return 'invalid';
  }
}
