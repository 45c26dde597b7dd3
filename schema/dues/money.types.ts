// Money on the outside: digits as text, never a number that could be rounded on the way.
import { Field, InputType, ObjectType } from 'type-graphql';
import { writeAmount } from '../../server/dues/money.js';

@ObjectType({ description: 'A sum of money, exact.', simpleResolvers: true })
export class Money {
  @Field({
    description: 'In digits, with as many decimal places as the currency has, such as 28.00; below zero with a minus.',
  })
  amount!: string;

  @Field({ description: 'ISO 4217, such as USD.' })
  currency!: string;
}

/** Minor units, as the books keep them, in words for the outside. */
export const moneyOf = (amount: bigint | string, currency: string): Money => ({
  amount: writeAmount(BigInt(amount), currency),
  currency,
});

@InputType({ description: 'A sum of money.' })
export class MoneyInput {
  @Field({
    description: 'In digits, such as 28.00; more than zero, with at most as many decimal places as the currency has.',
  })
  amount!: string;

  @Field({ description: 'ISO 4217, such as USD.' })
  currency!: string;
}
