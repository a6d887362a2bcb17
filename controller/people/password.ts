/** Passwords as Argon2id hashes (OWASP: 19 MiB, two passes, one lane). Loaded with the first use. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a password that nobody knows: checked for unknown names, so that they take as long as known ones. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$o03HI6ZhMhZ0UtTvszK7YQ$l/urrfJp/NaGwd3wLOezfmUxQrv4FU+I+nOPonPR+U4';

/** An Argon2 string with its own salt; about 50 ms in a thread of its own. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(password.normalize('NFC'), COST);
}

/** Whether `password` made `stored`; without one it is false, after the same time. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  const fits = await verify(stored ?? NOBODY, password.normalize('NFC'));
  return fits && stored !== undefined;
}
