// Why: what a carried motion does, it does once and only in the body that carried it; a motion of one body must not
// become the rules of another, nor two versions rest on one decision. And a draft its author lets go never had a number.
import { Migration } from '@mikro-orm/migrations';

export class DecisionsOfTheRightBody extends Migration {
  override up(): void {
    this.addSql(`
      alter table proposal drop constraint proposal_check;
      alter table proposal add constraint proposal_numbered
        check (state = 'WITHDRAWN' or (state = 'DRAFT') = (number is null));

      create or replace function follows_a_decision() returns trigger language plpgsql as $$
      begin
        if new.proposal_id is not null and not exists (
          select 1 from proposal p
          where p.id = new.proposal_id and p.state = 'CARRIED' and p.kind = tg_argv[0]
            and case tg_table_name
              when 'body_state' then
                p.payload ->> 'bodyId' = new.body_id::text
                and p.body_id = (select parent_id from body where id = new.body_id)
              else p.body_id = new.body_id
            end
        ) then
          raise exception 'this follows only from a carried motion of kind % of the body it concerns', tg_argv[0] using errcode = 'MD009';
        end if;
        return new;
      end $$;
    `);
    for (const table of ['platform_version', 'rule_book', 'body_state']) {
      this.addSql(
        `create unique index ${table}_once_a_decision on ${table} (proposal_id) where proposal_id is not null;`,
      );
    }
  }
}
