// Why: what a federation stands for and how it decides are texts with versions. A version, once adopted,
// is never edited; only a carried motion writes the next one.
import { Migration } from '@mikro-orm/migrations';

export class PlatformAndRules extends Migration {
  override up(): void {
    this.addSql(`
      create table platform_version (
        id uuid primary key,
        body_id uuid not null references body,
        number int not null check (number >= 1),
        in_force_from timestamptz not null default now(),
        reaccept_by timestamptz,
        proposal_id uuid,
        unique (body_id, number),
        check (reaccept_by is null or reaccept_by >= in_force_from),
        check (number = 1 or proposal_id is not null)
      );

      create table platform_clause (
        version_id uuid not null references platform_version,
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        kind text not null check (kind in ('PRINCIPLE', 'OBJECTIVE', 'DEMAND', 'STRATEGY', 'DECLARATION', 'SUPPORT_CRITERION')),
        position int not null check (position >= 1),
        heading text not null check (length(btrim(heading)) between 1 and 200),
        text text not null check (length(btrim(text)) between 1 and 10000),
        primary key (version_id, key),
        unique (version_id, position)
      );

      -- A yes of one person to one version, with every declaration of that version made by name.
      create table acceptance (
        person_id uuid not null references person,
        version_id uuid not null references platform_version,
        declarations text[] not null,
        at timestamptz not null default now(),
        primary key (person_id, version_id)
      );
      create index acceptance_version on acceptance (version_id);

      create function acceptance_is_whole() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from platform_clause c
          where c.version_id = new.version_id and c.kind = 'DECLARATION' and not (c.key = any (new.declarations))
        ) then
          raise exception 'an acceptance makes every declaration of its version' using errcode = 'MD006';
        end if;
        return new;
      end $$;
      create trigger acceptance_is_whole before insert on acceptance
        for each row execute function acceptance_is_whole();

      create table rule_book (
        id uuid primary key,
        body_id uuid not null references body,
        version int not null check (version >= 1),
        in_force_from timestamptz not null default now(),
        rules jsonb not null check (jsonb_typeof(rules) = 'object'),
        proposal_id uuid,
        unique (body_id, version),
        check (version = 1 or proposal_id is not null)
      );
    `);
    for (const table of ['platform_version', 'platform_clause', 'acceptance', 'rule_book']) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change();
      `);
    }
  }
}
