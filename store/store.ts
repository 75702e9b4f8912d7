// Where the bytes of attachments lie. Keys say nothing of what is in them.
import type { Readable } from 'node:stream';

export interface StoredFile {
  /** A local file that holds the bytes. */
  path: string;
  bytes: number;
  sha256: Buffer;
  mediaType: string;
}

export interface Store {
  /** Keeps the file under `key` (`number/id`), lasting and whole, or throws. The same again does no harm. */
  put(key: string, file: StoredFile): Promise<void>;
  /** Its bytes; undefined when there is no such file. Throws when the store is away. */
  get(key: string): Promise<Readable | undefined>;
  /** Without that file, does nothing. */
  remove(key: string): Promise<void>;
}
