/**
 * Processor time of this thread for `work`, milliseconds: what else the machine does must not count for the
 * longer of two. The clock ticks in fractions of a millisecond, so one sample is of many calls.
 */
export function cpuMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
