// Errors outside the API answer in JSON too, with an id to quote and nothing of the inside.
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../errors.js';
import { away } from './away.js';

export const notFoundAsJson: RequestHandler = (_request, response) => {
  response.status(404).json({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
};

const words: Record<number, [code: string, message: string]> = {
  400: ['BAD_REQUEST', 'The request could not be read: it should be one JSON object.'],
  403: ['FORBIDDEN', 'This is not served.'],
  404: ['NOT_FOUND', 'There is nothing here.'],
  413: ['TOO_LARGE', 'The request is too large.'],
  415: ['UNSUPPORTED', 'The encoding of the request is not supported.'],
};

export function jsonErrors(log: Logger): ErrorRequestHandler {
  return (error: { status?: number; statusCode?: number }, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? error.statusCode ?? (isDatabaseAway(error) ? 503 : 500);
    const id = String(request.id);
    if (status >= 500) log.error({ err: error, requestId: id }, 'request failed');
    const [code, message] =
      words[status] ?? (status === 503 ? ['UNAVAILABLE', away] : ['INTERNAL', 'Something went wrong on our side.']);
    if (status === 503) response.setHeader('Retry-After', '2');
    response.status(status).json({ errors: [{ message, extensions: { code, id } }] });
  };
}
