import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import type { Translate } from '@/messages/translator';

/** The one accent: a harbour's deep water. */
const harbour: MantineColorsTuple = [
  '#eef7f8',
  '#dcebed',
  '#b6d6da',
  '#8cc0c6',
  '#66a9b2',
  '#45929d',
  '#2c7c88',
  '#17656f',
  '#0f525b',
  '#0a3f47',
];

// Mantine's own palettes with shades dark enough for text and filled buttons: every pair that the light
// and filled variants make reaches a contrast of 4.5 (WCAG 2.2 AA).
const gray: MantineColorsTuple = [
  '#f6f8f8',
  '#eef2f2',
  '#e3e9e9',
  '#d5dddd',
  '#bcc7c7',
  '#909e9f',
  '#6a797b',
  '#4f5d5f',
  '#344143',
  '#1f2a2c',
];
const dark: MantineColorsTuple = [
  '#d6dedf',
  '#b9c4c6',
  '#9aa8aa',
  '#77878a',
  '#3c4a4e',
  '#2c383c',
  '#20292c',
  '#161e20',
  '#101618',
  '#0b0f11',
];
const red: MantineColorsTuple = [
  '#fff1f0',
  '#ffe0de',
  '#fac3bf',
  '#f29b95',
  '#e8716a',
  '#dc4a43',
  '#cb3029',
  '#b3241e',
  '#951c17',
  '#751411',
];
const green: MantineColorsTuple = [
  '#eefaf1',
  '#dcf3e2',
  '#b7e3c3',
  '#8dd0a0',
  '#62bb7d',
  '#3fa35f',
  '#2a8a4a',
  '#1d7039',
  '#15592c',
  '#0e4420',
];
const yellow: MantineColorsTuple = [
  '#fff8e6',
  '#ffeec7',
  '#fbdc92',
  '#f4c659',
  '#e8ae2c',
  '#cf9413',
  '#a8770b',
  '#855d07',
  '#694905',
  '#4f3603',
];
const blue: MantineColorsTuple = [
  '#eef5fc',
  '#dcebf8',
  '#b5d4ef',
  '#87b8e4',
  '#5a9ad6',
  '#377fc4',
  '#2468ab',
  '#19558f',
  '#124272',
  '#0c3056',
];

const fontFamily =
  "'Inter Variable', 'Inter Fallback', 'Inter Wide Fallback', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** MedAnchor's look, with the words that Mantine's components have of their own. */
export function themeOf(t: Translate) {
  const closeButtonProps = { 'aria-label': t('components.theme.close') };
  return createTheme({
    colors: { harbour, gray, dark, red, green, yellow, blue },
    primaryColor: 'harbour',
    primaryShade: { light: 7, dark: 6 },
    black: '#162022',
    fontFamily,
    // Nothing is smaller than 13 px.
    fontSizes: { xs: '0.8125rem' },
    headings: {
      fontFamily,
      fontWeight: '640',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '1.75rem', lineHeight: '1.25' },
        h2: { fontSize: '1.3rem', lineHeight: '1.35' },
        h3: { fontSize: '1.075rem', lineHeight: '1.4' },
      },
    },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Paper: { defaultProps: { withBorder: true } },
      Card: { defaultProps: { withBorder: true, padding: 'lg' } },
      // Mantine's own letters are 9 to 13 px.
      Badge: {
        defaultProps: { variant: 'light', tt: 'none', fw: 600 },
        vars: () => ({ root: { '--badge-fz': '0.8125rem', '--badge-height': '1.5rem' } }),
      },
      // A long label wraps on a phone; Mantine would cut it off.
      Button: {
        styles: {
          root: { height: 'auto', minHeight: 'var(--button-height)' },
          // A link that looks like a button does not centre by itself.
          inner: { minHeight: 'calc(var(--button-height) - 2px)' },
          label: { whiteSpace: 'normal', lineHeight: 1.25, paddingBlock: 4 },
        },
      },
      Loader: { defaultProps: { type: 'dots' } },
      InputWrapper: {
        styles: { description: { fontSize: '0.8125rem' }, error: { fontSize: '0.8125rem' } },
      },
      Modal: {
        defaultProps: { centered: true, closeButtonProps },
        styles: { title: { fontSize: '1.15rem', fontWeight: 640 } },
      },
      // Mantine makes it a <header>, which outside of a section is the banner of the whole page.
      ModalHeader: { defaultProps: { role: 'presentation' } },
      Notification: { defaultProps: { closeButtonProps } },
    },
  });
}

/** Readable secondary text, hints and errors in both schemes, and the page's own ground. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--app-ground': 'var(--mantine-color-gray-0)',
    '--app-line': 'var(--mantine-color-gray-2)',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-success': 'var(--mantine-color-green-7)',
  },
  dark: {
    '--app-ground': 'var(--mantine-color-dark-8)',
    '--app-line': 'var(--mantine-color-dark-5)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
    '--mantine-color-success': 'var(--mantine-color-green-3)',
  },
});
