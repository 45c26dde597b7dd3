// Scalars of the API: instants and days without ambiguity, and UUIDs made by clients.
import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { malformed } from '../server/errors.js';

export { GraphQLJSONObject as JSONObject, GraphQLUUID as UUID } from 'graphql-scalars';

/** An instant, in UTC. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant, ISO 8601 in UTC.',
});

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day, kept as text from the database to the screen so that no time zone can move it. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: (value) => readDay(value),
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null),
});

function readDay(value: unknown): string {
  if (typeof value !== 'string' || !day.test(value) || !isOfTheCalendar(value))
    throw malformed('A day of the calendar is written YYYY-MM-DD.');
  return value;
}

/** The 31st of February is not. */
function isOfTheCalendar(text: string): boolean {
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}
