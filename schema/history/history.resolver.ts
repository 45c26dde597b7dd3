// Reading the log: its leaves, its newest checkpoint, and the proofs that let anyone check it offline.
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../server/context.js';
import { malformed } from '../../server/errors.js';
import { leavesBefore } from '../../server/history/history.reads.js';
import { consistencyBetween, inclusionOf, newestCheckpoint } from '../../server/history/log.js';
import { pageOf, pageSize, readCursor, writeCursor } from '../page.js';
import { UUID } from '../scalars.js';
import { HistoryCheckpoint, HistoryConnection, HistoryInclusion } from './history.types.js';

@Resolver()
export class HistoryResolver {
  @Query(() => HistoryConnection, { description: 'The log, newest leaf first. It holds no name and no free text.' })
  async history(
    @Ctx() { db }: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    const [seq] = readCursor(after, 'integer') ?? [null];
    const rows = await leavesBefore(db, pageSize(first), seq);
    return pageOf(rows, first, (row) => writeCursor(row.seq));
  }

  @Query(() => HistoryCheckpoint, { description: 'The newest signed checkpoint and the key to check it with.' })
  async historyCheckpoint(@Ctx() { db, services }: Context) {
    const { signer } = services.sequencer;
    return { ...(await newestCheckpoint(db, signer)), verifierKey: signer.vkey };
  }

  @Query(() => HistoryInclusion, {
    nullable: true,
    description: 'The inclusion proof of one record; null until it has its place, which takes a moment.',
  })
  historyInclusion(@Ctx() { db, services }: Context, @Arg('record', () => UUID) record: string) {
    return inclusionOf(db, services.sequencer.signer, record);
  }

  @Query(() => [String], {
    description:
      'Hashes (base64) proving that the log of `from` leaves is the beginning of the log of `to` leaves (RFC 6962).',
  })
  async historyConsistency(
    @Ctx() { db, services }: Context,
    @Arg('from', () => Int) from: number,
    @Arg('to', () => Int) to: number,
  ) {
    const { size } = await newestCheckpoint(db, services.sequencer.signer);
    if (from < 1 || to < from || to > size)
      throw malformed(`from and to should be sizes of the log with 1 ≤ from ≤ to ≤ ${size}`, 'to');
    return (await consistencyBetween(db, from, to)).map((hash) => hash.toString('base64'));
  }
}
