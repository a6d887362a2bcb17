import { describe, expect, it } from 'vitest';
import { Reporter } from '../../../kiosk/link/reporter.ts';
import type { KioskProblem } from '../../../kiosk/link/socket-link.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';

const slide: ManifestSlide = {
  ...{ id: 'flu', revisionId: 'flu-1', organizationId: 'office', shopId: null, dwellMs: 15_000 },
  content: {
    template: 'notice',
    title: { ko: '독감 예방접종' },
    lines: [{ ko: '65세 이상 무료' }],
    contact: { ko: '보건소' },
    picture: null,
  },
};

function open(isConnected: () => boolean = () => true) {
  const told: KioskProblem[] = [];
  const send = (problem: KioskProblem) => {
    if (isConnected()) told.push(problem);
    return isConnected();
  };
  return { told, reporter: new Reporter(send, () => 0) };
}

describe('a misfit', () => {
  it('[L13.5] is told once for each revision, with the texts that a person wrote', () => {
    const { told, reporter } = open();
    reporter.misfit(slide, ['65세 이상 무료', '행사']);
    reporter.misfit(slide, ['65세 이상 무료', '문의 보건소']);
    reporter.misfit({ ...slide, revisionId: 'flu-2' }, ['문의 보건소']);
    expect(told).toEqual([
      { kind: 'slide-misfit', slideId: 'flu', revisionId: 'flu-1', message: '65세 이상 무료' },
      { kind: 'slide-misfit', slideId: 'flu', revisionId: 'flu-2', message: '보건소' },
    ]);
  });

  it('[L13.5] is none where only what the template adds is left out', () => {
    const { told, reporter } = open();
    reporter.misfit(slide, ['행사', '상점가 소식']);
    expect(told).toEqual([]);
  });

  it('[L13.5] that nobody heard is told again', () => {
    let isConnected = false;
    const { told, reporter } = open(() => isConnected);
    reporter.misfit(slide, ['65세 이상 무료']);
    isConnected = true;
    reporter.misfit(slide, ['65세 이상 무료']);
    expect(told).toHaveLength(1);
  });
});

describe('trouble', () => {
  it('[B4] that nobody heard is told when there is a line, once', () => {
    let isConnected = false;
    const { told, reporter } = open(() => isConnected);
    reporter.report('slide-failed', new Error('no picture in it'), 'flu');
    reporter.report('slide-failed', new Error('no picture in it'), 'flu');
    reporter.settle();
    expect(told).toEqual([]);
    isConnected = true;
    reporter.settle();
    reporter.settle();
    expect(told).toEqual([
      { kind: 'slide-failed', slideId: 'flu', message: 'Error: no picture in it' },
    ]);
  });
});
