// Why: offices are won in elections and in no other way, so the database keeps who stood, on which paper, by which lot,
// and refuses a term of office that no certified election gave. The poll of an election bears the election's own id;
// its ballots say more than one of a few options, so how a ballot may be marked is judged here too.
import { Migration } from '@mikro-orm/migrations';

export class Elections extends Migration {
  override up(): void {
    this.addSql(`
      alter table proposal drop constraint proposal_kind_check;
      alter table proposal add constraint proposal_kind_check
        check (kind in ('ORDINARY', 'ADOPT_PLATFORM', 'ADOPT_RULE_BOOK', 'AFFILIATE_BODY', 'OPEN_ELECTION'));
      alter table poll drop constraint poll_method_check;
      alter table poll add constraint poll_method_check
        check (method in ('MOTION', 'scottish-stv', 'meek-stv', 'irv', 'schulze', 'approval', 'score', 'plurality', 'consent'));
      alter table poll drop constraint poll_options_check;
      alter table poll add constraint poll_options_check
        check (cardinality(options) between case when method = 'MOTION' then 2 else 1 end and 51);

      -- Whether a ballot is written in the one way there is for what it says. Of an election 'options' are the numbers of
      -- the candidates on the paper, from 1: '3>1' ranks (and '3>1=2' where equal ranks are counted), '1,4' approves,
      -- '1:5,2:0' scores every candidate from 0 to 5, '1:A,3:B' agrees, stands aside or blocks, 'BLANK' says nothing.
      create function marks_are_valid(method text, options text[], marks text) returns boolean language plpgsql immutable strict as $$
      declare
        numbers int[];
        ranks text;
      begin
        if method = 'MOTION' then return marks = any (options); end if;
        if marks = 'BLANK' then return true; end if;
        if not marks ~ (case method
          when 'plurality' then '^[1-9]\\d{0,1}$'
          when 'approval' then '^[1-9]\\d{0,1}(,[1-9]\\d{0,1})*$'
          when 'score' then '^[1-9]\\d{0,1}:[0-5](,[1-9]\\d{0,1}:[0-5])*$'
          when 'consent' then '^[1-9]\\d{0,1}:[ASB](,[1-9]\\d{0,1}:[ASB])*$'
          when 'schulze' then '^[1-9]\\d{0,1}([>=][1-9]\\d{0,1})*$'
          else '^[1-9]\\d{0,1}(>[1-9]\\d{0,1})*$' end)
        then return false; end if;
        numbers := string_to_array(regexp_replace(regexp_replace(marks, ':[0-5ASB]', '', 'g'), '[>=]', ',', 'g'), ',')::int[];
        if exists (select 1 from unnest(numbers) n group by n having count(*) > 1 or n > cardinality(options)) then return false; end if;
        if method in ('approval', 'score', 'consent') then
          return numbers = array(select n from unnest(numbers) n order by n)
            and (method <> 'score' or cardinality(numbers) = cardinality(options));
        end if;
        if method = 'schulze' then
          foreach ranks in array string_to_array(marks, '>') loop
            if string_to_array(ranks, '=')::int[] <> array(select n from unnest(string_to_array(ranks, '=')::int[]) n order by n) then return false; end if;
          end loop;
        end if;
        return true;
      end $$;

      create table election (
        id uuid primary key,
        body_id uuid not null references body,
        called_by text not null check (called_by in ('MOTION', 'RULE_BOOK', 'IMPORT')),
        proposal_id uuid references proposal,
        kind text not null check (kind in ('PERSONS', 'OPTIONS')),
        office text check (office ~ '^[A-Z][A-Z_]{1,30}$'),
        title text not null check (length(btrim(title)) between 1 and 200),
        -- How it is counted: method, seats, secret, reopen, countBack, alternates, quorum, constraints.
        rule jsonb not null check (jsonb_typeof(rule) = 'object'),
        rule_book_id uuid not null references rule_book,
        voting_days int not null check (voting_days between 1 and 90),
        term_months int check (term_months between 1 and 120),
        takes_office_on date,
        state text not null check (state in ('NOMINATIONS', 'VOTING', 'CERTIFIED', 'LAPSED')),
        called_at timestamptz not null default now(),
        nominations_until timestamptz not null,
        ended_at timestamptz,
        lot_commitment bytea check (length(lot_commitment) = 32),
        -- How many papers were handed out in all; counted as the poll closes.
        papers_handed int not null default 0 check (papers_handed >= 0),
        check ((called_by = 'MOTION') = (proposal_id is not null)),
        check (kind = 'PERSONS' or office is null),
        check (office is null or (term_months is not null and takes_office_on is not null)),
        check ((state in ('CERTIFIED', 'LAPSED')) = (ended_at is not null))
      );
      create unique index election_once_a_decision on election (proposal_id) where proposal_id is not null;
      create index election_body on election (body_id, called_at desc, id desc);
      create index election_due on election (nominations_until) where state = 'NOMINATIONS';

      -- Drawn before the first ballot and kept apart until the count; the election holds its digest from the opening on.
      create table election_lot (
        election_id uuid primary key references election,
        seed bytea not null check (length(seed) = 32)
      );

      -- Who or what stands: a person from the nomination on, an option, or the line that re-opens nominations.
      -- 'position' is the number on the paper, drawn by lot as voting opens.
      create table candidate (
        id uuid primary key,
        election_id uuid not null references election,
        kind text not null check (kind in ('PERSON', 'OPTION', 'REOPEN')),
        person_id uuid references person,
        body_id uuid references body,
        label text check (length(btrim(label)) between 1 and 200),
        nominated_by_id uuid references person,
        state text not null check (state in ('PROPOSED', 'STANDING', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
        statement text not null default '' check (length(statement) <= 4000),
        publicity text not null default 'BODY' check (publicity in ('BODY', 'FEDERATION', 'EVERYONE')),
        groups text[] not null default '{}',
        position int check (position >= 1),
        at timestamptz not null default now(),
        unique (election_id, person_id),
        unique (election_id, position),
        check (case kind when 'PERSON' then num_nonnulls(person_id, label) = 1 when 'OPTION' then person_id is null and label is not null
          else num_nonnulls(person_id, label) = 0 end),
        check ((person_id is null) = (body_id is null))
      );
      create index candidate_person on candidate (person_id) where person_id is not null;

      -- Who was given a paper by a teller: they vote on it and not here. Of a secret poll it is forgotten at the close.
      create table paper_handed (
        poll_id uuid not null references poll,
        person_id uuid not null references person,
        teller_id uuid not null references person,
        at timestamptz not null default now(),
        primary key (poll_id, person_id)
      );

      -- Papers as one teller read them, in the order in which they lay. Two tellers must have read the same.
      create table paper_batch (
        id uuid primary key,
        poll_id uuid not null references poll,
        number int not null check (number between 1 and 999),
        teller_id uuid not null references person,
        lines text[] not null check (cardinality(lines) between 1 and 500),
        salt bytea not null check (length(salt) = 16),
        replaced boolean not null default false,
        at timestamptz not null default now()
      );
      create unique index one_reading_a_teller on paper_batch (poll_id, number, teller_id) where not replaced;

      -- What an election came to: who was elected and who is kept in reserve, in order, and the file from which anybody
      -- counts it again. 'count' is null where so few secret papers were cast that no figure is published.
      create table election_result (
        election_id uuid primary key references election,
        outcome text not null check (outcome in ('ELECTED', 'UNOPPOSED', 'REOPENED', 'UNFILLED', 'INQUORATE')),
        elected uuid[] not null,
        alternates uuid[] not null,
        papers int not null check (papers >= 0),
        file text not null,
        file_hash bytea not null check (length(file_hash) = 32),
        count jsonb check (jsonb_typeof(count) = 'object'),
        withheld boolean not null,
        at timestamptz not null default now(),
        check (not (withheld and count is not null))
      );

      alter table office_term add column election_id uuid references election;
      alter table office_term add constraint office_term_of_an_election check ((source = 'ELECTION') = (election_id is not null));
      create index office_term_election on office_term (election_id) where election_id is not null;

      -- A seat whose holder left before the end of the term, and who follows: the next alternate, or whom the papers name
      -- when they are counted again without those who hold or left a seat.
      create table vacancy_filled (
        id uuid primary key,
        election_id uuid not null references election,
        vacated_term_id uuid not null unique references office_term,
        candidate_id uuid not null references candidate,
        how text not null check (how in ('ALTERNATE', 'COUNT_BACK')),
        -- Who could not take the seat then, and was passed over.
        passed uuid[] not null,
        count jsonb check (jsonb_typeof(count) = 'object'),
        at timestamptz not null default now(),
        check (how = 'COUNT_BACK' or count is null),
        unique (election_id, candidate_id)
      );

      create trigger election_follows_a_decision before insert on election
        for each row execute function follows_a_decision('OPEN_ELECTION');

      create function election_is_frozen() returns trigger language plpgsql as $$
      begin
        if (new.id, new.body_id, new.called_by, new.proposal_id, new.kind, new.office, new.title, new.rule, new.rule_book_id, new.term_months, new.takes_office_on)
            is distinct from (old.id, old.body_id, old.called_by, old.proposal_id, old.kind, old.office, old.title, old.rule, old.rule_book_id, old.term_months, old.takes_office_on)
            or (old.lot_commitment is not null and new.lot_commitment is distinct from old.lot_commitment) then
          raise exception 'an election keeps what it was called for' using errcode = 'MD019';
        end if;
        if new.state <> old.state and (old.state, new.state) not in
            (('NOMINATIONS', 'VOTING'), ('NOMINATIONS', 'CERTIFIED'), ('NOMINATIONS', 'LAPSED'), ('VOTING', 'CERTIFIED')) then
          raise exception 'an election does not go from % to %', old.state, new.state using errcode = 'MD019';
        end if;
        if new.state = 'CERTIFIED' and not exists (select 1 from election_result where election_id = new.id) then
          raise exception 'an election is certified by its result' using errcode = 'MD019';
        end if;
        return new;
      end $$;
      create trigger election_is_frozen before update on election for each row execute function election_is_frozen();

      -- A nomination is answered by the person; once voting is open the paper stands, and a candidate can only withdraw.
      create function candidate_stands() returns trigger language plpgsql as $$
      declare e record;
      begin
        select state into e from election where id = new.election_id;
        if (new.id, new.election_id, new.kind, new.person_id, new.label) is distinct from (old.id, old.election_id, old.kind, old.person_id, old.label)
            or e.state in ('CERTIFIED', 'LAPSED')
            or (e.state <> 'NOMINATIONS' and ((new.statement, new.publicity, new.groups, new.position) is distinct from (old.statement, old.publicity, old.groups, old.position)
              or (new.state <> old.state and (old.state, new.state) <> ('STANDING', 'WITHDRAWN')))) then
          raise exception 'once voting is open the paper stands as it is' using errcode = 'MD020';
        end if;
        return new;
      end $$;
      create trigger candidate_stands before update on candidate for each row execute function candidate_stands();

      create function candidates_come_first() returns trigger language plpgsql as $$
      begin
        if (select state from election where id = new.election_id) <> 'NOMINATIONS' then
          raise exception 'nominations are closed' using errcode = 'MD020';
        end if;
        return new;
      end $$;
      create trigger candidates_come_first before insert on candidate for each row execute function candidates_come_first();

      create function paper_is_of_the_roll() returns trigger language plpgsql as $$
      declare p record;
      begin
        select state, closes_at, secret, method into p from poll where id = coalesce(new.poll_id, old.poll_id);
        if tg_op = 'DELETE' then
          if p.state = 'OPEN' or p.secret then return old; end if;
          raise exception 'a paper handed out is not forgotten once the poll is closed' using errcode = 'MD001';
        end if;
        if p.state <> 'OPEN' or clock_timestamp() >= p.closes_at then
          raise exception 'the poll is closed' using errcode = 'MD011';
        end if;
        -- In turn with the ballots of the same person.
        perform pg_advisory_xact_lock(hashtextextended(new.poll_id::text || new.person_id::text, 1));
        if p.method = 'MOTION' or not exists (select 1 from roll_entry where poll_id = new.poll_id and person_id = new.person_id) then
          raise exception 'a paper goes to who is on the roll of an election' using errcode = 'MD016';
        end if;
        if exists (select 1 from ballot where poll_id = new.poll_id and elector = elector_in(new.poll_id, new.person_id) and not replaced) then
          raise exception 'who has cast a ballot gets no paper' using errcode = 'MD021';
        end if;
        return new;
      end $$;
      create trigger paper_is_of_the_roll before insert or delete on paper_handed for each row execute function paper_is_of_the_roll();
      create trigger paper_handed_is_kept before update on paper_handed for each row execute function refuse_change();

      -- As the poll closes the papers are counted, and of a secret one it is forgotten who had them: nothing tells who voted.
      create function papers_are_numbered() returns trigger language plpgsql as $$
      begin
        update election set papers_handed = (select count(*) from paper_handed where poll_id = new.id) where id = new.id;
        if new.secret then delete from paper_handed where poll_id = new.id; end if;
        return null;
      end $$;
      create trigger papers_are_numbered after update of state on poll
        for each row when (new.state = 'CLOSED' and old.state = 'OPEN' and new.method <> 'MOTION') execute function papers_are_numbered();

      create function batch_is_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (to_jsonb(new) - 'replaced') = (to_jsonb(old) - 'replaced') and new.replaced then return new; end if;
        raise exception 'what a teller read is replaced by another reading, never edited' using errcode = 'MD001';
      end $$;
      create trigger batch_is_kept before update or delete on paper_batch for each row execute function batch_is_kept();

      create function result_of_an_election() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from poll where id = new.election_id and state = 'OPEN') then
          raise exception 'a result belongs to a poll that has closed' using errcode = 'MD018';
        end if;
        if exists (
          select 1 from unnest(new.elected || new.alternates) one left join candidate c on c.id = one and c.election_id = new.election_id
          where c.id is null or c.state <> 'STANDING' or c.kind = 'REOPEN'
        ) then
          raise exception 'elected is who stood' using errcode = 'MD022';
        end if;
        return new;
      end $$;
      create trigger result_of_an_election before insert on election_result for each row execute function result_of_an_election();

      create function follows_a_vacancy() returns trigger language plpgsql as $$
      begin
        if not exists (
          select 1 from office_term t join candidate c on c.election_id = t.election_id and c.id = new.candidate_id and c.state = 'STANDING' and c.kind = 'PERSON'
          where t.id = new.vacated_term_id and t.election_id = new.election_id and t.ended_on < t.until_date
        ) then
          raise exception 'only a seat whose holder left early is filled again' using errcode = 'MD022';
        end if;
        return new;
      end $$;
      create trigger follows_a_vacancy before insert on vacancy_filled for each row execute function follows_a_vacancy();

      -- No other way: a term won in an election rests on its certified result, or on a vacancy that was filled from it.
      create function office_is_won() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (new.id, new.person_id, new.body_id, new.office, new.from_date, new.until_date, new.election_id)
            is distinct from (old.id, old.person_id, old.body_id, old.office, old.from_date, old.until_date, old.election_id) then
          raise exception 'a term won in an election stands as it was won' using errcode = 'MD022';
        end if;
        if not exists (
          select 1 from election e join election_result r on r.election_id = e.id
          join candidate c on c.election_id = e.id and c.person_id = new.person_id
          where e.id = new.election_id and e.body_id = new.body_id and e.office = new.office
            and (c.id = any (r.elected) or exists (select 1 from vacancy_filled v where v.election_id = e.id and v.candidate_id = c.id))
        ) then
          raise exception 'an office is won in a certified election, no other way' using errcode = 'MD022';
        end if;
        return new;
      end $$;
      create trigger office_is_won before insert or update on office_term
        for each row when (new.source = 'ELECTION') execute function office_is_won();
      create function office_stays_won() returns trigger language plpgsql as $$
      begin
        raise exception 'a term won in an election stands as it was won' using errcode = 'MD022';
      end $$;
      create trigger office_stays_won before update on office_term
        for each row when (old.source = 'ELECTION' and new.source <> 'ELECTION') execute function office_stays_won();
    `);
    for (const table of ['election_lot', 'election_result', 'vacancy_filled']) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
          for each row execute function refuse_change();
      `);
    }
    for (const table of ['election', 'candidate']) {
      this.addSql(
        `create trigger ${table}_is_kept before delete on ${table} for each row execute function refuse_change();`,
      );
    }
    for (const table of [
      'election',
      'election_lot',
      'candidate',
      'paper_handed',
      'paper_batch',
      'election_result',
      'vacancy_filled',
    ]) {
      this.addSql(
        `create trigger ${table}_never_emptied before truncate on ${table} for each statement execute function refuse_change();`,
      );
    }
  }
}
