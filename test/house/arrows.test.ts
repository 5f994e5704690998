import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** The arrows between the rooms of src/ are lint errors; here each kind of violation is planted once. */
const eslint = new ESLint({
  // None of these rules needs types, and reading the whole project for each takes half a second.
  overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.{ts,tsx}'] }],
});

/** What the linter reports about `code` as if it stood in `file`, an existing file of that room. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const value = (module: string) => `export * from '${module}';\n`;
const type = (module: string) => `export type * from '${module}';\n`;

describe('an arrow against the order of the rooms is an error', () => {
  it.each([
    ['src/platform/errors.ts', '@/audit/audit-hash'],
    ['src/audit/audit-hash.ts', '@/jobs/job-kinds'],
    ['src/jobs/job-kinds.ts', '@/audit/audit-hash'],
    ['src/notifications/notify.ts', '@/accounts/sessions/actor'],
    ['src/notifications/notify.ts', '@/audit/audit-hash'],
    ['src/jobs/job-kinds.ts', '@/notifications/notify'],
    ['src/accounts/sessions/actor.ts', '@/reports/states/states'],
    ['src/accounts/sessions/actor.ts', '@/app/failure-sentence'],
    ['src/reports/states/states.ts', '@/sharing/grants/viewers'],
    ['src/registry/contract/read-report.ts', '@/reports/states/states'],
    ['src/reports/states/states.ts', '@/components/frame/focus-heading'],
    ['src/components/frame/focus-heading.ts', '@/reports/states/states'],
    ['src/components/frame/focus-heading.ts', '@/platform/env'],
    ['src/proxy.ts', '@/accounts/sessions/current-actor'],
    ['src/proxy.ts', '@/components/frame/focus-heading'],
    ['src/reports/states/states.ts', '@/worker/tasks'],
    ['src/app/failure-sentence.ts', '@/worker/tasks'],
    ['src/worker/tasks.ts', '@/app/failure-sentence'],
    ['src/worker/tasks.ts', '@/components/frame/focus-heading'],
  ])('%s → %s', async (file, module) => {
    expect(await complaints(file, value(module))).toContainEqual(
      expect.stringMatching(/^boundaries\/(dependencies|no-unknown-dependencies)$/),
    );
  });

  it('also for a relative path and for a type', async () => {
    const code = type('../../reports/states/states');
    expect(await complaints('src/accounts/sessions/actor.ts', code)).toContain(
      'boundaries/dependencies',
    );
  });

  it('also out of src/', async () => {
    const code = value('../../../eslint.config.js');
    expect(await complaints('src/accounts/sessions/actor.ts', code)).toContain(
      'boundaries/no-unknown-dependencies',
    );
  });
});

describe('an allowed arrow is none', () => {
  it.each([
    ['src/app/failure-sentence.ts', value('@/accounts/sessions/actor')],
    ['src/worker/tasks.ts', value('@/sharing/grants/viewers')],
    ['src/reports/states/states.ts', value('@/accounts/people/get-patient')],
    ['src/accounts/sessions/actor.ts', value('@/audit/append-audit-event')],
    ['src/accounts/sessions/actor.ts', value('@/notifications/notify')],
    ['src/accounts/ui/leave-session.ts', value('@/components/frame/focus-heading')],
    ['src/components/frame/focus-heading.ts', type('@/reports/states/states')],
    ['src/components/frame/focus-heading.ts', value('@/platform/http/call-api')],
    ['src/accounts/sessions/actor.ts', value('@/generated/prisma/enums')],
  ])('%s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});

describe('the database is for verbs alone', () => {
  it.each(['@/generated/prisma/client', '@/platform/database/database', '@prisma/client'])(
    'no page imports %s',
    async (module) => {
      expect(await complaints('src/app/failure-sentence.ts', value(module))).toContain(
        '@typescript-eslint/no-restricted-imports',
      );
    },
  );

  it('but a page may name its types', async () => {
    const code = type('@/generated/prisma/client');
    expect(await complaints('src/app/failure-sentence.ts', code)).toEqual([]);
  });
});

describe('the environment is read in one file', () => {
  const code = 'export const url = process.env.DATABASE_URL;\n';

  it('anywhere else it is an error', async () => {
    expect(await complaints('src/accounts/sessions/actor.ts', code)).toContain(
      'no-restricted-properties',
    );
    expect(await complaints('scripts/commands/worker.ts', code)).toContain(
      'no-restricted-properties',
    );
  });

  it('also when the object is taken apart', async () => {
    const taken = 'export const { env: all } = process;\n';
    expect(await complaints('src/accounts/sessions/actor.ts', taken)).toContain(
      'no-restricted-properties',
    );
  });
});

describe('other house rules', () => {
  it('refuses a default export', async () => {
    expect(await complaints('src/accounts/sessions/actor.ts', 'export default 1;\n')).toContain(
      'import-x/no-default-export',
    );
  });
});

describe('a sentence in markup', () => {
  it.each([
    'export const A = () => <p>Seal the report</p>;\n',
    "export const B = () => <input aria-label={'The code'} />;\n",
    'export const C = (n: number) => <p>{n > 1 ? `${n} reports` : null}</p>;\n',
  ])('is an error: %s', async (code) => {
    expect(await complaints('src/reports/ui/proof-card.tsx', code)).toContain(
      'no-restricted-syntax',
    );
  });

  it('is none from the catalogue, nor the product’s name', async () => {
    const code = 'export const A = (title: string) => <p title={title}>MedAnchor {title}</p>;\n';
    expect(await complaints('src/reports/ui/proof-card.tsx', code)).toEqual([]);
  });
});
