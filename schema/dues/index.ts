// The resolvers of dues and of the books.
import { DuesDeedsResolver } from './deeds.resolver.js';
import {
  BodyDuesResolver,
  DuesChargeResolver,
  DuesCreditResolver,
  DuesPaymentPartResolver,
  DuesPaymentResolver,
  DuesScheduleResolver,
  DuesSettlementResolver,
  DuesSplitResolver,
  DuesStatementResolver,
  MembershipDuesResolver,
  WaiverRequestResolver,
  WaiverResolver,
} from './dues.resolver.js';
import {
  BodyDuesCountsResolver,
  LedgerAccountResolver,
  LedgerEntryResolver,
  LedgerResolver,
  LedgerTransferResolver,
  OwingMemberResolver,
} from './ledger.resolver.js';
import {
  BankLineResolver,
  BankMatchResolver,
  BankStatementResolver,
  CardAccountResolver,
  PayingReferenceResolver,
} from './outside.resolver.js';
import { treasuryResolvers } from './treasury.js';

export const duesResolvers = [
  DuesStatementResolver,
  MembershipDuesResolver,
  DuesChargeResolver,
  DuesCreditResolver,
  DuesPaymentResolver,
  DuesPaymentPartResolver,
  DuesSettlementResolver,
  WaiverResolver,
  WaiverRequestResolver,
  DuesScheduleResolver,
  BodyDuesResolver,
  DuesSplitResolver,
  LedgerResolver,
  LedgerAccountResolver,
  LedgerTransferResolver,
  LedgerEntryResolver,
  OwingMemberResolver,
  BodyDuesCountsResolver,
  DuesDeedsResolver,
  BankStatementResolver,
  BankLineResolver,
  BankMatchResolver,
  CardAccountResolver,
  PayingReferenceResolver,
  ...treasuryResolvers,
];
