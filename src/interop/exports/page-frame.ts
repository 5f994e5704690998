import type { Translate } from '@/messages/translator';
import { html, Markup } from './html';

const STYLE = new Markup(`
  :root { color-scheme: light dark; --ink: #1d2b2d; --faint: #5c6b6d; --line: #d5dddd; --paper: #fff; --link: #17656f; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e6ecec; --faint: #a3b1b2; --line: #3a4748; --paper: #16201f; --link: #7cc4cd; }
  }
  body { margin: 0 auto; padding: 24px 16px 64px; max-width: 760px; background: var(--paper); color: var(--ink);
    font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
  h1 { font-size: 28px; line-height: 36px; margin: 0 0 8px; }
  h2 { font-size: 20px; line-height: 28px; margin: 32px 0 8px; }
  h3 { font-size: 16px; margin: 16px 0 4px; }
  p { margin: 0 0 12px; }
  a { color: var(--link); }
  .faint, td.faint { color: var(--faint); font-size: 14px; }
  ul.lines { list-style: none; margin: 0; padding: 0; }
  ul.lines > li { border-bottom: 1px solid var(--line); padding: 12px 0; }
  dl { display: grid; grid-template-columns: minmax(120px, 1fr) 3fr; gap: 4px 16px; margin: 0; }
  dt { color: var(--faint); }
  dd { margin: 0; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: 4px 8px 4px 0; vertical-align: top; }
  @media (max-width: 480px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
`);

/** A whole page that needs neither a script nor the network, and may use neither. */
export function pageFrame(title: string, body: Markup, t: Translate): Uint8Array {
  const page = html`<!doctype html>
    <html lang="${t('common.language')}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  return new TextEncoder().encode(page.text);
}

/** Names and values below each other; those without a value are left out. */
export function factList(
  facts: readonly (readonly [name: string, value: string | null])[],
): Markup {
  return html`<dl>
    ${facts.flatMap(([name, value]) =>
      value === null || value === ''
        ? []
        : [
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
          ],
    )}
  </dl>`;
}
