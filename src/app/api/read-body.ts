import { AppError } from '@/platform/errors';

/** How far beyond its cap a body is still read, so that its sender gets our answer instead of a reset. */
const DISCARDED_BYTES = 4 * 1_048_576;

/**
 * Reads a request's body, but never keeps more than a cap of it in memory.
 * @param maxBytes the cap; the announced Content-Length and the bytes that arrive are both held to it
 * @throws AppError body-too-large
 */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamBody(request, maxBytes)) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

/**
 * The same, chunk by chunk: what comes before the excess has been passed on when it is met.
 * @throws AppError body-too-large
 */
export async function* streamBody(
  request: Request,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void> {
  // Not read at all: Node.js discards it after the answer.
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const chunk = await reader?.read().catch((cause: unknown) => {
      throw new AppError('invalid-input', { detail: (t) => t('app.api.bodyCutOff'), cause });
    });
    if (chunk === undefined || chunk.done) break;
    size += chunk.value.byteLength;
    if (size <= maxBytes) yield chunk.value;
    if (size > maxBytes + DISCARDED_BYTES) {
      // Ends the connection.
      await reader?.cancel();
      break;
    }
  }
  if (size > maxBytes) throw tooLarge(maxBytes);
}

function tooLarge(maxBytes: number): AppError {
  const kilobytes = Math.floor(maxBytes / 1_024);
  return new AppError('body-too-large', {
    detail: (t) => t('app.api.bodyTooLarge', { kilobytes: String(kilobytes) }),
  });
}
