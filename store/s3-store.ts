// Attachments in a bucket of S3 or of a server that speaks it. Credentials come from the SDK's standard environment.
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { answered } from './away.ts';
import type { Store, StoredFile } from './store.ts';

export interface S3Settings {
  bucket: string;
  /** Of another server than Amazon's. */
  endpoint: string | undefined;
  /** Before every key, e.g. `tuntas/`. */
  prefix: string;
  region?: string | undefined;
}

export class S3Store implements Store {
  private readonly client: S3Client;
  private readonly settings: S3Settings;

  constructor(settings: S3Settings) {
    const { endpoint, region = endpoint && 'us-east-1' } = settings;
    this.settings = settings;
    this.client = new S3Client({
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 2_000 },
      ...(region && { region }),
      ...(endpoint && { endpoint, forcePathStyle: true }),
    });
  }

  put(key: string, { path, sha256, mediaType }: StoredFile): Promise<void> {
    return answered(async (abortSignal) => {
      // Whole in memory, so that a second attempt can send it again.
      const command = new PutObjectCommand({
        ...this.place(key),
        Body: await readFile(path),
        ContentType: mediaType,
        ChecksumSHA256: sha256.toString('base64'),
      });
      await this.client.send(command, { abortSignal });
    });
  }

  get(key: string): Promise<Readable | undefined> {
    return answered(async (abortSignal) => {
      try {
        const { Body } = await this.client.send(new GetObjectCommand(this.place(key)), { abortSignal });
        return Body as Readable | undefined;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    });
  }

  remove(key: string): Promise<void> {
    return answered(async (abortSignal) => {
      await this.client.send(new DeleteObjectCommand(this.place(key)), { abortSignal });
    });
  }

  /** Has asked the bucket for a file that is not there. */
  async room(): Promise<null> {
    (await this.get('room/none'))?.destroy();
    return null;
  }

  private place(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: this.settings.prefix + key };
  }
}
