/**
 * Expected failures are data: an action returns `Ok` or `Err`, and the compiler makes the caller look.
 * Exceptions are for bugs and for the machine giving way (disk, memory, network inside our own house).
 */
export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Err<Failure> = { readonly ok: false; readonly error: Failure };
export type Result<Value, Failure> = Ok<Value> | Err<Failure>;

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });

export const err = <Failure>(error: Failure): Err<Failure> => ({ ok: false, error });

/** The value, or a thrown bug: for places where failure would mean that our own reasoning is wrong. */
export const expectOk = <Value, Failure>(result: Result<Value, Failure>): Value => {
  if (result.ok) return result.value;
  throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
};
