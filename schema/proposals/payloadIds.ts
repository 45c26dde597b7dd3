// Ids inside a payload: global outside, plain within, like every other id.
import { globalId, localId } from '../../server/ids.js';

type Payload = Record<string, unknown>;

export function localPayload(payload: Payload | null | undefined): Payload | null {
  if (!payload) return null;
  return typeof payload['bodyId'] === 'string'
    ? { ...payload, bodyId: localId('Body', payload['bodyId'], 'payload.bodyId') }
    : payload;
}

export const globalPayload = (payload: Payload): Payload =>
  typeof payload['bodyId'] === 'string' ? { ...payload, bodyId: globalId('Body', payload['bodyId']) } : payload;
