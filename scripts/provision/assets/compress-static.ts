import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const FORMS = { br: promisify(brotliCompress), gz: promisify(gzip) };

/**
 * Compresses the scripts and styles of a build once, at Brotli's best (a sixth smaller than gzip) and as gzip:
 * `src/platform/http/static-files.ts` sends them so.
 * @param folder what `next build` made
 */
export async function compressStatic(folder: string): Promise<void> {
  for (const file of globSync(join(folder, 'static/**/*.{js,css,svg,json}'))) {
    const content = await readFile(file);
    await Promise.all(
      Object.entries(FORMS).map(async ([ending, compress]) => {
        await writeFile(`${file}.${ending}`, await compress(content));
      }),
    );
  }
}
