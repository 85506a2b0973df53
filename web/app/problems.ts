import { currentLanguage } from './language.tsx';

/** What the server said went wrong (RFC 9457), as an error that queries and mutations throw. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly errors: readonly { readonly path: string; readonly message: string }[];

  constructor(body: ProblemBody) {
    super(body.title);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail ?? null;
    this.errors = body.errors ?? [];
  }
}

type ProblemBody = {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
};

const it = {
  unreachable: 'Il server non risponde.',
  unreachableDetail: 'Quello che hai scritto resta qui. Controlla la rete e riprova tra poco.',
  unexpected: 'Qualcosa non ha funzionato.',
  unexpectedDetail: 'Non hai perso niente. Riprova; se succede ancora, dillo a chi gestisce il server.',
  tooMany: 'Troppi tentativi in poco tempo.',
  tooManyDetail: 'Aspetta un minuto e riprova.',
};
const en: typeof it = {
  unreachable: 'The server does not answer.',
  unreachableDetail: 'What you wrote stays here. Check your network and try again shortly.',
  unexpected: 'Something did not work.',
  unexpectedDetail: 'Nothing is lost. Try again; if it happens again, tell whoever runs the server.',
  tooMany: 'Too many attempts in a short time.',
  tooManyDetail: 'Wait a minute and try again.',
};
export const words = { it, en };

/** Title and detail of any failure, in words that a person can act on. */
export const describeProblem = (
  error: unknown,
): { readonly title: string; readonly detail: string | null } => {
  const w = words[currentLanguage()];
  if (error instanceof ApiProblem) return { title: error.message, detail: error.detail };
  if (error instanceof TypeError) return { title: w.unreachable, detail: w.unreachableDetail };
  return { title: w.unexpected, detail: w.unexpectedDetail };
};

/** Messages by field name, for a form's `validationErrors`. `strip` is the path's prefix, as in `values.`. */
export const fieldErrors = (error: unknown, strip = ''): Record<string, string> =>
  error instanceof ApiProblem
    ? Object.fromEntries(
        error.errors.map(({ path, message }) => [
          path.startsWith(strip) ? path.slice(strip.length) : path,
          message,
        ]),
      )
    : {};

/** Reads a failed response; bodies that are not problems (a proxy's page, better-auth's own errors) become one. */
export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const body = (await response.json().catch(() => null)) as Partial<ProblemBody> | null;
  if (body && typeof body.title === 'string' && typeof body.code === 'string') {
    return new ApiProblem({ ...(body as ProblemBody), status: response.status });
  }
  const w = words[currentLanguage()];
  const code = body && typeof body.code === 'string' ? body.code.toLowerCase() : `status-${response.status}`;
  return response.status === 429
    ? new ApiProblem({ title: w.tooMany, detail: w.tooManyDetail, status: 429, code })
    : new ApiProblem({ title: w.unexpected, detail: w.unexpectedDetail, status: response.status, code });
};
