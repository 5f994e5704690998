import { randomUUID } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { env } from '@/platform/env';

/** The object store without anything of ours in between: what a single put costs. */
export function rawStore(): { put: (body: Uint8Array) => Promise<unknown> } {
  const { S3_ENDPOINT = '', S3_REGION, S3_BUCKET } = env();
  const { S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' } = env();
  const client = new S3Client({
    region: S3_REGION,
    endpoint: S3_ENDPOINT,
    forcePathStyle: true,
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return {
    put: (Body) =>
      client.send(new PutObjectCommand({ Bucket: S3_BUCKET, Key: `bench/${randomUUID()}`, Body })),
  };
}
