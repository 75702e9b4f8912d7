// Where the bytes of attachments lie. Keys say nothing of what is in them.
import type { Readable } from 'node:stream';

export interface StoredFile {
  /** A local file that holds the bytes. */
  path: string;
  bytes: number;
  sha256: Buffer;
  mediaType: string;
}

/** Of the disk that the bytes lie on. */
export interface Room {
  bytes: number;
  free: number;
}

/** Each throws `StoreAway` when the store does not do it in time. */
export interface Store {
  /** Keeps the file under `key` (`number/id`), lasting and whole. The same again does no harm. */
  put(key: string, file: StoredFile): Promise<void>;
  /** Its bytes; undefined when there is no such file. */
  get(key: string): Promise<Readable | undefined>;
  /** Without that file, does nothing. */
  remove(key: string): Promise<void>;
  /** How much room there is; null: in a bucket, which has no end. */
  room(): Promise<Room | null>;
}
