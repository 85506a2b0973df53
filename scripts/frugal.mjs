import v8 from 'node:v8';

/**
 * The environment in which the server takes the memory that it needs instead of what a large machine would let it have. V8 puts off
 * its collecting in proportion to the room it has, and keeps two young halves of up to 64 MB each; glibc keeps a pool of freed memory for
 * each thread, and in it whole documents that were read and let go. What the environment already says stays: of the same switch twice Node takes the later one.
 */
export const frugal = (environment) => ({
  MALLOC_ARENA_MAX: '2',
  // Saying it, even with its own default, holds it there: else glibc raises it with the largest piece ever freed.
  MALLOC_TRIM_THRESHOLD_: '131072',
  ...environment,
  NODE_OPTIONS: [
    `--max-semi-space-size=${YOUNG_HALF_MB}`,
    `--max-old-space-size=${Math.min(OLD_MB, nodesOwnLimitMb())}`,
    environment.NODE_OPTIONS,
  ]
    .filter(Boolean)
    .join(' '),
});

const YOUNG_HALF_MB = 8;
/** Some ten times what an intake of ten feeds at once holds. Below 1,024 V8 lets garbage grow to the size of what is in use, above to three times it. */
const OLD_MB = 960;

/** A small machine has less to give. */
const nodesOwnLimitMb = () => Math.floor(v8.getHeapStatistics().heap_size_limit / 2 ** 20);
