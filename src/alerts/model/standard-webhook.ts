/** Seconds before each further attempt, as Standard Webhooks 1.0 proposes; after the last it has failed. */
export const RETRY_AFTER_S: readonly number[] = [
  5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
];
