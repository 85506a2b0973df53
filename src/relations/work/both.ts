import { err, ok, type Result } from '../../platform/result.ts';

/** Waits for two works that share `stop`: as soon as one fails the other is told to stop, and its failure is the answer. */
export const both = async <One, Other, Failure>(
  stop: AbortController,
  one: Promise<Result<One, Failure>>,
  other: Promise<Result<Other, Failure>>,
): Promise<Result<readonly [One, Other], Failure>> => {
  const failures: Failure[] = [];
  const watch = async <Value>(work: Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> => {
    const result = await work;
    if (!result.ok) {
      failures.push(result.error);
      stop.abort();
    }
    return result;
  };
  const [first, second] = await Promise.all([watch(one), watch(other)]);
  if (first.ok && second.ok) return ok([first.value, second.value]);
  return err(failures[0] as Failure);
};
