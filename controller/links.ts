import type { Config } from './config.ts';

/** The origin to print: what people are told, or what is listened on. */
export function originOf(config: Config, port: number): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const scheme = config.tls === null ? 'http' : 'https';
  const isAnywhere = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(config.host);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `${scheme}://${isAnywhere ? 'localhost' : host}:${port}`;
}

/** What a start prints. A link whose secret is undefined is left out, or printed without it. */
export function welcome(
  origin: string,
  secrets: { readonly board: string | undefined; readonly setup: string | undefined },
): string {
  const pair = secrets.board === undefined ? '' : `#pair=${secrets.board}`;
  const lines = [
    '',
    '  창동역 전자게시대가 준비되었습니다. / The plaza board is ready.',
    '',
    `  화면 / Board     ${origin}/board${pair}`,
    `  콘솔 / Console   ${origin}/console`,
  ];
  if (secrets.setup !== undefined)
    lines.push(
      '',
      '  먼저 이 링크에서 관리자를 만들어 주십시오(한 번만 쓸 수 있습니다).',
      '  First make the administrator here (works once):',
      `  설정 / Setup     ${origin}/console#/setup/${secrets.setup}`,
    );
  return [...lines, ''].join('\n');
}
