import type { Screen } from '../../shared/content/screen.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import type { DeviceRecord, Records } from '../store/store.ts';
import type { Context } from './context.ts';

/** Every screen with its PC; a connected one was seen when it last spoke. */
export async function listScreens(context: Context): Promise<ScreenView[]> {
  const { records } = context.store;
  const screens = await records.screens.all();
  const deviceByScreen = new Map(
    (await records.devices.live()).map((device) => [device.screenId, device]),
  );
  const heardAt = new Map(
    context.boards.states().map((state) => [state.screenId, state.heardAt ?? 0]),
  );
  return screens.map((screen) => {
    const device = deviceByScreen.get(screen.id);
    return asView(screen, device, heardAt.get(screen.id) ?? 0);
  });
}

/** One screen with its PC, as the store has it. */
export async function viewScreen(records: Records, screen: Screen): Promise<ScreenView> {
  return asView(screen, await records.devices.liveOfScreen(screen.id), 0);
}

/** The token's hash stays behind. */
function asView(screen: Screen, device: DeviceRecord | undefined, heardAt: number): ScreenView {
  if (!device) return { screen, device: null };
  const { id, screenId, pairedAt, revokedAt } = device;
  const lastSeenAt = Math.max(device.lastSeenAt ?? 0, heardAt) || null;
  return { screen, device: { id, screenId, pairedAt, lastSeenAt, revokedAt } };
}
