// What changes something comes from our own page or from a program that is no browser: a request that a browser says
// comes from another site is refused before anything is read. The API is spoken by POST, in JSON.
import type { RequestHandler } from 'express';

export function onlyOurPage(publicUrl: string, { method = 'POST', json = true } = {}): RequestHandler {
  const ours = new URL(publicUrl).origin;
  return (request, response, next) => {
    const no = (status: number, message: string) =>
      void response
        .status(status)
        .json({ errors: [{ message, extensions: { code: status === 403 ? 'FORBIDDEN' : 'BAD_REQUEST' } }] });
    response.setHeader('Cache-Control', 'no-store');
    if (request.method !== method) {
      response.setHeader('Allow', method);
      return no(405, json ? 'The API is spoken by POST only.' : `This is used by ${method} only.`);
    }
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    // A page on any loopback name of this very port is ours as well, while we serve one machine alone.
    const local =
      origin !== undefined &&
      isLoopback(ours) &&
      isLoopback(origin) &&
      origin.endsWith(`:${request.socket.localPort}`) &&
      origin.startsWith('http:');
    if (
      (origin !== undefined && origin !== ours && !local) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none')
    ) {
      return no(403, 'This request comes from another site and was refused.');
    }
    if (json && !request.is('application/json')) return no(415, 'Send the request as application/json.');
    next();
  };
}

function isLoopback(origin: string): boolean {
  try {
    return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);
  } catch {
    return false;
  }
}
