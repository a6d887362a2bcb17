import { describe, expect, it } from 'vitest';
import { boardFacts } from '../../../../controller/console/parts/board-facts.ts';
import { healthOf } from '../../../../controller/console/parts/board-health.ts';
import { commandWords } from '../../../../controller/console/parts/command-words.ts';
import type { Trouble, TroubleKind } from '../../../../shared/content/trouble.ts';
import type { CommandState } from '../../../../shared/protocol/commands.ts';
import type { Beat, ScreenState } from '../../../../shared/protocol/events.ts';
import { boardState, NOW } from '../../../support/console-fixture.ts';
import { aScreen } from '../../../support/values.ts';

const view = {
  screen: aScreen({ id: 'plaza-1' }),
  device: { id: 'pc', screenId: 'plaza-1', pairedAt: 1, lastSeenAt: null, revokedAt: null },
};
const trouble = (kind: TroubleKind, fields: Partial<Trouble> = {}): Trouble => ({
  ...{ id: kind, screenId: 'plaza-1', kind, startedAt: NOW - 120_000, changedAt: NOW },
  ...{ endedAt: null, toldAt: NOW, endToldAt: null, ...fields },
});
const beat = (fields: Partial<Beat>): ScreenState => {
  const state = boardState();
  return { ...state, beat: { ...state.beat!, ...fields } };
};

describe('how a board is', () => {
  it.each([
    { why: 'a board that is heard', state: boardState(), troubles: [], word: '정상' },
    { why: 'one of which nothing was heard', state: undefined, troubles: [], word: '끊김' },
    {
      why: 'one that missed three beats',
      state: boardState({ heardAt: NOW - 46_000 }),
      troubles: [],
      word: '끊김',
    },
    {
      why: 'one in trouble',
      state: boardState(),
      troubles: [trouble('clock')],
      word: '살펴볼 것',
    },
    {
      why: 'one whose trouble is over',
      state: boardState(),
      troubles: [trouble('clock', { endedAt: NOW })],
      word: '정상',
    },
    {
      why: 'one that left a slide out',
      state: beat({ failedSlideIds: ['bread'] }),
      troubles: [],
      word: '살펴볼 것',
    },
  ])('[W1] $why is: $word', ({ state, troubles, word }) => {
    expect(healthOf({ view, state, troubles, at: NOW }).word).toBe(word);
  });

  it('[W6] names the worst first, and says what to do', () => {
    const troubles = [trouble('storage'), trouble('silent')];
    const { word, problems } = healthOf({ view, state: undefined, troubles, at: NOW });
    expect(word).toBe('끊김');
    expect(problems[0]?.what).toBe('연결이 끊겼습니다 · 2분째');
    expect(problems[1]?.todo).toContain('디스크');
  });

  it('is told apart from a screen without a PC', () => {
    const without = { ...view, device: null };
    expect(healthOf({ view: without, state: undefined, troubles: [], at: NOW }).word).toBe(
      'PC 없음',
    );
  });
});

describe('what a board says of itself', () => {
  const words = (fields: Partial<Beat>, newest = 1) =>
    new Map(boardFacts(beat(fields), newest, NOW).map((fact) => [fact.name, fact]));

  it('[W30] is left out before the first beat, and unknown where the board cannot know', () => {
    expect(boardFacts(undefined, 1, NOW)).toEqual([]);
    const facts = words({});
    for (const name of ['온도', '패널 밝기']) expect(facts.get(name)?.words).toBe('알 수 없음');
    expect(facts.get('저장 공간')?.words).toBe('알 수 없음');
  });

  it('[W30] is told in people’s units', () => {
    const facts = words({
      clockOffsetMs: -3100,
      storage: { usedBytes: 1_200_000_000, quotaBytes: 40_000_000_000, persisted: true },
      frames: { sinceAt: NOW - 7_200_000, dropped: 1300, longestMs: 240 },
      launcher: { version: '1.2', temperatureC: 81.4, brightnessPercent: 40 },
      unsentPlays: 900,
    });
    expect(facts.get('시계')).toMatchObject({ tone: 'warn' });
    expect(facts.get('시계')?.words).toContain('3.1초 빠름');
    expect(facts.get('저장 공간')?.words).toBe('1.2 GB / 40.0 GB (3 %)');
    expect(facts.get('늦게 그린 장면')?.words).toBe('1,300장(2시간 동안), 가장 긴 멈춤 0.2초');
    expect(facts.get('온도')).toMatchObject({ words: '81 °C', tone: 'warn' });
    expect(facts.get('패널 밝기')?.words).toBe('40%');
    expect(facts.get('못 보낸 송출 기록')).toMatchObject({ words: '900건', tone: 'warn' });
    expect(facts.get('프로그램')?.words).toContain('launcher 1.2');
  });

  it('[W30] says by how much the board is behind', () => {
    const held = boardState().beat!.held;
    const facts = words({ held: { ...held, manifestRevision: 11 } }, 12);
    expect(facts.get('편성')).toMatchObject({ tone: 'warn' });
    expect(facts.get('편성')?.words).toContain('11번');
  });
});

describe('what became of a command', () => {
  const sent: CommandState = {
    ...{ id: 'c1', command: 'screenshot', sentAt: NOW, expiresAt: NOW + 60_000 },
    ...{ answeredAt: null, outcome: null, message: null },
  };
  const answered = { ...sent, answeredAt: NOW + 110 };

  it.each([
    { state: sent, after: 1000, words: '보내는 중' },
    { state: sent, after: 60_000, words: '받지 못했습니다' },
    { state: { ...answered, outcome: 'done' }, after: 1000, words: '보드가 받았습니다 · 0.1초' },
    { state: { ...answered, outcome: 'received' }, after: 1000, words: '0.1초 · 하고 있습니다' },
    {
      state: { ...answered, outcome: 'received' },
      after: 60_000,
      words: '다 했다는 말이 없습니다',
    },
    { state: { ...answered, outcome: 'expired' }, after: 1000, words: '너무 늦게' },
    {
      state: { ...answered, outcome: 'failed', message: '이 보드에는 launcher가 없습니다.' },
      after: 1000,
      words: 'launcher가 없습니다',
    },
  ] as const)('[W22] is: $words', ({ state, after, words }) => {
    expect(commandWords(state, NOW + after).words).toContain(words);
  });
});
