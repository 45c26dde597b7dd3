// Something outside the program stands in its way: a port already taken, a database that is away, a folder that
// is not ours. The message is the whole sentence that the person running it reads; nothing else is wrong.
export class Obstacle extends Error {}

/** Obstacles the operating system names, in words; anything else is given back as it is. */
export function asObstacle(error: unknown): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM')
    return new Obstacle(`This account may not use ${path ?? 'a file it needs'}: ${message}`);
  if (code === 'EROFS') return new Obstacle(`${path ?? 'The folder'} cannot be written to.`);
  if (code === 'ENOSPC') return new Obstacle('The disk is full.');
  return error;
}
