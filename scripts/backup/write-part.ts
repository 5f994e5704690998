import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Encrypter } from 'age-encryption';
import { toWebStream } from '@/platform/to-web-stream';

type Bytes = AsyncIterable<Uint8Array>;

/**
 * Encrypts bytes into a new file as they come, and waits until the disk has them.
 * @param recipients age public keys (`age1…`); each of their secret keys opens the file
 * @param compress a compressor to put before the encryption
 * @returns length and SHA-256 of the file
 * @throws Error when the source fails or the disk does not take the file
 */
export async function writePart(
  path: string,
  source: Bytes,
  recipients: readonly string[],
  compress: Transform = new PassThrough(),
): Promise<{ bytes: number; sha256: string }> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const digest = createHash('sha256');
  let bytes = 0;
  await pipeline(
    source,
    compress,
    async function* encrypt(plain: Bytes): AsyncGenerator<Uint8Array> {
      yield* await encrypter.encrypt(toWebStream(plain));
    },
    async function* measure(sealed: Bytes) {
      for await (const chunk of sealed) {
        digest.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { bytes, sha256: digest.digest('hex') };
}
