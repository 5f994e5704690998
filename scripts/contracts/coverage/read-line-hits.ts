/**
 * Which lines with code ran, by file, from an lcov file.
 * @param lcov the text of coverage/lcov.info
 */
export function readLineHits(lcov: string): Map<string, Map<number, boolean>> {
  const files = new Map<string, Map<number, boolean>>();
  let hits = new Map<number, boolean>();
  for (const line of lcov.split('\n')) {
    const [kind, value = ''] = line.split(/:(.*)/);
    if (kind === 'SF') {
      hits = new Map();
      files.set(value, hits);
    }
    const [number = 0, count = 0] = value.split(',').map(Number);
    if (kind === 'DA') hits.set(number, count > 0);
  }
  return files;
}
