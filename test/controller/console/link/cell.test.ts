import { describe, expect, it, vi } from 'vitest';
import { Resource } from '../../../../controller/console/link/cell.ts';

describe('Resource', () => {
  it('what was put while it is read is not lost to the older reply', async () => {
    const replies: ((value: string) => void)[] = [];
    const resource = new Resource(() => new Promise<string>((reply) => replies.push(reply)));
    const reading = resource.reload();
    resource.put('saved');
    replies[0]?.('before the save');
    await expect.poll(() => replies.length).toBe(2);
    replies[1]?.('saved, as read');
    await reading;
    expect(resource.value).toBe('saved, as read');
  });

  it('what changes at the very end of a reading is read', async () => {
    const read = vi.fn(() => Promise.resolve(read.mock.calls.length));
    const resource = new Resource(read);
    let isFirst = true;
    resource.subscribe(() => {
      if (isFirst) queueMicrotask(() => resource.invalidate());
      isFirst = false;
    });
    await expect.poll(() => resource.value).toBe(2);
  });

  it('what is put at rest is not asked for again', () => {
    const read = vi.fn(() => Promise.resolve(1));
    const resource = new Resource(read);
    resource.put(7);
    resource.subscribe(() => undefined)();
    expect(resource.value).toBe(7);
    expect(read).not.toHaveBeenCalled();
  });
});
