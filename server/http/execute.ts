// How an operation is carried out. graphql-js walks its document anew for every row of the answer, which for a result of
// two thousand bodies takes longer than everything else; so a reading that is asked again and again is compiled, once,
// into a function that makes its answer directly. Deeds, and whatever is not plain, are left to graphql-js.
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  execute,
  getNamedType,
  isAbstractType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../context.js';

/** Compiling takes as long as a few answers: it is not done for what is asked once, nor for who asks to keep us busy. */
const ASKED_OFTEN = 3;

interface Asked {
  document: DocumentNode;
  context: object;
  request: { variables?: Record<string, unknown>; operationName?: string };
}
type Executor = (asked: Asked) => Promise<ExecutionResult>;

/** The schema with our way of executing, in the one form in which Apollo takes an executor. */
export function withExecutor(schema: GraphQLSchema): ApolloServerOptionsWithGateway<Context>['gateway'] {
  return {
    onSchemaLoadOrUpdate(loaded) {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor: executorOf(schema) as never }),
    stop: () => Promise.resolve(),
  };
}

function executorOf(schema: GraphQLSchema): Executor {
  const plainly: Executor = async ({ document, context, request }) =>
    execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName,
    });
  // Apollo keeps the documents it has read and forgets the oldest; what is known of one goes with it.
  const known = new WeakMap<DocumentNode, { asked: number; compiled?: Executor | null }>();
  return async (asked) => {
    let entry = known.get(asked.document);
    if (!entry) known.set(asked.document, (entry = { asked: 0 }));
    if (entry.compiled === undefined && ++entry.asked >= ASKED_OFTEN) entry.compiled = compiled(schema, asked.document);
    const answer = await entry.compiled?.(asked);
    // Reading has no effect: an answer with a fault in it is made again by graphql-js, which has the words for it.
    return answer && !answer.errors?.length ? answer : plainly(asked);
  };
}

/** Null for what is left to graphql-js. */
export function compiled(schema: GraphQLSchema, document: DocumentNode): Executor | null {
  if (!isOneReading(document) || !isPlain(schema, document)) return null;
  const made = compileQuery(schema, document);
  if (!isCompiledQuery(made)) return null;
  return async ({ context, request }) => made.query({}, context, request.variables ?? {}) as ExecutionResult;
}

function isOneReading({ definitions }: DocumentNode): boolean {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 && operations[0]!.operation === OperationTypeNode.QUERY;
}

/** Which type a value of a union or an interface is of may take a while to say; the compiler does not wait for it. */
function isPlain(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let plain = true;
  const look = { Field: () => void (plain &&= !isAbstractType(getNamedType(types.getType()!))) };
  visit(document, visitWithTypeInfo(types, look));
  return plain;
}
