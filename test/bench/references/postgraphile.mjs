// PostGraphile 5 on the same database, as its documentation sets it up: the reference for readings.
import { createServer } from 'node:http';
import express from 'express';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/express/v4';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'], poolConfig: { max: 16 } }),
  ],
  grafserv: { watch: false, graphiql: false, port: 0 },
  grafast: { explain: false },
  disablePlugins: [],
};
const app = express();
const server = createServer(app);
const serv = postgraphile(preset).createServ(grafserv);
await serv.addTo(app, server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.on('SIGTERM', () => process.exit(0));
