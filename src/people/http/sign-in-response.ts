import type { Context } from 'hono';
import type { Authentication } from '../authentication.ts';

/** Signs in whoever has just made their account: their cookie leaves with this response. */
export const signInResponse = async (
  context: Context,
  authentication: Authentication,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> => {
  const { headers } = await authentication.api.signInEmail({
    body: { email, password },
    headers: context.req.raw.headers,
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) context.header('set-cookie', cookie, { append: true });
};
