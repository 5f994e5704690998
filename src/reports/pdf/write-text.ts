import { fontOf, type FontName, type Weight } from './fonts';
import type { Sheet } from './sheet';

interface Run {
  font: FontName;
  text: string;
}

/**
 * Writes text in the pen's size and colour, each sign in the font that has it. It begins at `x`, `y` and wraps
 * at the width.
 */
export function writeText(
  { doc }: Sheet,
  weight: Weight,
  text: string,
  x: number,
  y: number,
  options: PDFKit.Mixins.TextOptions & { width: number },
): void {
  const runs = runsOf(text, weight);
  for (const [at, run] of runs.entries()) {
    const settings = { ...options, continued: at < runs.length - 1 };
    doc.font(run.font);
    if (at === 0) doc.text(run.text, x, y, settings);
    else doc.text(run.text, settings);
  }
  doc.font(weight);
}

/** A text in as few pieces as its fonts allow. */
function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const font = fontOf(character, weight) ?? weight;
    if (last !== undefined && last.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs.length === 0 ? [{ font: weight, text }] : runs;
}
