import { describe, expect, it } from 'vitest';
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

  it('what is put at rest is not asked for again', async () => {
    let readings = 0;
    const resource = new Resource(() => Promise.resolve((readings += 1)));
    resource.put(7);
    resource.subscribe(() => undefined)();
    expect([resource.value, readings]).toEqual([7, 0]);
  });
});
