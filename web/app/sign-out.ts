import type { QueryClient } from '@tanstack/react-query';
import { call } from './api.ts';

/** Ends this session and forgets everything that was read in it. */
export const signOut = async (client: QueryClient): Promise<void> => {
  await call('POST', '/api/auth/sign-out', {});
  client.clear();
};
