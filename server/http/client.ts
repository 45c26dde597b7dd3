// The web page: built files with long lives, and the one document that every address of the page begins with.
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';

export function serveClient(folder: string): Router {
  const router = Router();
  const document = path.join(folder, 'index.html');
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h', redirect: false }));
  router.get(/^\/(?!graphql|assets\/).*/, (request, response, next) => {
    if (!request.accepts('html') || !existsSync(document)) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(document);
  });
  return router;
}
