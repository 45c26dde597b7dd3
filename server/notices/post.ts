// A mail that goes out if, and only if, the deed it speaks of was done.
import type { Context, Mail } from '../context.js';
import type { Database } from '../database/database.js';
import { enqueue } from '../jobs/enqueue.js';

/** What a mail needs of its deed. */
export interface Posting {
  db: Database;
  context: Context;
  afterCommit(work: () => Promise<void>): void;
}

/** Through the queue, which tries again while the mail server is away; at once where mail only stays here to be read. */
export async function post({ db, context: { services }, afterCommit }: Posting, mail: Mail): Promise<void> {
  if (services.mailer.keepsMail) afterCommit(() => services.mailer.send(mail));
  else await enqueue(db, 'mail', mail);
}
