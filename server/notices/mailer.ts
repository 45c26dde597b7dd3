// Mail leaves through SMTP where a server is configured. In development and demonstration it stays in the
// database instead, readable on a page of its own.
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Mail } from '../context.js';
import type { Database } from '../database/database.js';
import type { Env } from '../env.js';

export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Whether mail is kept here to be read, rather than sent. */
  keepsMail: boolean;
}

export function makeMailer(env: Env, db: Database): Mailer {
  if (!env.MAIL_URL) {
    return {
      keepsMail: true,
      send: async ({ to, subject, text }) => {
        await db.insertInto('outbox_mail').values({ id: randomUUID(), recipient: to, subject, body: text }).execute();
      },
    };
  }
  const transport = createTransport(env.MAIL_URL);
  return {
    keepsMail: false,
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from: env.MAIL_FROM, to, subject, text });
    },
  };
}
