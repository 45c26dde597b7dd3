// Where to go after signing in: only to a page of ours, never to another site.

export function safePath(wish: string | null): string {
  return wish !== null && /^\/(?![/\\])/.test(wish) ? wish : '/';
}
