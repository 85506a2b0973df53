/** A web as it leaves the house: for other programs to read. */
type ExportedPerson = {
  readonly id: string;
  readonly name: string;
  readonly circle: string | null;
  /** With us, decayed: 0 for people we have no tie with. */
  readonly strength: number;
};

type ExportedTie = {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
  /** 2 min / (sum) of the two directions: 0 to 1. */
  readonly reciprocity: number;
};

export type ExportedWeb = {
  readonly people: readonly ExportedPerson[];
  readonly ties: readonly ExportedTie[];
};
