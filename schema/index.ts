// The whole API as one schema. A feature adds its resolvers here; the emitted text is schema.graphql, committed
// and compared in a test.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type BuildSchemaOptions } from 'type-graphql';
import { AccountsResolver } from './accounts/accounts.resolver.js';
import { ViewerResolver } from './accounts/viewer.resolver.js';
import { BodiesResolver } from './bodies/bodies.resolver.js';
import { TreeResolver } from './bodies/tree.resolver.js';
import { DueResolver } from './due/due.resolver.js';
import { electionResolvers } from './elections/index.js';
import { duesResolvers } from './dues/index.js';
import { HistoryResolver } from './history/history.resolver.js';
import { membershipResolvers } from './membership/index.js';
import { NodeResolver } from './node.resolver.js';
import { PlatformResolver } from './platform/platform.resolver.js';
import { pollResolvers } from './polls/index.js';
import { proposalResolvers } from './proposals/index.js';
import { BodyRuleBookResolver, RuleBookResolver, RuleSectionResolver } from './rules/rules.resolver.js';
import { DateTime } from './scalars.js';

const resolvers: BuildSchemaOptions['resolvers'] = [
  BodiesResolver,
  HistoryResolver,
  RuleBookResolver,
  RuleSectionResolver,
  BodyRuleBookResolver,
  ...proposalResolvers,
  AccountsResolver,
  ViewerResolver,
  TreeResolver,
  PlatformResolver,
  ...membershipResolvers,
  ...duesResolvers,
  DueResolver,
  NodeResolver,
  ...pollResolvers,
  ...electionResolvers,
];

let built: GraphQLSchema | undefined;

/** Built once per process: type-graphql keeps its metadata globally. */
export function schema(): GraphQLSchema {
  built ??= buildSchemaSync({
    resolvers,
    // What an input means is judged where it is used; its shape is GraphQL's own affair.
    validate: false,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  });
  return built;
}
