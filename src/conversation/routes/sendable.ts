/** The same as data to be sent: the routes' types know no read-only lists. */
export type Sendable<Value> = Value extends object
  ? { -readonly [Name in keyof Value]: Sendable<Value[Name]> }
  : Value;

export const sendable = <Value>(value: Value): Sendable<Value> => value as Sendable<Value>;
