// What never changes need not be read twice: a process keeps what it has read of it, as much as fits, and forgets
// first what was asked for longest ago.
export class Kept<Value> {
  readonly #things = new Map<string, { value: Value; size: number }>();
  #size = 0;

  /** @param most how much is kept in all, in whatever `size` counts */
  constructor(private readonly most: number) {}

  get(key: string): Value | null {
    const thing = this.#things.get(key);
    if (!thing) return null;
    // Asked for last, forgotten last: a Map goes through its keys in the order in which they were set.
    this.#things.delete(key);
    this.#things.set(key, thing);
    return thing.value;
  }

  keep(key: string, value: Value, size: number): void {
    this.#forget(key);
    this.#things.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#things.keys()) {
      if (this.#size <= this.most) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#things.get(key)?.size ?? 0;
    this.#things.delete(key);
  }
}
