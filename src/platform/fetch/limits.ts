/** Times are milliseconds, sizes bytes (of a body after decompression). */
export interface FetchLimits {
  readonly maxBytes: number;
  readonly maxHeaderBytes: number;
  readonly connectTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxRedirects: number;
  /** Of all large bodies that are in memory together: the others wait, each within its own time. */
  readonly maxBytesAtOnce: number;
}

export const defaultLimits: FetchLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
  connectTimeoutMs: 5_000,
  headersTimeoutMs: 10_000,
  totalTimeoutMs: 30_000,
  maxRedirects: 5,
  maxBytesAtOnce: 128 * 1024 * 1024,
};
