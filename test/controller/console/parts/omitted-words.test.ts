import { expect, it } from 'vitest';
import { omittedWords } from '../../../../controller/console/parts/omitted-words.ts';

const content = {
  template: 'notice' as const,
  title: { ko: '독감 예방접종', en: 'Flu shots' },
  lines: [{ ko: '신분증을  가져오십시오' }],
  contact: { ko: '지역보건과 02-2091-0000' },
  picture: null,
};

it('names what somebody wrote, shortened, in the order in which it goes', () => {
  const omitted = ['Flu shots', '문의 지역보건과 02-2091-0000', '신분증을 가져오십시오'];
  expect(omittedWords(content, omitted)).toBe(
    '이 화면 모양에 들어가지 않아 빠지는 글: ‘Flu shots’, ‘문의 지역보건과 02-20…’, ‘신분증을 가져오십시오’. 줄이거나 나누어 적어 주십시오.',
  );
});

it('is silent about what the template adds, and where everything has room', () => {
  expect(omittedWords(content, ['온누리상품권', '행사'])).toBe('');
  expect(omittedWords(content, [])).toBe('');
});
