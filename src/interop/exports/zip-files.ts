import { configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { toWebStream } from '@/platform/to-web-stream';

/** A file of a zip archive. */
export interface ZippedFile {
  /** Within the archive, with slashes. */
  path: string;
  content: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Already compressed, as a PDF is. */
  isCompressed?: boolean;
}

configure({ useWebWorkers: false });

/**
 * Makes a zip archive while its files are being made: one of them is in memory at a time. An archive of more than 4 GiB
 * or 65,535 files becomes one of the Zip64 format.
 * @param at the time that its files carry
 */
export async function* zipFiles(
  files: AsyncIterable<ZippedFile>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writing = writeAll(files, new ZipWriter(writable, { keepOrder: true, lastModDate: at }));
  // Whoever reads meets the failure as well: it ends the stream.
  writing.catch((error: unknown) => writable.abort(error).catch(() => undefined));
  yield* readable;
  await writing;
}

async function writeAll(files: AsyncIterable<ZippedFile>, zip: ZipWriter<unknown>): Promise<void> {
  for await (const { path, content, isCompressed = false } of files) {
    const source =
      content instanceof Uint8Array ? new Uint8ArrayReader(content) : toWebStream(content);
    await zip.add(path, source, { level: isCompressed ? 0 : 6 });
  }
  await zip.close();
}
