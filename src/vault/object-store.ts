import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { traced } from '@/platform/tracing/spans';
import { patience } from '@/platform/time/patience';
import { within } from '@/platform/time/within';
import { keyFileName } from './recovery-kit/kit-files';

/** An object that is listed: its address and when it was stored. */
export interface StoredObject {
  address: string;
  storedAt: Date;
}

let client: S3Client | undefined;

function store(): S3Client {
  const { S3_ENDPOINT, S3_REGION, S3_FORCE_PATH_STYLE, ...rest } = env();
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = rest;
  client ??= withSpans(
    new S3Client({
      region: S3_REGION,
      forcePathStyle: S3_FORCE_PATH_STYLE,
      maxAttempts: patience().storeAttempts,
      requestHandler: { connectionTimeout: 2_000 },
      // Addresses are hashes already, and stores other than Amazon's stumble over trailing checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(S3_ENDPOINT === undefined ? {} : { endpoint: S3_ENDPOINT }),
      ...(accessKeyId === undefined || secretAccessKey === undefined
        ? {}
        : { credentials: { accessKeyId, secretAccessKey } }),
    }),
  );
  return client;
}

/** Measures each call with its repetitions, without the bodies that are read as a stream. */
function withSpans(made: S3Client): S3Client {
  made.middlewareStack.add(
    (next, { commandName = 'call' }) =>
      (args) =>
        traced(`S3 ${commandName.replace(/Command$/, '')}`, {}, () => next(args)),
    { step: 'initialize', name: 'measureCall' },
  );
  return made;
}

/**
 * Stores an object under its address.
 * @throws AppError store-unavailable
 */
export async function putObject(address: string, bytes: Uint8Array): Promise<void> {
  await orUnavailable((abortSignal) =>
    store().send(
      new PutObjectCommand({
        ...at(address),
        Body: bytes,
        ContentType: 'application/octet-stream',
      }),
      { abortSignal },
    ),
  );
}

/**
 * How many bytes the store holds under an address; null when nothing is there.
 * @throws AppError store-unavailable
 */
export async function objectSize(address: string): Promise<number | null> {
  return orUnavailable(async (abortSignal) => {
    const { ContentLength } = await store().send(new HeadObjectCommand(at(address)), {
      abortSignal,
    });
    return ContentLength ?? 0;
  });
}

/**
 * The bytes under an address; null when nothing is there.
 * @throws AppError store-unavailable
 */
export async function getObject(address: string): Promise<Uint8Array | null> {
  return orUnavailable(async (abortSignal) => {
    const { Body } = await store().send(new GetObjectCommand(at(address)), { abortSignal });
    return Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
  });
}

/**
 * Removes an object; one that is gone already is no error. A document takes with it the key file of its patient's
 * recovery kit, which must not outlive it.
 * @throws AppError store-unavailable
 */
export async function deleteObject(address: string): Promise<void> {
  if (ADDRESS.test(address)) await deleteObject(keyFileName(address));
  await orUnavailable((abortSignal) =>
    store().send(new DeleteObjectCommand(at(address)), { abortSignal }),
  );
}

/** One page of the bucket's list. */
export interface ObjectPage {
  objects: StoredObject[];
  /** When the store made this list, by the same clock as `storedAt`. */
  listedAt: Date;
}

/**
 * Every sealed document in the bucket, page by page; objects of other names are not ours and are left out.
 * @throws AppError store-unavailable, also when its answer has no date
 */
export async function* listObjects(): AsyncGenerator<ObjectPage> {
  let next: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: env().S3_BUCKET,
      ...(next === undefined ? {} : { ContinuationToken: next }),
    });
    const clock = readClockOf(command);
    const page = await orUnavailable((abortSignal) => store().send(command, { abortSignal }));
    if (page === null) return;
    const objects = (page.Contents ?? []).flatMap(
      ({ Key: address = '', LastModified: storedAt }) =>
        ADDRESS.test(address) && storedAt !== undefined ? [{ address, storedAt }] : [],
    );
    yield { objects, listedAt: clock() };
    next = page.NextContinuationToken;
  } while (next !== undefined);
}

/**
 * The names of all objects that begin with a prefix.
 * @throws AppError store-unavailable
 */
export async function* listNames(prefix: string): AsyncGenerator<string> {
  let next: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: env().S3_BUCKET,
      Prefix: prefix,
      ...(next === undefined ? {} : { ContinuationToken: next }),
    });
    const page = await orUnavailable((abortSignal) => store().send(command, { abortSignal }));
    if (page === null) return;
    yield* (page.Contents ?? []).flatMap(({ Key: name }) => name ?? []);
    next = page.NextContinuationToken;
  } while (next !== undefined);
}

const answerSchema = z.object({ headers: z.object({ date: z.string() }) });

/** Reads the `Date` header of a command's answer, which the client does not pass on. */
function readClockOf(command: ListObjectsV2Command): () => Date {
  let date: Date | undefined;
  command.middlewareStack.add(
    (next) => async (request) => {
      const result = await next(request);
      const answer = answerSchema.safeParse(result.response);
      if (answer.success) date = new Date(answer.data.headers.date);
      return result;
    },
    { step: 'deserialize', name: 'readStoreClock' },
  );
  return () => {
    if (date !== undefined && !Number.isNaN(date.getTime())) return date;
    throw new AppError('store-unavailable', {
      cause: new Error('the answer of the store has no date'),
    });
  };
}

const ADDRESS = /^[0-9a-f]{64}$/;

function at(address: string): { Bucket: string; Key: string } {
  return { Bucket: env().S3_BUCKET, Key: address };
}

/**
 * Runs one call, with the body of its answer, within the timeout of the process: null when the object does not
 * exist, `store-unavailable` for every other failure.
 */
async function orUnavailable<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  try {
    return await within(patience().storeMs, call);
  } catch (cause) {
    if (cause instanceof NoSuchKey || cause instanceof NotFound) return null;
    throw new AppError('store-unavailable', { cause });
  }
}
