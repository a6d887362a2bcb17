import { describe, expect, it } from 'vitest';
import {
  noBuilds,
  onPainted,
  onStart,
  onUnseen,
  parseBuilds,
  type Builds,
} from '../../../kiosk/cache/builds.ts';

/** A board on which `old` has drawn frames. */
const settled = onPainted(noBuilds, 'old');

/** Starts of the page while `newest` is the newest build: what each was served. */
function starts(builds: Builds, newest: string, count: number) {
  let known = builds;
  const served = Array.from({ length: count }, () => {
    const started = onStart(known, newest);
    known = started.builds;
    return started.serve;
  });
  return { served, builds: known };
}

describe('builds of the page', () => {
  it('[B9] serves the first build there is, however often it fails', () => {
    expect(starts(noBuilds, 'old', 5).served).toEqual(Array.from({ length: 5 }, () => 'old'));
  });

  it('[B9] gives the one before its place back after two starts without a frame', () => {
    const { served, builds } = starts(settled, 'new', 4);
    expect(served).toEqual(['new', 'new', 'old', 'old']);
    expect(builds).toEqual({ good: 'old', trial: null, refused: ['new'] });
  });

  it('[B9] keeps to a build that has drawn a frame, also on its second start', () => {
    const once = starts(settled, 'new', 2);
    const { served } = starts(onPainted(once.builds, 'new'), 'new', 5);
    expect(served).toEqual(Array.from({ length: 5 }, () => 'new'));
  });

  it('[B9] tries a build with another name, and forgets no refusal meanwhile', () => {
    const { builds } = starts(settled, 'new', 3);
    const next = starts(builds, 'newer', 1);
    expect(next.served).toEqual(['newer']);
    expect(onPainted(next.builds, 'newer')).toEqual({
      good: 'newer',
      trial: null,
      refused: ['new'],
    });
  });

  it('[B9] believes no late frame of a build that was refused', () => {
    const { builds } = starts(settled, 'new', 3);
    expect(onPainted(builds, 'new')).toEqual(builds);
  });

  it('[B9] does not count a start that nobody saw', () => {
    let builds: Builds = settled;
    for (let turn = 0; turn < 5; turn += 1) builds = onUnseen(onStart(builds, 'new').builds);
    expect(onStart(builds, 'new').serve).toBe('new');
  });

  it('[B9] lets a page of the old build leave the trial of the new one alone', () => {
    const { builds } = starts(settled, 'new', 1);
    expect(onPainted(builds, 'old').trial).toEqual({ version: 'new', starts: 1 });
  });

  it.each([null, 7, 'x', [], {}, { good: 1, trial: { version: 'a' }, refused: [1, 'b'] }])(
    '[B10] reads %j as far as it can',
    (stored) => {
      const { good, trial, refused } = parseBuilds(stored);
      expect([good, trial]).toEqual([null, null]);
      expect(refused.every((one) => one === 'b')).toBe(true);
    },
  );

  it('[B10] reads back what it wrote', () => {
    const { builds } = starts(settled, 'new', 1);
    expect(parseBuilds(JSON.parse(JSON.stringify(builds)))).toEqual(builds);
  });
});
