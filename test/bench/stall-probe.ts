/**
 * Loaded into a server that is measured (`--import`): notes the longest stall of its event loop, and writes it
 * into the file `STALL_FILE`, milliseconds, at each SIGUSR2. Counts from then on anew.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('SIGUSR2', () => {
  const { STALL_FILE: file } = process.env;
  if (file !== undefined) writeFileSync(file, String(delay.max / 1e6 - RESOLUTION_MS));
  delay.reset();
});
