// Why: whatever the code above does, a ballot comes from the roll, a roll changes only by a challenge that was
// upheld, a submitted motion stays the motion of who moved it, a result belongs to a closed poll, and no table that
// is kept can be emptied in one stroke.
import { Migration } from '@mikro-orm/migrations';

export class LastWall extends Migration {
  override up(): void {
    this.addSql(`
      create function ballot_is_of_the_roll() returns trigger language plpgsql as $$
      begin
        if new.elector is not null and not (select secret from poll where id = new.poll_id) and not exists (
          select 1 from roll_entry where poll_id = new.poll_id and person_id = new.elector and body_id = new.body_id
        ) then
          raise exception 'a ballot comes from the roll' using errcode = 'MD016';
        end if;
        return new;
      end $$;
      create trigger ballot_is_of_the_roll before insert on ballot for each row execute function ballot_is_of_the_roll();

      create function roll_is_frozen() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from roll_challenge where poll_id = old.poll_id and about_person_id = old.person_id and state = 'UPHELD' and claim = 'DOES_NOT_BELONG'
        ) then
          return old;
        end if;
        raise exception 'a frozen roll changes only by a challenge that was upheld' using errcode = 'MD017';
      end $$;
      create trigger roll_is_frozen before delete on roll_entry for each row execute function roll_is_frozen();

      -- For a whole statement at once: a roll of a hundred thousand is frozen in one.
      create function roll_grows_by_challenge() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from added a join poll p on p.id = a.poll_id
          where p.opened_at < now() and not exists (
            select 1 from roll_challenge c where c.poll_id = a.poll_id and c.about_person_id = a.person_id and c.state = 'UPHELD' and c.claim = 'BELONGS_ON')
        ) then
          raise exception 'a frozen roll changes only by a challenge that was upheld' using errcode = 'MD017';
        end if;
        return null;
      end $$;
      create trigger roll_grows_by_challenge after insert on roll_entry
        referencing new table as added for each statement execute function roll_grows_by_challenge();

      create function count_is_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (to_jsonb(new) - 'replaced') = (to_jsonb(old) - 'replaced') and new.replaced then return new; end if;
        raise exception 'a count of a teller is replaced by another, never edited' using errcode = 'MD001';
      end $$;
      create trigger count_is_kept before update or delete on teller_count for each row execute function count_is_kept();

      alter table result add constraint result_outcome check (outcome ~ '^[A-Za-z0-9_ -]{1,80}$');
      create function result_of_a_closed_poll() returns trigger language plpgsql as $$
      begin
        if (select state from poll where id = new.poll_id) = 'OPEN' then
          raise exception 'a result belongs to a poll that has closed' using errcode = 'MD018';
        end if;
        return new;
      end $$;
      create trigger result_of_a_closed_poll before insert on result for each row execute function result_of_a_closed_poll();

      create function motion_keeps_its_mover() returns trigger language plpgsql as $$
      begin
        if old.state <> 'DRAFT' and (new.body_id, new.number, new.author_id, new.author_body_id, new.mover_body_id, new.referred_from_id)
            is distinct from (old.body_id, old.number, old.author_id, old.author_body_id, old.mover_body_id, old.referred_from_id) then
          raise exception 'a submitted motion keeps its mover, its body and its number' using errcode = 'MD008';
        end if;
        return new;
      end $$;
      create trigger motion_keeps_its_mover before update on proposal for each row execute function motion_keeps_its_mover();

      -- The clauses of a version are laid down with it, in one transaction.
      create function clause_comes_with_its_version() returns trigger language plpgsql as $$
      begin
        if (select in_force_from from platform_version where id = new.version_id) < now() then
          raise exception 'an adopted version keeps its clauses' using errcode = 'MD001';
        end if;
        return new;
      end $$;
      create trigger clause_comes_with_its_version before insert on platform_clause for each row execute function clause_comes_with_its_version();

      create function platform_is_the_federations() returns trigger language plpgsql as $$
      begin
        if (select kind from body where id = new.body_id) <> 'FEDERATION' then
          raise exception 'the platform is the Federation''s' using errcode = 'MD009';
        end if;
        return new;
      end $$;
      create trigger platform_is_the_federations before insert on platform_version for each row execute function platform_is_the_federations();

      create function body_keeps_its_kind() returns trigger language plpgsql as $$
      begin
        if new.kind <> old.kind then
          raise exception 'a body keeps its kind' using errcode = 'MD002';
        end if;
        -- Two bodies moved at once could each go below the other: moves take turns.
        if new.parent_id is distinct from old.parent_id then perform pg_advisory_xact_lock(hashtextextended('body_above', 2)); end if;
        return new;
      end $$;
      create trigger body_keeps_its_kind before update on body for each row execute function body_keeps_its_kind();

      drop trigger membership_has_a_home on membership;
      create trigger membership_has_a_home before insert or update of body_id, state on membership
        for each row execute function membership_has_a_home();

      -- A record leaves the queue only as its leaf enters the log.
      create function record_has_its_leaf() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from history_leaf where record_id = old.record_id) then
          raise exception 'a record leaves the queue only for its place in the log' using errcode = 'MD001';
        end if;
        return null;
      end $$;
      create constraint trigger record_has_its_leaf after delete on history_pending
        deferrable initially deferred for each row execute function record_has_its_leaf();
    `);
    const kept = [
      'ballot',
      'roll_entry',
      'roll_count',
      'roll_correction',
      'roll_challenge',
      'teller_count',
      'poll',
      'result',
      'result_tally',
      'proposal',
      'proposal_step',
      'second',
      'comment',
      'body',
      'body_state',
      'person',
      'membership',
      'membership_event',
      'platform_version',
      'platform_clause',
      'acceptance',
      'rule_book',
      'office_term',
      'history_pending',
    ];
    for (const table of kept) {
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
      );
    }
  }
}
