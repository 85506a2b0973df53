import type { FediverseContext } from './client.ts';

/**
 * Whether an instance really streams: `/api/v1/streaming/health` answers "OK"
 * (https://docs.joinmastodon.org/methods/streaming/#health). Some name an address where there is nothing.
 */
export const streamsAt = async (
  { http }: Pick<FediverseContext, 'http'>,
  address: string | undefined,
): Promise<boolean> => {
  if (!address) return false;
  const health = `${address.replace(/^ws/, 'http')}/api/v1/streaming/health`;
  const answer = await http.request(health, { timeoutMs: 10_000, maxBytes: 100_000 });
  return answer.ok && answer.value.status === 200 && answer.value.text().trim().toUpperCase() === 'OK';
};
