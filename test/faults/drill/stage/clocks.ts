// The wall clocks of the stage's processes: what `moving-clock.js` adds to Date in each, told by a file of its own.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('moving-clock.js', import.meta.url));
/** A process looks every 50 ms. */
const noticedMs = 150;

export class Clocks {
  private readonly folder: string;
  private readonly moved = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What the environment of that process needs besides. */
  envOf(name: string): Record<string, string> {
    const file = this.fileOf(name);
    write(file, 0);
    return { CLOCK_FILE: file, NODE_OPTIONS: `--import=${preload}` };
  }

  /** So far ahead of the machine's, in milliseconds, below 0 behind it; resolves when they have noticed. */
  async set(names: readonly string[], ms: number): Promise<void> {
    for (const name of names) {
      write(this.fileOf(name), ms);
      this.moved.add(name);
    }
    await sleep(noticedMs);
  }

  async setRight(): Promise<void> {
    await this.set([...this.moved], 0);
    this.moved.clear();
  }

  private fileOf(name: string): string {
    return join(this.folder, `${name}.clock`);
  }
}

/** Whole at any moment. */
function write(file: string, ms: number): void {
  writeFileSync(`${file}.new`, String(ms));
  renameSync(`${file}.new`, file);
}
