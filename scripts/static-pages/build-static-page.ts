import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { SETTINGS_ID, SETTINGS_PLACE } from '../../src/reports/recover-page/page-settings';
import type { Branch } from '../messages/browser-messages';

/** A page of one file, and where it is built from. */
export interface StaticPage {
  /** Its program and its style, without their endings. */
  source: string;
  /** The files of the catalogue whose sentences it shows: room and file. */
  sentences: readonly (readonly [room: string, file: string])[];
  /** A module of src/generated that exports the page and its policy, by names that begin with `name`. */
  output: string;
  name: string;
}

/** The page that opens recovery kits. */
export const RECOVER_PAGE: StaticPage = {
  source: 'src/reports/recover-page/page',
  sentences: [['reports', 'recoverPage']],
  output: 'src/generated/recover-page.ts',
  name: 'RECOVER',
};

/** The page that checks receipts of the audit trail. It asks for addresses as the other one does. */
export const RECEIPT_PAGE: StaticPage = {
  source: 'src/sharing/receipt-page/receipt-checker',
  sentences: [
    ['sharing', 'receiptPage'],
    ['reports', 'recoverPage'],
  ],
  output: 'src/generated/receipt-page.ts',
  name: 'RECEIPT',
};

/**
 * Builds a page: one HTML file that contains everything it needs, so that it also works when every server of ours is
 * gone. Its policy lets nothing run but what is in it.
 */
export async function buildStaticPage(page: StaticPage): Promise<void> {
  const { source, output, name } = page;
  const script = await bundle(page, `${source}.ts`, 'js');
  const style = await bundle(page, `${source}.css`, 'css');
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
    `// Written by scripts/recover-page/build-static-page.ts.
export const ${name}_POLICY = ${JSON.stringify(policy)};
export const ${name}_HTML = ${JSON.stringify(html)};
`,
  );
}

async function bundle(page: StaticPage, entry: string, kind: 'js' | 'css'): Promise<string> {
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
    plugins: [ownSentences(page)],
  });
  const file = outputFiles.find(({ path }) => path.endsWith(`.${kind}`));
  if (file === undefined) throw new Error(`esbuild made no ${kind} of ${entry}`);
  return file.text;
}

/** Of the catalogue only the sentences of this page. */
const ownSentences = ({ sentences }: StaticPage): Plugin => ({
  name: 'own-sentences',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^#catalogue\// }, ({ path }) => ({
      path: path.replace('#catalogue/', ''),
      namespace: 'catalogue',
    }));
    bundling.onLoad({ filter: /.*/, namespace: 'catalogue' }, async ({ path }) => {
      const all = JSON.parse(await readFile(`src/messages/${path}.json`, 'utf8')) as Record<
        string,
        Branch
      >;
      const own = sentences.map(([room, file]) => [room, { [file]: all[room]?.[file] }] as const);
      return { contents: JSON.stringify(Object.fromEntries(own)), loader: 'json' };
    });
  },
});

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
