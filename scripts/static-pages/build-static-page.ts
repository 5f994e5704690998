import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { SETTINGS_ID, SETTINGS_PLACE } from '../../src/reports/recover-page/page-settings';
import type { Branch } from '../messages/browser-messages';

const SOURCE = 'src/reports/recover-page';

/**
 * Builds the page that opens recovery kits: one HTML file that contains everything it needs, so that it also works when
 * every server of ours is gone. Its policy lets nothing run but what is in it.
 * @param output a module of src/generated that exports the page and its policy
 */
export async function buildRecoverPage(output: string): Promise<void> {
  const script = await bundle(`${SOURCE}/page.ts`, 'js');
  const style = await bundle(`${SOURCE}/page.css`, 'css');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    // The page narrows it to the two addresses that its owner chooses: see restrict-network.ts.
    'connect-src https: http://localhost:* http://127.0.0.1:*',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>MedAnchor</title>
<style>${style}</style>
</head>
<body>
<script type="application/json" id="${SETTINGS_ID}">${SETTINGS_PLACE}</script>
<script>${script}</script>
</body>
</html>
`;
  await writeFile(
    output,
    `// Written by scripts/recover-page/build-recover-page.ts.
export const RECOVER_POLICY = ${JSON.stringify(policy)};
export const RECOVER_HTML = ${JSON.stringify(html)};
`,
  );
}

async function bundle(entry: string, kind: 'js' | 'css'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // It is part of an HTML file: `</script>` must not stand in it.
    supported: { 'inline-script': false },
    legalComments: 'none',
    plugins: [ownSentences],
  });
  const file = outputFiles.find(({ path }) => path.endsWith(`.${kind}`));
  if (file === undefined) throw new Error(`esbuild made no ${kind} of ${entry}`);
  return file.text;
}

/** Of the catalogue only the sentences of this page. */
const ownSentences: Plugin = {
  name: 'own-sentences',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^#catalogue\// }, ({ path }) => ({
      path: path.replace('#catalogue/', ''),
      namespace: 'catalogue',
    }));
    bundling.onLoad({ filter: /.*/, namespace: 'catalogue' }, async ({ path }) => {
      const all = JSON.parse(await readFile(`src/messages/${path}.json`, 'utf8')) as {
        reports: Branch;
      };
      const { recoverPage } = all.reports;
      return { contents: JSON.stringify({ reports: { recoverPage } }), loader: 'json' };
    });
  },
};

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
