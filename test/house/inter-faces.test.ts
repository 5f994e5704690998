import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

/** Style sheet → its faces as sorted words, so that only what they say counts. */
function faces(css: string): string[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)]
    .map(([, body = '']) =>
      body.replaceAll(/@fontsource-variable\/inter|["'\s]/g, '').replaceAll('./files/', '/files/'),
    )
    .sort();
}

test('our faces of Inter are those of the package, except that they never move a painted page', () => {
  const own = readFileSync('src/app/inter.css', 'utf8');
  const packed = createRequire(import.meta.url).resolve('@fontsource-variable/inter/index.css');
  const expected = readFileSync(packed, 'utf8').replaceAll(
    'font-display: swap',
    'font-display: optional',
  );
  expect(faces(own)).toHaveLength(7);
  expect(faces(own)).toEqual(faces(expected));
});
