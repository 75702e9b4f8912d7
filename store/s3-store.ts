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
import type { Store, StoredFile } from './store.ts';

export interface S3Settings {
  bucket: string;
  /** Of another server than Amazon's. */
  endpoint: string | undefined;
  /** Before every key, e.g. `tuntas/`. */
  prefix: string;
  region?: string | undefined;
}

/** For an answer, both attempts together; reading on may take longer. */
const answerMs = 20_000;

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

  async put(key: string, { path, sha256, mediaType }: StoredFile): Promise<void> {
    // Whole in memory, so that a second attempt can send it again.
    const command = new PutObjectCommand({
      ...this.place(key),
      Body: await readFile(path),
      ContentType: mediaType,
      ChecksumSHA256: sha256.toString('base64'),
    });
    await inTime((options) => this.client.send(command, options));
  }

  async get(key: string): Promise<Readable | undefined> {
    try {
      const command = new GetObjectCommand(this.place(key));
      const { Body } = await inTime((options) => this.client.send(command, options));
      return Body as Readable | undefined;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await inTime((options) => this.client.send(new DeleteObjectCommand(this.place(key)), options));
  }

  private place(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: this.settings.prefix + key };
  }
}

async function inTime<T>(send: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), answerMs);
  try {
    return await send({ abortSignal: late.signal });
  } finally {
    clearTimeout(timer);
  }
}
