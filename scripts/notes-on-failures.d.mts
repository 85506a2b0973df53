/** What of vitest's JSON report is read. */
export type TestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

/** What failed, a line or two each: the file, the test, how the failure begins. */
export declare const notesOnFailures: (report: TestReport) => readonly string[];
