// Attachments in a folder: a file is there whole, and on the disk, or not at all.
import { access, copyFile, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { answered } from './away.ts';
import type { Room, Store, StoredFile } from './store.ts';

export class FileStore implements Store {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(key: string, { path }: StoredFile): Promise<void> {
    const target = this.pathOf(key);
    await answered(() => this.write(target, path));
  }

  async get(key: string): Promise<Readable | undefined> {
    const target = this.pathOf(key);
    return answered(() => this.read(target));
  }

  async remove(key: string): Promise<void> {
    const target = this.pathOf(key);
    await answered(() => rm(target, { force: true }));
  }

  async room(): Promise<Room> {
    return answered(() => roomAt(this.root));
  }

  private async write(target: string, path: string): Promise<void> {
    const folder = dirname(target);
    const partial = `${target}.part`;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await copyFile(path, partial);
      await flush(partial);
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    // The names, too.
    await flush(folder);
    await flush(this.root);
  }

  private async read(target: string): Promise<Readable | undefined> {
    try {
      return (await open(target)).createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      // A folder that is not mounted is away, not empty.
      await access(this.root);
      return undefined;
    }
  }

  private pathOf(key: string): string {
    if (!/^[\w-]+\/[\w-]+$/.test(key)) throw new Error(`${key} is not a key of an attachment.`);
    return join(this.root, key);
  }
}

/** Waits until the file or folder is on the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Nothing was stored yet where there is no folder: it will lie where the one above it does. */
async function roomAt(folder: string): Promise<Room> {
  try {
    // What is kept back for root is not free for us.
    const { bsize, blocks, bavail } = await statfs(folder);
    return { bytes: bsize * blocks, free: bsize * bavail };
  } catch (error) {
    const above = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === folder) throw error;
    return roomAt(above);
  }
}
