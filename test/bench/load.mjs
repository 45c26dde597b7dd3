// Sends requests from 16 connections for a bounded time and says how many a second were answered well.
import autocannon from 'autocannon';

export async function requestsPerSecond({ url, seconds, next, connections = 16 }) {
  const result = await new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        duration: seconds,
        timeout: 20,
        requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...next() }) }],
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    // An answer may be 200 and still say no: any error in the body stops the measurement.
    run.on('response', (_client, status, _bytes, _time) => {
      if (status >= 300) reject(new Error(`${url} answered ${status}`));
    });
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result['2xx'] / result.duration;
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
