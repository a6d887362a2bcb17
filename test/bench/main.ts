/** `npm run bench [-- NAME … --json]`: runs all benchmarks or those whose names begin so. Judges nothing. */
import { print, type Bench } from './figure.ts';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  bundle: async () => (await import('./bundle.ts')).bundle,
  start: async () => (await import('./start.ts')).start,
  'boot-cold': async () => (await import('./boot-cold.ts')).bootCold,
  'boot-offline': async () => (await import('./boot-offline.ts')).bootOffline,
  glass: async () => (await import('./glass.ts')).glass,
  'fanout-1000': async () => (await import('./fanout.ts')).fanout(1000),
  'fanout-5000': async () => (await import('./fanout.ts')).fanout(5000),
  'receipts-5000': async () => (await import('./receipts.ts')).receipts(5000),
  'reconnect-5000': async () => (await import('./reconnect.ts')).reconnect(5000),
  plays: async () => (await import('./plays.ts')).plays,
  'plan-60': async () => (await import('./plan.ts')).plan(60),
  'plan-1000': async () => (await import('./plan.ts')).plan(1000),
  'plan-10000': async () => (await import('./plan.ts')).plan(10_000),
  'on-air': async () => (await import('./plan.ts')).onAir,
  'expand-10000': async () => (await import('./expand.ts')).expand,
  effect: async () => (await import('./plan.ts')).effect,
  // A change takes nine seconds: all hundred only for whoever asks for them.
  'on-time': async () => (await import('./on-time.ts')).onTime(wanted.length > 0 ? 100 : 20),
  'in-step': async () => (await import('./in-step.ts')).inStep(wanted.length > 0 ? 100 : 20),
  // Two hundred of each size take ten minutes.
  swap: async () => (await import('./swap.ts')).swap(wanted.length > 0 ? 200 : 40),
  // Eight thousand take most of an hour.
  soak: async () => (await import('./soak.ts')).soak(wanted.length > 0 ? 8000 : 600),
  photo: async () => (await import('./photo.ts')).photo,
  'slide-paint': async () => (await import('./slide-paint.ts')).slidePaint,
  'board-memory': async () => (await import('./board-memory.ts')).boardMemory,
};

const words = process.argv.slice(2);
const json = words.includes('--json');
const wanted = words.filter((word) => word !== '--json');
const unknown = wanted.filter(
  (word) => !Object.keys(benches).some((name) => name.startsWith(word)),
);
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
  const bench = await load();
  for (const figure of await bench()) print(figure, json);
}
process.exit(0);
