// Reading the rules that apply to a body, and whose they are.
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { bodiesById, bodiesBySlug, type BodyRow } from '../../server/bodies/bodies.reads.js';
import type { Context } from '../../server/context.js';
import { effectiveRulesOf, type EffectiveRules } from '../../server/rules/effectiveRules.js';
import { ruleBookVersions } from '../../server/rules/rules.reads.js';
import { sectionKeys, type SectionKey } from '../../server/rules/schema.js';
import { sectionSentences } from '../../server/rules/sectionSentences.js';
import { BodyType } from '../bodies/bodies.types.js';
import { EffectiveRuleBook, RuleBookVersion, RuleSection, Sentence } from './rules.types.js';

interface BookOf {
  bodyId: string;
}

interface Section {
  key: SectionKey;
  effective: EffectiveRules;
}

@Resolver(() => EffectiveRuleBook)
export class RuleBookResolver {
  @Query(() => EffectiveRuleBook, { nullable: true, description: 'The rules that apply to a body, by its slug.' })
  async ruleBook(
    @Ctx() { loaders }: Context,
    @Arg('body', { description: 'Its slug.' }) slug: string,
  ): Promise<BookOf | null> {
    const body = await loaders.of(bodiesBySlug).load(slug);
    return body && { bodyId: body.id };
  }

  @FieldResolver(() => BodyType, { description: 'Whose rules these are.' })
  body(@Root() { bodyId }: BookOf, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(bodyId);
  }

  @FieldResolver()
  async version(@Root() { bodyId }: BookOf, @Ctx() { loaders }: Context) {
    const [newest] = await loaders.of(ruleBookVersions).load(bodyId);
    return newest?.version ?? null;
  }

  @FieldResolver(() => [RuleSection], { description: 'Every section, with its source.' })
  async sections(@Root() { bodyId }: BookOf, @Ctx() { loaders }: Context): Promise<Section[]> {
    const effective = await loaders.of(effectiveRulesOf).load(bodyId);
    return sectionKeys.map((key) => ({ key, effective }));
  }

  @FieldResolver(() => [RuleBookVersion], { description: 'The versions of its own rule book, newest first.' })
  versions(@Root() { bodyId }: BookOf, @Ctx() { loaders }: Context) {
    return loaders.of(ruleBookVersions).load(bodyId);
  }
}

@Resolver(() => RuleSection)
export class RuleSectionResolver {
  @FieldResolver(() => BodyType, {
    description:
      'The body whose rule book says so. Of `decisions`: what any motion is decided by; the sentences name others.',
  })
  fromBody(@Root() { key, effective }: Section, @Ctx() { loaders }: Context) {
    return loaders.of(bodiesById).load(effective.source[key].bodyId);
  }

  @FieldResolver()
  fromVersion(@Root() { key, effective }: Section): number {
    return effective.source[key].version;
  }

  @FieldResolver()
  rules(@Root() { key, effective }: Section): object {
    return effective.rules[key];
  }

  @FieldResolver(() => [Sentence])
  async sentences(@Root() { key, effective }: Section, @Ctx() { loaders }: Context) {
    const ids = [...new Set(Object.values(effective.source).map(({ bodyId }) => bodyId))];
    const bodies = (await loaders.of(bodiesById).loadMany(ids)) as BodyRow[];
    return sectionSentences(key, effective, (id) => bodies.find((body) => body.id === id)!.name);
  }
}

@Resolver(() => BodyType)
export class BodyRuleBookResolver {
  @FieldResolver(() => EffectiveRuleBook, { description: 'The rules that apply to it.' })
  ruleBook(@Root() body: BodyRow): BookOf {
    return { bodyId: body.id };
  }
}
