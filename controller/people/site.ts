import { Refusal } from '../../shared/problem.ts';

/** How people reach this controller: decides cookies, origins and whether signing in is safe. */
export interface Site {
  /** Origin that people and boards use, without a path; null means whatever host they asked. */
  readonly publicUrl: string | null;
  /** Whether they come over TLS, ours or a proxy's. */
  readonly secure: boolean;
  /** Whether only this machine can reach it. */
  readonly isLoopback: boolean;
  /** Allows sign-in over plain HTTP from other machines. */
  readonly allowHttp: boolean;
  /** Proxies in front, as Express counts them. */
  readonly trustProxyHops: number;
}

/** Throws `Refusal('insecure')` where a password would cross a network in the clear. */
export function refuseInsecure(site: Site): void {
  if (site.secure || site.isLoopback || site.allowHttp) return;
  throw new Refusal(
    'insecure',
    '암호화되지 않은 연결이라 로그인할 수 없습니다. https 주소로 접속하거나, 관리자에게 TLS 설정을 요청해 주십시오.',
  );
}
