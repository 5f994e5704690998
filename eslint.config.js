import next from '@next/eslint-plugin-next';
import boundaries from 'eslint-plugin-boundaries';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of src/ that hold the system's own rules, each with the rooms it may import. */
const ROOMS = {
  worker: [
    'interop',
    'records',
    'sharing',
    'reports',
    'forecast',
    'registry',
    'vault',
    'accounts',
    'notifications',
    'audit',
    'jobs',
    'platform',
    'messages',
  ],
  interop: [
    'records',
    'sharing',
    'reports',
    'registry',
    'vault',
    'accounts',
    'notifications',
    'audit',
    'jobs',
    'platform',
    'messages',
  ],
  records: [
    'reports',
    'vault',
    'accounts',
    'notifications',
    'audit',
    'jobs',
    'platform',
    'messages',
  ],
  sharing: [
    'records',
    'reports',
    'forecast',
    'registry',
    'vault',
    'accounts',
    'notifications',
    'audit',
    'jobs',
    'platform',
    'messages',
  ],
  reports: [
    'registry',
    'vault',
    'accounts',
    'notifications',
    'audit',
    'jobs',
    'platform',
    'messages',
  ],
  forecast: [
    'registry',
    'vault',
    'accounts',
    'notifications',
    'audit',
    'jobs',
    'platform',
    'messages',
  ],
  registry: ['vault', 'accounts', 'notifications', 'audit', 'jobs', 'platform', 'messages'],
  vault: ['jobs', 'platform', 'messages'],
  accounts: ['vault', 'notifications', 'audit', 'jobs', 'platform', 'messages'],
  notifications: ['jobs', 'platform', 'messages'],
  audit: ['vault', 'platform', 'messages'],
  jobs: ['platform', 'messages'],
  platform: ['messages'],
  messages: [],
};
const roomNames = Object.keys(ROOMS);

/** Of `platform`, what presentational React may use: it runs in the browser and knows no room. */
const BROWSER_SAFE = [
  'http/call-api',
  'http/field-errors',
  'errors',
  'http/link-secret',
  'time/local-moment',
].map((name) => `src/platform/${name}.ts`);

const element = (type) => ({ element: { type } });

/** Default disallow: an arrow that is not here is an error. */
const arrows = [
  ...Object.entries(ROOMS).map(([room, others]) => ({
    from: element(room),
    allow: { to: element([room, ...others, 'generated']) },
  })),
  // A room's ui/ and the fields and bodies of templates are built of the shared components.
  {
    from: { file: { categories: 'room-ui' } },
    allow: { to: element('components') },
  },
  {
    from: element('app'),
    allow: { to: element(['app', 'components', 'generated', ...ROOMS.worker]) },
  },
  { from: element('components'), allow: { to: element(['components', 'messages', 'generated']) } },
  {
    from: element('components'),
    allow: { to: { file: { categories: 'browser-safe' } } },
  },
  {
    from: element('components'),
    allow: { to: element(ROOMS.worker), dependency: { kind: 'type' } },
  },
  {
    from: { file: { categories: 'next-entry' } },
    allow: { to: element(['messages', 'platform', 'generated']) },
  },
  {
    from: { file: { categories: 'browser-entry' } },
    allow: { to: element('components') },
  },
];

/** Files whose default export a tool demands. */
const DEFAULT_EXPORTS = [
  'src/app/**/{page,layout,template,loading,error,global-error,not-found,default}.tsx',
  'src/messages/request.ts',
  '*.config.{js,ts}',
  // They describe the default exports of others.
  'src/**/*.d.ts',
  'test/contracts/nightly.config.ts',
  'test/e2e/support/start-system.ts',
  'test/support/services/start-services.ts',
];

/** Files that may touch process.env: the one that checks it, constants of the build, and child processes. */
const ENVIRONMENT_READERS = [
  'src/platform/env.ts',
  'src/proxy.ts',
  'src/registry/demo-wallet/demo-wallet-mount.tsx',
  'prisma.config.ts',
  'playwright.config.ts',
  'scripts/bootstrap.mjs',
  'scripts/provision/child-environment.ts',
  'scripts/commands/serve.ts',
];

/** A text that a person reads; the product's own name is the same in every language. */
const TEXT = String.raw`/^(?!\s*MedAnchor\s*$).*\p{L}{2,}/su`;
const TEXT_ATTRIBUTES =
  'JSXAttribute[name.name=/^(label|title|placeholder|aria-label|alt|description|heading|legend|unit|error|nothingFoundMessage|lead|hint)$/]';
const literal = (place) => [
  `${place} > Literal[value=${TEXT}]`,
  `${place} > TemplateLiteral:has(TemplateElement[value.raw=${TEXT}])`,
];
const inChild = 'JSXElement > JSXExpressionContainer';

/** Sentences in markup: they stand in src/messages. */
const LITERAL_TEXT = [
  `JSXText[value=${TEXT}]`,
  ...literal(TEXT_ATTRIBUTES),
  ...literal(`${TEXT_ATTRIBUTES} > JSXExpressionContainer`),
  ...literal(inChild),
  ...literal(`${inChild} > :matches(ConditionalExpression, LogicalExpression)`),
].map((selector) => ({ selector, message: 'Sentences for people stand in src/messages.' }));

export default defineConfig(
  {
    ignores: [
      '.next*/',
      '.data/',
      'src/generated/',
      'artifacts/',
      'cache/',
      'coverage/',
      'next-env.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    // Cycles of imports: test/house/cycles.test.ts, which takes a second where the linter's rule took a minute.
    rules: {
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: DEFAULT_EXPORTS, rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['src/**', 'scripts/**', '*.{ts,js}'],
    ignores: [...ENVIRONMENT_READERS, '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Ask env() of platform/env.' },
      ],
    },
  },
  // Scripts speak to a person at a terminal; the other collects what tests print.
  { files: ['scripts/**', 'test/support/fail-on-console.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/contracts/**/*.ts'],
    rules: {
      // node:test collects what these return; nothing is left floating.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'test'] },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [
      next.configs['core-web-vitals'],
      reactHooks.configs.flat.recommended,
      jsxA11y.flatConfigs.recommended,
    ],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: true },
      'boundaries/elements': [...roomNames, 'app', 'components', 'generated'].map((type) => ({
        type,
        pattern: `src/${type}`,
        partialMatch: false,
      })),
      'boundaries/files': [
        { category: 'browser-safe', pattern: BROWSER_SAFE },
        {
          category: 'room-ui',
          pattern: [`src/{${roomNames.join(',')}}/ui/**`, 'src/reports/templates/**/*.tsx'],
        },
        { category: 'next-entry', pattern: 'src/*.ts' },
        { category: 'browser-entry', pattern: 'src/instrumentation-client.ts' },
      ],
    },
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      'jsx-a11y/aria-role': ['error', { ignoreNonDOM: true }],
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '{{from.element.type}} may not import {{to.element.type}}',
          policies: arrows,
        },
      ],
    },
  },
  // Unit tests use the factories of test/support.
  {
    files: ['src/**/*.test.{ts,tsx}'],
    rules: { 'boundaries/no-unknown-dependencies': 'off' },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...LITERAL_TEXT] },
  },
  {
    files: ['src/app/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...LITERAL_TEXT,
        {
          selector: 'JSXMemberExpression',
          message: 'On the server <List.Item> is undefined: import ListItem.',
        },
      ],
    },
  },
  {
    // Pages, routes and browser code ask a room's verb; the database is for verbs alone.
    files: [
      'src/{app,components}/**/*.{ts,tsx}',
      'src/*/ui/**/*.{ts,tsx}',
      'src/reports/templates/**/*.tsx',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@/generated/prisma/client', '@/platform/database/database', '@prisma/*'],
              allowTypeImports: true,
              message: 'Ask a verb of a room; enums are in @/generated/prisma/enums.',
            },
          ],
        },
      ],
    },
  },
);
