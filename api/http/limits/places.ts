// How much one user or one address may have under way at once.
import type { Words } from '../../../sop/texts/language.ts';
import { Problem } from '../problems.ts';

const retrySeconds = 30;

export class Places {
  private readonly detail: Words;
  private readonly taken = new Map<string, number>();

  /** `detail`: what people read when there is no place left. */
  constructor(detail: Words) {
    this.detail = detail;
  }

  /** Takes a place under each key, or none; gives the function that gives them back. Throws `too-many-requests`. */
  take(limits: Record<string, number>): () => void {
    const keys = Object.keys(limits);
    const full = keys.some((key) => (this.taken.get(key) ?? 0) >= (limits[key] ?? 0));
    if (full) throw new Problem('too-many-requests', { detail: this.detail, retryAfter: retrySeconds });
    for (const key of keys) this.add(key, 1);
    let given = false;
    return () => {
      if (!given) for (const key of keys) this.add(key, -1);
      given = true;
    };
  }

  private add(key: string, by: 1 | -1): void {
    const now = (this.taken.get(key) ?? 0) + by;
    if (now > 0) this.taken.set(key, now);
    else this.taken.delete(key);
  }
}
