// What is written down of each request once it is answered: one line for the log (its method and path, never what
// follows a question mark) and the figures for whoever runs the server.
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { countAnswer } from './metrics.js';

declare module 'node:http' {
  interface IncomingMessage {
    /** By which a request is found in the log; told to the caller where something failed. */
    id: string;
  }
}

/** Machines ask these every few seconds; a line for each would drown the rest. */
const unlogged = new Set(['/livez', '/readyz']);

export function watch(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const path = request.path;
    request.id = randomUUID();
    response.once('close', () => {
      const milliseconds = performance.now() - began;
      const { statusCode: status, writableFinished: whole } = response;
      if (whole) countAnswer(path === '/graphql' ? 'graphql' : 'page', status, milliseconds / 1_000);
      const level = status >= 500 ? 'error' : 'info';
      if (unlogged.has(path) || !log.isLevelEnabled(level)) return;
      log[level](
        { id: request.id, method: request.method, path, status, milliseconds: Math.round(milliseconds), whole },
        'request',
      );
    });
    next();
  };
}
