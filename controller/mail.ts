/** Mail by SMTP. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  readonly from: string;
  /** Who is told of trouble with boards. */
  readonly to: readonly string[];
}

export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The same again carries the same id: mail servers keep one. */
  readonly id: string;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 15_000;

/** Hands a letter to the mail server. Rejects when it was not taken, in words that say why. */
export async function sendMail(
  { url, from }: MailSettings,
  { to, subject, text, id }: Letter,
  signal?: AbortSignal,
): Promise<void> {
  // Most starts never send one.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
  });
  try {
    const sent = transport.sendMail({
      ...{ from, to: [...to], subject, text },
      messageId: `<${id}@plaza-board>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    await (signal ? Promise.race([sent, aborted(signal)]) : sent);
  } finally {
    transport.close();
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Error('the controller is stopping'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
