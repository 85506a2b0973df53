import type { Context } from 'hono';
import type { Authentication } from '../authentication.ts';
import type { Person } from '../model/person.ts';

export type ReadSession = { readonly sessionId: string; readonly person: Person };

/** Who sends this request; null when nobody is signed in. Passes on the cookie when the session was prolonged. */
export const readSession = async (
  context: Context,
  authentication: Authentication,
): Promise<ReadSession | null> => {
  if (!context.req.header('cookie')) return null;
  const { headers, response } = await authentication.api.getSession({
    headers: context.req.raw.headers,
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) context.header('set-cookie', cookie, { append: true });
  if (!response) return null;
  const { user, session } = response;
  return { sessionId: session.id, person: asPerson(user) };
};

type User = NonNullable<Awaited<ReturnType<Authentication['api']['getSession']>>>['user'];

const asPerson = (user: User): Person => ({
  id: user.id,
  name: user.name,
  email: user.email,
  language: user.language === 'en' ? 'en' : 'it',
  timeZone: user.timeZone ?? 'Europe/Rome',
  theme: (user.theme ?? 'system') as Person['theme'],
  density: (user.density ?? 'calm') as Person['density'],
  twoFactor: user.twoFactorEnabled === true,
});
