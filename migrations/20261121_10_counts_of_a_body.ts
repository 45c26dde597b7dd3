// Why: a motion in which all members voted together may have been counted by the tellers of each body, as a
// referendum is. Such a count, brought in by an import, belongs to one body of the poll and not to the whole of it.
import { Migration } from '@mikro-orm/migrations';

export class CountsOfABody extends Migration {
  override up(): void {
    this.addSql(`
      alter table teller_count add column body_id uuid references body;
      alter table teller_count add constraint teller_count_of_a_body check (body_id is null or source = 'IMPORT');
      create unique index one_import_a_body on teller_count (poll_id, body_id) where body_id is not null;
    `);
  }
}
