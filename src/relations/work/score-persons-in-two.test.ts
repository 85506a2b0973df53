import { expect, test } from 'vitest';
import { createRandom } from '../model/graph/random.ts';
import { scorePersons } from '../model/persons/score-persons.ts';
import { graphOf, type Tie } from '../model/persons/some-graphs.fixture.ts';
import { scorePersonsInTwo } from './score-persons-in-two.ts';

const random = createRandom(5);
const ties = Array.from(
  { length: 4_000 },
  () => [random.below(200), random.below(200), 1 + random.below(5)] as Tie,
);

for (const weighted of [false, true])
  test(`two threads find what one finds, ${weighted ? 'with' : 'without'} weights`, async () => {
    const graph = graphOf(200, ties, weighted);
    const alone = scorePersons(graph);
    const inTwo = await scorePersonsInTwo(graph, { threshold: 0 });
    if (!inTwo.ok) throw new Error(JSON.stringify(inTwo.error));
    expect(inTwo.value.triangles).toBe(alone.triangles);
    expect(inTwo.value.overlap).toEqual(alone.overlap);
    inTwo.value.constraint.forEach((value, node) => {
      expect(value).toBeCloseTo(alone.constraint[node] as number, 13);
      expect(inTwo.value.effectiveSize[node]).toBeCloseTo(alone.effectiveSize[node] as number, 10);
    });
  });

test('what does not pay is done at once; what is cancelled says so', async () => {
  const graph = graphOf(200, ties);
  const signal = AbortSignal.abort();
  expect(await scorePersonsInTwo(graph, { signal })).toMatchObject({ ok: true });
  expect(await scorePersonsInTwo(graph, { signal, threshold: 0 })).toEqual({
    ok: false,
    error: { kind: 'cancelled' },
  });
});
