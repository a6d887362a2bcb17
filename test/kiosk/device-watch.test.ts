import { describe, expect, it, vi } from 'vitest';
import { DeviceWatch } from '../../kiosk/device-watch.ts';

function watch(estimate: (() => Promise<StorageEstimate>) | null) {
  let onLong: (ms: number) => void = () => undefined;
  let nowMs = 0;
  const device = new DeviceWatch({
    estimate,
    isPersisted: () => true,
    watchFrames: (callback) => (onLong = callback),
    monotonicMs: () => nowMs,
    startedAt: () => 1000,
  });
  return { device, long: (ms: number) => onLong(ms), pass: (ms: number) => (nowMs += ms) };
}

describe('DeviceWatch', () => {
  it('[W30] counts the frames that a long one took the place of', () => {
    const { device, long } = watch(null);
    expect(device.facts()).toEqual({ frames: { sinceAt: 1000, dropped: 0, longestMs: 0 } });
    long(50);
    long(200.4);
    expect(device.facts().frames).toEqual({ sinceAt: 1000, dropped: 2 + 11, longestMs: 200 });
  });

  it('[W30] knows the storage from the second word on, and asks once a minute', async () => {
    const estimate = vi.fn(() => Promise.resolve({ usage: 10.5, quota: 100 }));
    const { device, pass } = watch(estimate);
    device.facts();
    await vi.waitFor(() => {
      expect(device.facts().storage).toEqual({ usedBytes: 11, quotaBytes: 100, persisted: true });
    });
    expect(estimate).toHaveBeenCalledTimes(1);
    pass(60_000);
    estimate.mockRejectedValueOnce(new Error('no'));
    device.facts();
    await Promise.resolve();
    expect(device.facts().storage?.usedBytes).toBe(11);
    expect(estimate).toHaveBeenCalledTimes(2);
  });
});
