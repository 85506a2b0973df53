import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Env } from 'hono';
import en from 'zod/v4/locales/en.js';
import it from 'zod/v4/locales/it.js';
import { type Language, type Problem, problemResponse, requestLanguage } from './problem.ts';

/** A router whose validation failures are problems with the fields named, never a bare 400 and never a 500. */
export const createRouter = <Variables extends Env = Env>() =>
  new OpenAPIHono<Variables>({
    defaultHook: (result, context) => {
      if (!result.success)
        return problemResponse(context, invalidRequest(result.error.issues, requestLanguage(context)));
    },
  });

const sayings = { it: it().localeError, en: en().localeError } as const;

type Issue = z.core.$ZodIssue;

/** Which fields are wrong and why, in the reader's language. */
export const invalidRequest = (issues: readonly Issue[], language: Language): Problem => ({
  status: 400,
  code: 'invalid-request',
  title: { it: 'Alcuni dati non vanno bene.', en: 'Some of the data is not right.' },
  errors: issues.map((issue) => ({ path: issue.path.join('.'), message: say(issue, language) })),
});

/** A sentence of our own (a `custom` issue's) stays as it was written; the others are said by the library's locale. */
const say = (issue: Issue, language: Language): string => {
  if (issue.code === 'custom') return issue.message;
  const said = sayings[language](issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
};

/** A body that is not what its content type says. */
export const unreadableBody: Problem = {
  status: 400,
  code: 'unreadable-body',
  title: {
    it: 'La richiesta non si legge: il corpo deve essere JSON.',
    en: 'The request does not read: its body must be JSON.',
  },
  errors: [{ path: 'body', message: 'JSON' }],
};

export const tooLarge: Problem = {
  status: 413,
  code: 'too-large',
  title: {
    it: 'La richiesta è troppo grande: il massimo è 1 MB.',
    en: 'The request is too large: 1 MB at most.',
  },
};
