import type { Translate } from '../../messages/translator.ts';

/** The texts of a plain page: only our own, so they are not escaped. */
interface PlainPage {
  title: string;
  heading: string;
  sentence: string;
  /** Whether the same address may answer otherwise in a moment. */
  canRetry: boolean;
  /** Of the Content-Security-Policy that goes with it. */
  nonce: string;
}

/** A whole page, without a script, for when no page can be rendered. */
export function plainPage(page: PlainPage, t: Translate): string {
  const { title, heading, sentence, canRetry, nonce } = page;
  return `<!doctype html>
<html lang="${t('common.language')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · MedAnchor</title>
<style nonce="${nonce}">
body { margin: 0; padding: 1.5rem; font: 1.0625rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 36rem; margin: 0 auto; }
.brand { font-weight: 700; color: #17656f; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1.5rem 0 1rem; }
[role='alert'] { margin: 0 0 1.5rem; padding: 1rem 1.25rem; border-left: 4px solid #c92a2a; background: #fff0f0; }
button, a { font: inherit; min-height: 2.75rem; box-sizing: border-box; }
button { padding: 0.5rem 1.25rem; border: 0; border-radius: 0.5rem; background: #17656f; color: #fff; font-weight: 600; cursor: pointer; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; }
a { display: inline-flex; align-items: center; color: #17656f; }
@media (prefers-color-scheme: dark) {
  body { background: #1a1d1e; color: #e6eaea; }
  .brand, a { color: #7cc6cf; }
  [role='alert'] { background: #3a2020; }
}
</style>
</head>
<body>
<main>
<p class="brand">MedAnchor</p>
<h1>${heading}</h1>
<p role="alert">${sentence}</p>
<form method="get">
${canRetry ? `<button>${t('platform.plainPage.tryAgain')}</button>` : ''}
<a href="/">${t('platform.plainPage.toTheFirstPage')}</a>
</form>
</main>
</body>
</html>
`;
}
