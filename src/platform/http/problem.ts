import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What went wrong, for a program and for a person (RFC 9457). `code` is stable; `title` is in the reader's language. */
export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 502 | 503;
  readonly code: string;
  readonly title: { readonly it: string; readonly en: string };
  readonly detail?: { readonly it: string; readonly en: string };
  /** Which fields are wrong: `path` as in `settings.handle`. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
};

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

/** The responses that any guarded route may give; spread into a route's `responses`. */
export const problemResponses = {
  400: {
    description: 'The request does not read',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
  401: {
    description: 'Nobody is signed in',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
  403: {
    description: 'Your role does not allow it',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
  404: {
    description: 'Not here, or not yours',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
  409: {
    description: 'Somebody was quicker',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
  422: {
    description: 'It reads, but cannot be done',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
} as const;

export type Language = 'it' | 'en';

/** The reader's language: Italian unless English is asked for first. */
export const requestLanguage = (context: Context): Language =>
  /^\s*en\b/i.test(context.req.header('accept-language') ?? '') ? 'en' : 'it';

export const problemResponse = (context: Context, problem: Problem) => {
  const language = requestLanguage(context);
  const body = {
    type: `urn:passaparola:problem:${problem.code}`,
    title: problem.title[language],
    status: problem.status,
    code: problem.code,
    ...(problem.detail ? { detail: problem.detail[language] } : {}),
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
  return context.json(body, problem.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  }) as never;
};

export const notFound: Problem = {
  status: 404,
  code: 'not-found',
  title: { it: 'Qui non c’è niente con questo indirizzo.', en: 'There is nothing at this address.' },
};

/** Somebody else changed a thing between the moment it was read and the moment it was to be kept. */
export const changedMeanwhile: Problem = {
  status: 409,
  code: 'changed-meanwhile',
  title: {
    it: 'Intanto qualcuno ha già cambiato questa pagina.',
    en: 'Somebody has changed this meanwhile.',
  },
  detail: {
    it: 'Quello che avevi scritto non è andato perso: guarda che cosa è cambiato, poi riprova.',
    en: 'What you wrote is not lost: look at what changed, then try again.',
  },
};

export const notAllowed: Problem = {
  status: 403,
  code: 'not-allowed',
  title: { it: 'Il tuo ruolo non lo permette.', en: 'Your role does not allow this.' },
  detail: {
    it: 'Chiedi a chi coordina di farlo, o di cambiare il tuo ruolo.',
    en: 'Ask a coordinator to do it, or to change your role.',
  },
};

export const notSignedIn: Problem = {
  status: 401,
  code: 'not-signed-in',
  title: { it: 'Devi entrare per continuare.', en: 'You need to sign in to go on.' },
};

/** A bug of ours: the log has it, the person is told plainly and nothing private. */
export const unexpected: Problem = {
  status: 500,
  code: 'unexpected',
  title: { it: 'Qualcosa non ha funzionato da parte nostra.', en: 'Something went wrong on our side.' },
  detail: {
    it: 'Quello che avevi salvato è al sicuro. Riprova; se succede ancora, avvisa chi gestisce l’installazione.',
    en: 'What you had saved is safe. Try again; if it happens again, tell whoever runs this installation.',
  },
};
