// Mail leaves by SMTP where a server is configured: spoken to a real one on this machine.
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { readEnv } from '../../../server/env.js';
import { makeMailer } from '../../../server/notices/mailer.js';

const received: Buffer[] = [];
let refusing = false;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, answer) => answer(refusing ? new Error('no such mailbox') : null),
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      received.push(Buffer.concat(parts));
      done();
    });
  },
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

const mailer = () => makeMailer(readEnv({ MAIL_URL: url, MAIL_FROM: 'Mandate <office@example.org>' }), null as never);
const mail = {
  to: 'ada@example.org',
  subject: 'Tu enlace — à bientôt',
  text: 'Ábrelo:\nhttp://localhost:4000/sign-in/link#abc',
};

test('a mail arrives whole, in any language, as plain text from the configured sender', async () => {
  expect(mailer().keepsMail).toBe(false);
  await mailer().send(mail);
  const read = await PostalMime.parse(received[0]!);
  expect([read.from?.address, read.to?.[0]?.address, read.subject]).toEqual([
    'office@example.org',
    mail.to,
    mail.subject,
  ]);
  expect(read.text?.trim()).toBe(mail.text);
  expect(read.html).toBeUndefined();
});

test('a mail that is refused fails, so that it is tried again', async () => {
  refusing = true;
  await expect(mailer().send(mail)).rejects.toThrow();
});
