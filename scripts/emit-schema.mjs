// Writes schema/schema.graphql from the code (sorted), or with --check says whether the committed one is it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../dist/schema/index.js';

const file = path.resolve(import.meta.dirname, '../schema/schema.graphql');
const text = `${printSchema(lexicographicSortSchema(schema()))}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('schema/schema.graphql is not what the code says: run `npm run schema` and commit it.');
  process.exit(1);
}
