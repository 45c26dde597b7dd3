// Figures about the process for whoever runs it, on a port of their own; never about a person.
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'mandate_' });

const requests = new Counter({
  name: 'mandate_http_requests_total',
  help: 'Requests answered.',
  labelNames: ['route', 'status'],
  registers: [registry],
});
const seconds = new Histogram({
  name: 'mandate_http_seconds',
  help: 'Time to answer.',
  labelNames: ['route'],
  buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
  registers: [registry],
});

export function countAnswer(route: 'graphql' | 'page', status: number, took: number): void {
  requests.inc({ route, status });
  seconds.observe({ route }, took);
}

/** Serves GET /metrics on loopback. */
export function serveMetrics(port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
