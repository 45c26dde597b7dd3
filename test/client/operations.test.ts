// Every query and deed of the web client stays within what the server reads at all: depth, cost, aliases, length.
import { InMemoryCache } from '@apollo/client/cache';
import { expect, test } from '@jest/globals';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { buildSchema, Lexer, print, Source, validate, type DocumentNode, type ValidationRule } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../../schema/limits';

const generated = join(process.cwd(), 'client/src/generated');
const schema = buildSchema(readFileSync(join(process.cwd(), 'schema/schema.graphql'), 'utf8'));
const { depth, cost, aliases, directives, tokens } = limits.query;
const { validationRules } = new ApolloArmor({
  maxDepth: { n: depth, flattenFragments: true },
  costLimit: { maxCost: cost },
  maxAliases: { n: aliases },
  maxDirectives: { n: directives },
  maxTokens: { enabled: false },
}).protect();

const cache = new InMemoryCache();
const files = readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const operations = (
  await Promise.all(
    files.map(async (file) => {
      const module = (await import(join(generated, file))) as Record<string, DocumentNode>;
      // As Apollo Client sends it: with __typename in every selection but the outermost.
      return Object.entries(module)
        .filter(([name]) => name.endsWith('Document'))
        .map(([name, document]) => [name, cache.transformDocument(document)] as const);
    }),
  )
).flat();

function lengthOf(document: DocumentNode): number {
  const lexer = new Lexer(new Source(print(document)));
  let count = 0;
  while (lexer.advance().kind !== '<EOF>') count += 1;
  return count;
}

test('there are operations to look at', () => {
  expect(operations.length).toBeGreaterThan(20);
});

test.each(operations)('%s is one the server reads', (_name, document) => {
  const refusals: string[] = [];
  try {
    refusals.push(...validate(schema, document, validationRules as ValidationRule[]).map(({ message }) => message));
  } catch (error) {
    refusals.push((error as Error).message);
  }
  expect(refusals).toEqual([]);
  expect(lengthOf(document)).toBeLessThan(tokens);
});
