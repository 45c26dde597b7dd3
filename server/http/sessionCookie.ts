// The cookie that names a session: an opaque token of which the server keeps only a hash. Over https it is a
// __Host- cookie (this host alone, the whole of it, never without TLS); on http://localhost a plain HttpOnly one.
import { hash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { SessionHandle } from '../context.js';
import { locales } from '../notices/mailTexts.js';

export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

export const cookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-mandate' : 'mandate';

export function sessionOf(request: Request, response: Response, publicUrl: string): SessionHandle {
  const name = cookieName(publicUrl);
  const token = readCookie(request.headers.cookie ?? '', name);
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl.startsWith('https:') } as const;
  // What few deeds ask for is worked out when it is asked for.
  return {
    tokenHash: token ? hashToken(token) : null,
    issue: (fresh, expires) => void response.cookie(name, fresh, { ...attributes, expires }),
    clear: () => void response.clearCookie(name, attributes),
    get device() {
      return device(request.headers['user-agent'] ?? '');
    },
    get address() {
      return request.ip ?? '';
    },
    get locale() {
      return request.acceptsLanguages(...locales) || 'en';
    },
  };
}

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, value] = part.split('=', 2);
    if (key?.trim() === name && value && /^[\w-]{20,100}$/.test(value.trim())) return value.trim();
  }
  return null;
}

/** One word by which a person recognises the session; nothing finer is kept. */
function device(agent: string): string {
  return ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux'].find((word) => agent.includes(word)) ?? '';
}
