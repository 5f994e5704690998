import { expect, it } from 'vitest';
import { themeStyles } from './theme-styles';

const css = themeStyles();

it('writes our colours for both schemes', () => {
  expect(css).toContain('--mantine-color-harbour-7: #17656f;');
  expect(css).toMatch(
    /scheme="light"\]\)\{[^}]*--mantine-color-dimmed: var\(--mantine-color-gray-7\)/,
  );
  expect(css).toMatch(
    /scheme="dark"\]\)\{[^}]*--mantine-color-dimmed: var\(--mantine-color-dark-1\)/,
  );
});

it('leaves out what stands in Mantine’s own styles', () => {
  expect(css).not.toContain('--mantine-color-pink-5');
});

it('hides by width', () => {
  expect(css).toContain('.mantine-visible-from-md {display: none !important;}');
});
