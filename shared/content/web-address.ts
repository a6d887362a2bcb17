import * as z from 'zod/mini';

/** An address of the web with its scheme, of at most 500 characters. */
export const webAddressSchema = z.string().check(
  z.maxLength(500, { error: '주소는 500자까지 쓸 수 있습니다.' }),
  z.regex(/^https?:\/\/[^\s"<>\\^`{|}]+$/, {
    error: '주소를 https://로 시작하여 적어 주십시오.',
  }),
);
