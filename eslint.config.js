import next from '@next/eslint-plugin-next';
import boundaries from 'eslint-plugin-boundaries';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The rooms of src/, each with the rooms it may import. Everything else is an error. */
const ARROWS = {
  app: [
    'app',
    'components',
    'reports',
    'registry',
    'sharing',
    'vault',
    'forecast',
    'accounts',
    'audit',
    'jobs',
    'platform',
  ],
  components: ['components', 'platform'],
  sharing: [
    'sharing',
    'reports',
    'registry',
    'vault',
    'accounts',
    'audit',
    'jobs',
    'platform',
    'components',
  ],
  reports: ['reports', 'registry', 'vault', 'accounts', 'audit', 'jobs', 'platform', 'components'],
  forecast: [
    'forecast',
    'registry',
    'vault',
    'accounts',
    'audit',
    'jobs',
    'platform',
    'components',
  ],
  registry: ['registry', 'vault', 'accounts', 'audit', 'jobs', 'platform', 'components'],
  vault: ['vault', 'audit', 'jobs', 'platform', 'components'],
  accounts: ['accounts', 'audit', 'jobs', 'platform', 'components'],
  audit: ['audit', 'platform'],
  jobs: ['jobs', 'platform'],
  platform: ['platform'],
};

export default tseslint.config(
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
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { 'import-x/resolver': { typescript: true, node: true } },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, next, 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    settings: {
      'import/resolver': { typescript: true },
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': [
        ...Object.keys(ARROWS).map((room) => ({
          type: room,
          pattern: `src/${room}`,
          mode: 'folder',
        })),
        { type: 'generated', pattern: 'src/generated', mode: 'folder' },
        { type: 'proxy', pattern: 'src/proxy.ts', mode: 'file' },
      ],
    },
    rules: {
      ...next.configs['core-web-vitals'].rules,
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      'boundaries/no-unknown': 'error',
    },
  },
);
