import type { Context } from 'hono';
import * as z from 'zod/mini';
import { parseJson } from '#shared/json.ts';
import { DomainError, type FieldProblem } from '../access/domain-error.ts';

/** Fields that a refusal names; a body of 64 KB has thousands, and each is put into words. */
const MOST_TOLD = 10;
/** So much of a name that somebody made up is given back. */
const NAME_CHARS = 100;

/** Reads a JSON body by its schema. What does not fit is refused with the first fields and their reasons. */
export async function readBody<S extends z.ZodMiniType>(c: Context, schema: S): Promise<z.output<S>> {
  const body = await bodyOf(c);
  // Without `reportInput`: it would write the whole body into the message of the error.
  const parsed = z.safeParse(schema, body);
  if (!parsed.success) {
    throw new DomainError('bad_request', problemsOf(parsed.error.issues, body));
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

function problemsOf(issues: readonly Issue[], body: unknown): FieldProblem[] {
  const problems = issues
    .slice(0, MOST_TOLD)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, MOST_TOLD).map((key) => problem([...issue.path, key], 'unknown_field'))
        : [problem(issue.path, reasonOf(issue, body))],
    );
  return problems.slice(0, MOST_TOLD);
}

function problem(path: readonly PropertyKey[], reason: string): FieldProblem {
  return { field: path.join('.').slice(0, NAME_CHARS), reason };
}

function reasonOf(issue: Issue, body: unknown): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'invalid';
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'invalid';
    case 'invalid_type':
      return isThere(body, issue.path) ? 'invalid' : 'required';
    case 'invalid_format':
      return issue.format === 'date' ? 'date' : 'invalid';
    default:
      return 'invalid';
  }
}

function isThere(body: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    body,
  );
  return found !== undefined;
}
