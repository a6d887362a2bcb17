import { expect, it, describe } from 'vitest';
import { openBoardDatabase } from '../../../kiosk/cache/database.ts';
import { forgetDevice, readDevice, writeDevice } from '../../../kiosk/cache/device-memory.ts';

describe('a device that was cut off', () => {
  it('forgets who it was, and the plays that would count for its next screen', async () => {
    const database = await openBoardDatabase('forgets');
    await writeDevice(localStorage, database, { token: 'secret', screenId: 'plaza-1' });
    await database.put('plays', {
      id: crypto.randomUUID(),
      slideId: 'bread',
      revisionId: 'bread-1',
      bookingId: null,
      slotStartMs: 0,
      startedAt: 0,
      endedAt: 15_000,
      outcome: 'played',
      manifestRevision: 1,
    });
    await forgetDevice(localStorage, database);
    expect(await readDevice(localStorage, database)).toBeNull();
    expect(await database.count('plays')).toBe(0);
    database.close();
  });
});
