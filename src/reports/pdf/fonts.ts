import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The two weights a report is set in. */
export type Weight = 'regular' | 'semibold';

const FOLDER = path.join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans');

const loaded = new Map<Weight, Buffer>();

/**
 * A whole Noto Sans (SIL Open Font License 1.1) with Latin-extended, Turkish, Greek and Cyrillic letters;
 * what is used of it is embedded.
 */
export function fontFile(weight: Weight): Buffer {
  const known = loaded.get(weight);
  if (known !== undefined) return known;
  const file =
    weight === 'regular'
      ? '400Regular/NotoSans_400Regular.ttf'
      : '600SemiBold/NotoSans_600SemiBold.ttf';
  const font = readFileSync(path.join(FOLDER, file));
  loaded.set(weight, font);
  return font;
}
