// Small disks of the stage's own, which can be filled to the last byte: each a file system in memory, for which one must be root on Linux.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

export type DiskName = 'record' | 'engine' | 'attachments' | 'logs';

/** Enough for half an hour. */
const megabytes: Record<DiskName, number> = { record: 1_500, engine: 1_000, attachments: 64, logs: 64 };
const diskNames = Object.keys(megabytes) as DiskName[];
const piece = Buffer.alloc(1_048_576, 1);

export class Disks {
  private readonly folder: string;
  private readonly mounted: DiskName[] = [];
  /** Why they are no disks of their own. */
  readonly missing: string | undefined;

  /** Makes a folder for each; `asked`: each a disk of its own, where that can be had. */
  constructor(folder: string, asked: boolean) {
    this.folder = folder;
    this.missing = asked ? undefined : 'no disks were asked for';
    for (const name of diskNames) {
      mkdirSync(this.pathOf(name), { recursive: true, mode: 0o755 });
      if (this.missing !== undefined) continue;
      try {
        const options = `size=${megabytes[name]}m,mode=755`;
        execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.pathOf(name)], { stdio: 'pipe' });
        this.mounted.push(name);
      } catch (error) {
        this.missing = `mount -t tmpfs: ${String((error as { stderr?: Buffer }).stderr ?? error).trim()}`;
      }
    }
  }

  pathOf(name: DiskName): string {
    return join(this.folder, name);
  }

  /** Not a byte is left; resolves once it is so. */
  async fill(name: DiskName): Promise<void> {
    if (!this.mounted.includes(name)) throw new Error(`${name} is no disk of its own.`);
    const file = await open(this.fillerOf(name), 'w');
    try {
      for (let size = piece.length; size >= 1; ) {
        const written = await file.write(piece, 0, size).then(
          ({ bytesWritten }) => bytesWritten,
          (error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOSPC') return 0;
            throw error;
          },
        );
        if (written < size) size = Math.floor(size / 4);
      }
    } finally {
      await file.close();
    }
  }

  free(name: DiskName): void {
    rmSync(this.fillerOf(name), { force: true });
  }

  /** When nobody uses them any more. */
  close(): void {
    for (const name of this.mounted.splice(0)) execFileSync('umount', ['-l', this.pathOf(name)]);
  }

  private fillerOf(name: DiskName): string {
    return join(this.pathOf(name), 'full');
  }
}
