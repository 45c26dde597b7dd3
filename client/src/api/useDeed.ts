// Doing something lawful: send one deed, and come back with what changed, the Refusal, or an honest fault.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { faultOf, type Fault } from './fault';
import { forget, keyFor } from './deedKey';

export interface RefusalFacts {
  __typename: 'Refusal';
  code: string;
  message: string;
  rule?: string | null;
  field?: string | null;
  values?: Record<string, unknown> | null;
}

type Answer<Data> = Exclude<NonNullable<Data[keyof Data]>, { __typename: 'Refusal' }>;
type KeyField = 'id' | 'idempotencyKey';

export interface Deed<Data, Input> {
  /** Sends the deed; answers with what changed, or null when it was refused or did not get through. */
  run: (input: Omit<Input, KeyField> & Partial<Input>) => Promise<Answer<Data> | null>;
  busy: boolean;
  refusal: RefusalFacts | null;
  /** Set when nobody knows whether it was recorded: trying again is safe, the key is kept. */
  fault: Fault | null;
  done: Answer<Data> | null;
  clear: () => void;
}

interface State<Data> {
  busy: boolean;
  refusal: RefusalFacts | null;
  fault: Fault | null;
  done: Answer<Data> | null;
}

const idle = { busy: false, refusal: null, fault: null, done: null };

/**
 * @param name names the deed and what it is about (`castBallot:<poll>`); a retry finds its key under it
 * @param keyField the input field the key goes into; null for deeds that need none (signing in)
 */
export function useDeed<Data, Input extends object>(
  document: TypedDocumentNode<Data, { input: Input }>,
  name: string,
  keyField: KeyField | null,
): Deed<Data, Input> {
  const client = useApolloClient();
  const [state, setState] = useState<State<Data>>(idle);
  const running = useRef(false);

  const run = useCallback(
    async (given: Omit<Input, KeyField> & Partial<Input>): Promise<Answer<Data> | null> => {
      if (running.current) return null;
      running.current = true;
      setState({ ...idle, busy: true });
      const key =
        keyField && (given as Record<string, unknown>)[keyField] === undefined
          ? keyFor(sessionStorage, name, given)
          : null;
      const input = (key && keyField ? { ...given, [keyField]: key } : given) as Input;
      try {
        const { data } = await client.mutate({ mutation: document, variables: { input } });
        const answer = Object.values(data as object)[0] as Answer<Data> | RefusalFacts;
        forget(sessionStorage, name);
        if ((answer as { __typename: string }).__typename === 'Refusal') {
          setState({ ...idle, refusal: answer as RefusalFacts });
          return null;
        }
        setState({ ...idle, done: answer as Answer<Data> });
        return answer as Answer<Data>;
      } catch (error) {
        setState({ ...idle, fault: faultOf(error) });
        return null;
      } finally {
        running.current = false;
      }
    },
    [client, document, name, keyField],
  );
  return { ...state, run, clear: useCallback(() => setState(idle), []) };
}
