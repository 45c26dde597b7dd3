/** Finds bodies by name, with or without accents; the bodies above a match stay, so that one sees where it belongs. */
interface Named {
  id: string;
  name: string;
  parentId: string | null;
}

const plain = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

export function found<B extends Named>(bodies: readonly B[], wanted: string): B[] {
  const words = plain(wanted);
  if (!words) return [...bodies];
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const kept = new Set<string>();
  for (const body of bodies) {
    if (!plain(body.name).includes(words)) continue;
    for (let each: B | undefined = body; each; each = each.parentId ? byId.get(each.parentId) : undefined)
      kept.add(each.id);
  }
  return bodies.filter(({ id }) => kept.has(id));
}
