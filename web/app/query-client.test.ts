import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { ApiProblem } from './problems.ts';
import { createQueryClient } from './query-client.ts';

/** What is shown of an answer that was read once and then met a failure. */
const shownAfter = async (failure: Error): Promise<unknown> => {
  const client = createQueryClient();
  let isRefused = false;
  const observer = new QueryObserver(client, {
    queryKey: ['letter'],
    queryFn: async () => {
      if (isRefused) throw failure;
      return 'what was said';
    },
    retry: false,
  });
  const stop = observer.subscribe(() => {});
  await observer.refetch();
  expect(observer.getCurrentResult().data).toBe('what was said');
  isRefused = true;
  await observer.refetch();
  const { data, isError } = observer.getCurrentResult();
  stop();
  expect(isError).toBe(true);
  return data;
};

it('what is not ours to read any more is gone from the screen', async () => {
  for (const status of [403, 404, 410])
    expect(await shownAfter(new ApiProblem({ title: 'Non c’è', status, code: 'x' }))).toBeUndefined();
});

it('what could not be read again for another reason stays', async () => {
  expect(await shownAfter(new ApiProblem({ title: 'Riprova', status: 503, code: 'x' }))).toBe(
    'what was said',
  );
  expect(await shownAfter(new Error('no network'))).toBe('what was said');
});
