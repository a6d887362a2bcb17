/** The process on the board's PC: `node dist/launcher/main.js [ADDRESS]`. Its settings are in README.md. */
import { join } from 'node:path';
import { BoardPc } from './device.ts';
import { FaultBox } from './fault-box.ts';
import { Launcher } from './launcher.ts';
import { readSettings, SettingRefused, type Settings } from './settings.ts';
import { systemdNotify } from './systemd-notify.ts';
import { boardTimes } from './times.ts';

const VERSION = '1';

const log = (line: string) => {
  process.stdout.write(`${line.replaceAll(/\s+/g, ' ')}\n`);
};

const settings = settingsOrExit();
const device = new BoardPc();
const notify = systemdNotify(process.env);
const launcher = new Launcher({
  settings,
  times: boardTimes,
  device,
  faults: new FaultBox(join(settings.stateFolder, 'faults.json'), log),
  version: VERSION,
  log,
  now: () => Date.now(),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log(`${signal}: ending the browser`);
    notify.stop();
    void launcher.stop();
  });
}
log(`the board's page is ${settings.boardUrl.origin}${settings.boardUrl.pathname}`);
// A panel that takes long to say that it cannot must not keep the board dark.
void device.findPanel();
notify.ready();
await launcher.run();
process.exit(0);

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env, process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof SettingRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    // EX_CONFIG: systemd need not try again what only a person can mend.
    process.exit(78);
  }
}
