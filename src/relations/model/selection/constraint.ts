/** Who may be chosen and what it may cost. `costs` null: every member costs 1 and `budget` is how many. */
export type Constraint = {
  /** Nodes that may be chosen freely: in the band, not excluded, not pinned; ascending. */
  readonly candidates: Uint32Array;
  /** Members whatever they cost, in order. */
  readonly pins: Uint32Array;
  readonly costs: Float64Array | null;
  readonly budget: number;
};
