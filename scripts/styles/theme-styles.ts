import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { cssVariables, themeOf } from '@/components/frame/theme';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';

/**
 * The styles that MantineProvider would compute again in every browser, before anything else of a page is taken
 * over: the theme's CSS variables, and the classes that show or hide by width.
 */
export function themeStyles(): string {
  // The styles do not depend on the theme's words.
  const theme = themeOf(translatorOf(DEFAULT_LOCALE));
  const markup = renderToStaticMarkup(
    createElement(MantineProvider, {
      theme,
      cssVariablesResolver: cssVariables,
      defaultColorScheme: 'auto',
    }),
  );
  return Array.from(markup.matchAll(/<style[^>]*>([^<]*)<\/style>/g), ([, css = '']) => css).join(
    '\n',
  );
}
