// Statements asked on every request are planned once a connection instead of every time: planning the one that loads
// who is acting takes longer than running it. A statement is prepared when it begins with its name in a comment,
// such as `/* loadActors */ select …`; its text must then always be the same, so lists go in as one array parameter.
import type { Pool, PoolClient } from 'pg';

const named = /^\s*\/\* (\w+) \*\//;

export function prepareNamedStatements(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    const plain = client.query.bind(client) as (...args: unknown[]) => unknown;
    const query = (text: unknown, values?: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' ? named.exec(text)?.[1] : undefined;
      return name ? plain({ name, text, values }, ...rest) : plain(text, values, ...rest);
    };
    client.query = query as typeof client.query;
  });
}
