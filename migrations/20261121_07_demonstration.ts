// Why: in a demonstration anyone may become one of a few invented people, chosen because each sees something
// the others do not. The list is filled by the demonstration and is empty everywhere else.
import { Migration } from '@mikro-orm/migrations';

export class Demonstration extends Migration {
  override up(): void {
    this.addSql(`
      create table demonstration_person (
        person_id uuid primary key references person on delete cascade,
        part text not null check (length(btrim(part)) between 1 and 200),
        position int not null unique check (position >= 1)
      );
    `);
  }
}
