// Why: a decision begins as a motion (a proposal) that a member or a body puts to a body. Its life is a
// fixed set of steps, and each step it has taken is kept with its moment and its reason.
import { Migration } from '@mikro-orm/migrations';

export class Proposals extends Migration {
  override up(): void {
    this.addSql(`
      create table proposal (
        id uuid primary key,
        body_id uuid not null references body,
        number int check (number >= 1),
        kind text not null check (kind in ('ORDINARY', 'ADOPT_PLATFORM', 'ADOPT_RULE_BOOK', 'AFFILIATE_BODY')),
        title text not null check (length(btrim(title)) between 1 and 200),
        text text not null check (length(text) <= 40000),
        text_version int not null default 1 check (text_version >= 1),
        payload jsonb not null default '{}' check (jsonb_typeof(payload) = 'object'),
        state text not null check (state in ('DRAFT', 'SUBMITTED', 'DEBATE', 'VOTING', 'CARRIED', 'DEFEATED', 'INQUORATE',
          'WITHDRAWN', 'LAPSED', 'NOT_ADMITTED', 'REFERRED_BACK')),
        author_id uuid references person,
        author_body_id uuid references body,
        mover_body_id uuid references body,
        referred_from_id uuid references proposal,
        submitted_at timestamptz,
        second_by timestamptz,
        seconds_needed int not null default 0 check (seconds_needed >= 0),
        debate_from timestamptz,
        debate_until timestamptz,
        decided_at timestamptz,
        made_at timestamptz not null default now(),
        unique (body_id, number),
        check ((state = 'DRAFT') = (number is null)),
        check (referred_from_id is null or mover_body_id is not null),
        check (author_id is not null or mover_body_id is not null),
        check (debate_until is null or debate_until >= debate_from),
        check (state in ('DRAFT', 'WITHDRAWN') or length(btrim(text)) >= 1)
      );
      create index proposal_body on proposal (body_id, state);
      create index proposal_author on proposal (author_id);
      create unique index proposal_climbs_once on proposal (referred_from_id, body_id);

      create table proposal_step (
        id uuid primary key,
        proposal_id uuid not null references proposal,
        from_state text not null,
        to_state text not null,
        at timestamptz not null default now(),
        by_person_id uuid references person,
        reason text check (length(reason) <= 4000),
        check ((from_state, to_state) in (
          ('DRAFT', 'SUBMITTED'), ('DRAFT', 'WITHDRAWN'),
          ('SUBMITTED', 'DEBATE'), ('SUBMITTED', 'WITHDRAWN'), ('SUBMITTED', 'LAPSED'), ('SUBMITTED', 'NOT_ADMITTED'),
          ('DEBATE', 'VOTING'), ('DEBATE', 'WITHDRAWN'), ('DEBATE', 'REFERRED_BACK'),
          ('VOTING', 'CARRIED'), ('VOTING', 'DEFEATED'), ('VOTING', 'INQUORATE')))
      );
      create index proposal_step_of on proposal_step (proposal_id, at);

      -- The state of a proposal moves only along a step that is allowed.
      create function proposal_moves_lawfully() returns trigger language plpgsql as $$
      begin
        if new.state is distinct from old.state and (old.state, new.state) not in (
          ('DRAFT', 'SUBMITTED'), ('DRAFT', 'WITHDRAWN'),
          ('SUBMITTED', 'DEBATE'), ('SUBMITTED', 'WITHDRAWN'), ('SUBMITTED', 'LAPSED'), ('SUBMITTED', 'NOT_ADMITTED'),
          ('DEBATE', 'VOTING'), ('DEBATE', 'WITHDRAWN'), ('DEBATE', 'REFERRED_BACK'),
          ('VOTING', 'CARRIED'), ('VOTING', 'DEFEATED'), ('VOTING', 'INQUORATE')) then
          raise exception 'a motion does not go from % to %', old.state, new.state using errcode = 'MD007';
        end if;
        if old.state not in ('DRAFT') and (new.title, new.text, new.kind, new.payload) is distinct from (old.title, old.text, old.kind, old.payload) then
          raise exception 'a submitted motion keeps its text' using errcode = 'MD008';
        end if;
        return new;
      end $$;
      create trigger proposal_moves_lawfully before update on proposal
        for each row execute function proposal_moves_lawfully();

      create table second (
        proposal_id uuid not null references proposal,
        person_id uuid not null references person,
        at timestamptz not null default now(),
        primary key (proposal_id, person_id)
      );

      create table comment (
        id uuid primary key,
        proposal_id uuid not null references proposal,
        parent_id uuid,
        author_id uuid not null references person,
        author_body_id uuid not null references body,
        signed boolean not null default false,
        text text not null check (length(btrim(text)) between 1 and 8000),
        at timestamptz not null default now(),
        withdrawn_at timestamptz,
        unique (proposal_id, id),
        foreign key (proposal_id, parent_id) references comment (proposal_id, id)
      );
      create index comment_of on comment (proposal_id, at);
      comment on column comment.signed is 'The author lets the name be seen outside their own Local Group.';
    `);
    for (const table of ['proposal_step', 'second']) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change();
      `);
    }
    for (const table of ['body_state', 'platform_version', 'rule_book']) {
      this.addSql(`alter table ${table} add foreign key (proposal_id) references proposal;`);
    }
    // A platform, a rule book and the standing of a body follow from a carried motion of their kind, and from
    // nothing else. Only a first version, laid down as the federation is founded or imported, stands without one.
    this.addSql(`
      create function follows_a_decision() returns trigger language plpgsql as $$
      begin
        if new.proposal_id is not null and not exists (
          select 1 from proposal where id = new.proposal_id and state = 'CARRIED' and kind = tg_argv[0]
        ) then
          raise exception 'this follows only from a carried motion of kind %', tg_argv[0] using errcode = 'MD009';
        end if;
        return new;
      end $$;
      create trigger platform_follows_a_decision before insert on platform_version
        for each row execute function follows_a_decision('ADOPT_PLATFORM');
      create trigger rule_book_follows_a_decision before insert on rule_book
        for each row execute function follows_a_decision('ADOPT_RULE_BOOK');
      create trigger body_state_follows_a_decision before insert on body_state
        for each row execute function follows_a_decision('AFFILIATE_BODY');

      create function body_changes_state_by_decision() returns trigger language plpgsql as $$
      begin
        if new.state is distinct from old.state and not exists (
          select 1 from body_state s join proposal p on p.id = s.proposal_id
          where s.body_id = new.id and s.state = new.state and p.payload ->> 'bodyId' = new.id::text
            and s.since = (select max(since) from body_state where body_id = new.id)
        ) then
          raise exception 'the state of a body changes only by a carried motion' using errcode = 'MD009';
        end if;
        return new;
      end $$;
      create trigger body_changes_state_by_decision before update of state on body
        for each row execute function body_changes_state_by_decision();
    `);
  }
}
