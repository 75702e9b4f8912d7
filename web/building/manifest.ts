// What Vite tells of what it has built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the console's sources. */
export const root = join(import.meta.dirname, '..');

export interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}

/** By the name of each source, of what was built into `folder`. */
export function readManifest(folder: string): Record<string, Chunk> {
  return JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
}
