import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogues } from '../messages/read-catalogues';
import { writeBrowserMessages } from '../messages/write-browser-messages';
import { makeIfChanged } from './input-stamp';
import { mustRun } from './run-tool';

const DATABASE_CLIENT = 'src/generated/prisma';
const BROWSER_MESSAGES = 'src/generated/browser-messages';

/** The database client: generated from the schema. */
function generateDatabaseClient(): Promise<boolean> {
  return makeIfChanged({
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    stamp: join(DATABASE_CLIENT, '.inputs'),
    make: async () => {
      // Prisma refuses a folder that an interrupted run has left half-written.
      await rm(DATABASE_CLIENT, { recursive: true, force: true });
      await mustRun('prisma', ['generate']);
    },
  });
}

/** The contracts' ABI and bytecode, compiled from the Solidity sources. */
export function generateAbi(): Promise<boolean> {
  return makeIfChanged({
    inputs: [
      'contracts/**/*.sol',
      'hardhat.config.ts',
      'scripts/contracts/generate-abi.ts',
      'package-lock.json',
    ],
    stamp: 'src/generated/.contracts-inputs',
    make: async () => {
      await mustRun('hardhat', ['build', '--no-tests']);
      await mustRun('scripts/contracts/generate-abi.ts', []);
    },
  });
}

/** The type of the message catalogue: with each text itself, from which the types of its arguments follow. */
function generateMessageTypes(): Promise<boolean> {
  return makeIfChanged({
    inputs: ['src/messages/en.json'],
    stamp: 'src/generated/.messages-inputs',
    make: async () => {
      const catalogue = await readFile('src/messages/en.json', 'utf8');
      await mkdir('src/generated', { recursive: true });
      await writeFile(
        'src/generated/messages.ts',
        `// Written by scripts/provision/generate-code.ts from src/messages/en.json.\nexport interface Messages ${catalogue}`,
      );
    },
  });
}

/** What the browser needs of the catalogues, by route group; it depends on which files run in the browser. */
function generateBrowserMessages(): Promise<boolean> {
  return makeIfChanged({
    inputs: ['src/**/*.{ts,tsx}', 'src/messages/*.json', 'scripts/messages/*.ts'],
    stamp: join(BROWSER_MESSAGES, '.inputs'),
    make: () => writeBrowserMessages(BROWSER_MESSAGES, readCatalogues()),
  });
}

/** The theme's CSS variables, so that no browser has to compute them. */
function generateThemeStyles(): Promise<boolean> {
  return makeIfChanged({
    inputs: [
      'src/components/frame/theme.ts',
      'scripts/styles/theme-styles.ts',
      'package-lock.json',
    ],
    stamp: 'src/generated/.theme-inputs',
    make: async () => {
      const { themeStyles } = await import('../styles/theme-styles');
      await mkdir('src/generated', { recursive: true });
      await writeFile('src/generated/theme.css', themeStyles());
    },
  });
}

/** The pages that open recovery kits and check receipts, each as one file. */
function generateStaticPages(): Promise<boolean> {
  return makeIfChanged({
    inputs: [
      'src/{reports/recover-page,sharing/receipt-page}/*',
      'src/{vault,registry,audit,messages}/**/*.{ts,json}',
      'scripts/static-pages/*.ts',
      'package-lock.json',
    ],
    stamp: 'src/generated/.static-pages-inputs',
    make: async () => {
      const { buildStaticPage, RECEIPT_PAGE, RECOVER_PAGE } =
        await import('../static-pages/build-static-page');
      await mkdir('src/generated', { recursive: true });
      await Promise.all([RECOVER_PAGE, RECEIPT_PAGE].map(buildStaticPage));
    },
  });
}

/** The OpenAPI document, from the routes' own declarations. */
function generateOpenApi(): Promise<boolean> {
  return makeIfChanged({
    inputs: [
      'src/**/*.ts',
      'src/messages/*.json',
      'scripts/openapi/generate-openapi.ts',
      'scripts/openapi/*.ts',
      'package-lock.json',
    ],
    stamp: 'src/generated/.openapi-inputs',
    make: () => mustRun('scripts/openapi/generate-openapi.ts', []),
  });
}

/**
 * Makes src/generated/ from its sources, as far as they changed.
 * @returns whether anything was made.
 */
export async function generateCode(): Promise<boolean> {
  const [client, abi, messages, theme, staticPages] = await Promise.all([
    generateDatabaseClient(),
    generateAbi(),
    generateMessageTypes(),
    generateThemeStyles(),
    generateStaticPages(),
  ]);
  // Follows imports into the generated files, too.
  const browserParts = await generateBrowserMessages();
  // Loads the routes, and so needs the others.
  const openApi = await generateOpenApi();
  return client || abi || messages || browserParts || theme || staticPages || openApi;
}
