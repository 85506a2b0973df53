import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { type Problem, problemResponse } from './problem.ts';

/** A router whose validation failures are problems with the fields named, never a bare 400 and never a 500. */
export const createRouter = <Variables extends Env = Env>() =>
  new OpenAPIHono<Variables>({
    defaultHook: (result, context) => {
      if (!result.success) return problemResponse(context, invalidRequest(result.error.issues));
    },
  });

export const invalidRequest = (issues: readonly Pick<z.core.$ZodIssue, 'path' | 'message'>[]): Problem => ({
  status: 400,
  code: 'invalid-request',
  title: { it: 'Alcuni dati non vanno bene.', en: 'Some of the data is not right.' },
  errors: issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
});
