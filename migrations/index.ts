// The changes of the database in the order they happened. Nothing here imports an entity: a migration
// describes the tables of its own day and must still run when the code has moved on.
import { HistoryOfEveryDeed } from './20261121_01_history.js';
import { BodiesAndPersons } from './20261121_02_bodies_and_persons.js';
import { PlatformAndRules } from './20261121_03_platform_and_rules.js';
import { Proposals } from './20261121_04_proposals.js';
import { Polls } from './20261121_05_polls.js';
import { Standing } from './20261121_06_standing.js';
import { Demonstration } from './20261121_07_demonstration.js';
import { DecisionsOfTheRightBody } from './20261121_08_decisions.js';
import { Casting } from './20261121_09_casting.js';
import { CountsOfABody } from './20261121_10_counts_of_a_body.js';
import { LastWall } from './20261121_11_last_wall.js';
import { Elections } from './20261121_12_elections.js';
import { CastingTogether } from './20261121_13_casting_together.js';
import { Ledger } from './20261121_20_ledger.js';
import { Dues } from './20261121_21_dues.js';
import { MoneyFromOutside } from './20261121_22_money_from_outside.js';
import { Remittances } from './20261121_24_remittances.js';
import { Spending } from './20261121_25_spending.js';
import { Audit } from './20261121_26_audit.js';

export const migrationsList = [
  { name: '20261121_01_history', class: HistoryOfEveryDeed },
  { name: '20261121_02_bodies_and_persons', class: BodiesAndPersons },
  { name: '20261121_03_platform_and_rules', class: PlatformAndRules },
  { name: '20261121_04_proposals', class: Proposals },
  { name: '20261121_05_polls', class: Polls },
  { name: '20261121_06_standing', class: Standing },
  { name: '20261121_07_demonstration', class: Demonstration },
  { name: '20261121_08_decisions', class: DecisionsOfTheRightBody },
  { name: '20261121_09_casting', class: Casting },
  { name: '20261121_10_counts_of_a_body', class: CountsOfABody },
  { name: '20261121_11_last_wall', class: LastWall },
  { name: '20261121_12_elections', class: Elections },
  { name: '20261121_13_casting_together', class: CastingTogether },
  { name: '20261121_20_ledger', class: Ledger },
  { name: '20261121_21_dues', class: Dues },
  { name: '20261121_22_money_from_outside', class: MoneyFromOutside },
  { name: '20261121_24_remittances', class: Remittances },
  { name: '20261121_25_spending', class: Spending },
  { name: '20261121_26_audit', class: Audit },
];
