// Why: everything decided must be on a record that nobody, an operator included, can quietly rewrite.
// A deed writes its record in its own transaction; a sequencer later puts records in order as the leaves
// of one RFC 6962 Merkle tree, so that ballots never queue behind a single lock.
import { Migration } from '@mikro-orm/migrations';

export class HistoryOfEveryDeed extends Migration {
  override up(): void {
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: a mistake is corrected by adding, never by changing', tg_table_name
          using errcode = 'MD001';
      end $$;

      -- What was done, as it will stand in the log (minus its number). 'body' holds no name and no free text.
      create table history_record (
        id uuid primary key,
        at timestamptz not null default now(),
        type text not null check (length(type) between 1 and 40),
        body jsonb not null check (jsonb_typeof(body) = 'object')
      );

      -- Records not yet numbered. The sequencer empties it; it is a queue, so rows may leave. 'turn' is taken
      -- while the deed holds its locks, so a cause stands before its effect even within one second.
      create table history_pending (
        record_id uuid primary key references history_record,
        turn bigint generated always as identity
      );
      create index history_pending_turn on history_pending (turn);

      create table history_leaf (
        seq bigint primary key check (seq >= 0),
        record_id uuid not null unique references history_record,
        data text not null,
        hash bytea not null check (length(hash) = 32)
      );

      -- Roots of complete subtrees: level 0 is a leaf hash, level n covers 2^n leaves.
      create table history_node (
        level int not null check (level >= 0),
        idx bigint not null check (idx >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (level, idx)
      );

      create table history_checkpoint (
        size bigint primary key check (size >= 0),
        root bytea not null check (length(root) = 32),
        note text not null,
        at timestamptz not null default now()
      );

      -- The one row a sequencer locks, so that only one puts leaves in order at a time.
      create table history_head (
        one boolean primary key default true check (one),
        size bigint not null default 0 check (size >= 0)
      );
      insert into history_head default values;

      -- The key that signs checkpoints and receipts, made at first start. Never shown by any API.
      create table signing_key (
        id text primary key check (id = 'log'),
        origin text not null,
        private_key bytea not null,
        made_at timestamptz not null default now()
      );

      -- One answer per deed and key: a retried command gets its first answer, never a second effect.
      create table deed_answer (
        actor text not null,
        key uuid not null,
        name text not null,
        input_hash bytea not null,
        answer jsonb not null,
        at timestamptz not null default now(),
        primary key (actor, key)
      );
    `);
    for (const table of [
      'history_record',
      'history_leaf',
      'history_node',
      'history_checkpoint',
      'signing_key',
      'deed_answer',
    ]) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change();
        create trigger ${table}_never_emptied before truncate on ${table}
          for each statement execute function refuse_change();
      `);
    }
  }
}
