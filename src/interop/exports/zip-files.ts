import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of a zip archive. */
export interface ZippedFile {
  /** Within the archive, with slashes. */
  path: string;
  content: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Already compressed, as a PDF is. */
  isCompressed?: boolean;
}

/**
 * Makes a zip archive while its files are being made: one of them is in memory at a time. No more than 4 GiB, and
 * 65,535 files, which the format without Zip64 allows.
 * @param at the time that its files carry
 */
export async function* zipFiles(
  files: AsyncIterable<ZippedFile>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    made.push(chunk);
  });
  for await (const { path, content, isCompressed = false } of files) {
    const file = isCompressed ? new ZipPassThrough(path) : new ZipDeflate(path);
    file.mtime = at;
    zip.add(file);
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      file.push(chunk);
      yield* made.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}
