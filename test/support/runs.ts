/**
 * How often each property is tried: 100 times, or TEST_RUNS. The seed is another one each time, printed,
 * and repeated by TEST_SEED.
 */
const { TEST_RUNS, TEST_SEED } = process.env;

export const RUNS = {
  numRuns: TEST_RUNS === undefined ? 100 : Number(TEST_RUNS),
  seed: TEST_SEED === undefined ? Date.now() % 2 ** 31 : Number(TEST_SEED),
};

console.info(`${String(RUNS.numRuns)} runs of each property, TEST_SEED=${String(RUNS.seed)}`);
