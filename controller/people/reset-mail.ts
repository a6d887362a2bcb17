import { randomUUID } from 'node:crypto';
import { sendMail, type MailSettings } from '../mail.ts';
import type { PostLink } from '../usecases/ask-reset.ts';

/** Links for new passwords by mail. `origin` is the controller's own by its settings, never what a request says. */
export function postLinks(settings: MailSettings, origin: () => string): PostLink {
  return ({ email, displayName }, secret) =>
    sendMail(settings, {
      to: [email],
      subject: '창동역 전자게시대: 새 비밀번호 정하기',
      text: [
        `${displayName} 님, 안녕하십니까.`,
        '아래 링크에서 새 비밀번호를 정하실 수 있습니다. 30분 동안 한 번만 쓸 수 있습니다.',
        `${origin()}/console#/reset/${secret}`,
        '요청하지 않으셨다면 이 메일을 지워 주십시오. 비밀번호는 그대로입니다.',
      ].join('\n\n'),
      id: randomUUID(),
    });
}
