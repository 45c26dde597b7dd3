// A query that asks for everything a type can tell, made from the schema itself, so that a field added tomorrow is
// asked for tomorrow.
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What to give for an argument, by its name; a list of an enum gets all of it, a single one its first. */
export type Given = Record<string, unknown>;

/** The selection of all fields of a type, and of what they lead to; a type is not entered twice on one path. */
export function everythingOf(schema: GraphQLSchema, typeName: string, given: Given, steps: number): string {
  const select = (type: GraphQLObjectType, left: number, path: readonly string[]): string => {
    const fields = Object.values(type.getFields()).map((field) => one(field, left, [...path, type.name]));
    return `{ __typename ${fields.filter(Boolean).join(' ')} }`;
  };
  const one = (field: GraphQLField<unknown, unknown>, left: number, path: readonly string[]): string => {
    const call = `${field.name}${argumentsOf(field.args, given)}`;
    const type = getNamedType(field.type);
    if (isLeafType(type)) return call;
    const inner = isAbstractType(type) ? [...schema.getPossibleTypes(type)] : isObjectType(type) ? [type] : [];
    // Connections and edges are only the way to what they hold.
    const cost = /(Connection|Edge|PageInfo)$/.test(type.name) ? 0 : 1;
    const open = inner.filter((next) => !path.includes(next.name));
    if (left - cost < 0 || open.length === 0) return '';
    const parts = open.map((next) =>
      isAbstractType(type) ? `... on ${next.name} ${select(next, left - cost, path)}` : select(next, left - cost, path),
    );
    return isAbstractType(type) ? `${call} { ${parts.join(' ')} }` : `${call} ${parts[0]}`;
  };
  return select(schema.getType(typeName) as GraphQLObjectType, steps, []);
}

function argumentsOf(args: readonly GraphQLArgument[], given: Given): string {
  const parts = args.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (isEnumType(named)) {
      const words = named.getValues().map((value) => value.name);
      return [`${name}: ${isListType(getNullableType(type)) ? `[${words.join(', ')}]` : words[0]}`];
    }
    return given[name] === undefined ? [] : [`${name}: ${JSON.stringify(given[name])}`];
  });
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}
