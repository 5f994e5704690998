import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ReportTemplate } from '@/generated/prisma/enums';
import { TEMPLATE_CONTENTS } from './template-contents';

const CONTENT = join(import.meta.dirname, '../content');

it.each(Object.values(ReportTemplate))('the schema under %s is that of this kind', (kind) => {
  expect(TEMPLATE_CONTENTS[kind].shape.kind.value).toBe(kind);
});

it('the reading of a report names no kind: the registries do', () => {
  const names = Object.values(ReportTemplate).join('|').replaceAll('_', '[-_]?');
  const naming = readdirSync(CONTENT).filter((file) =>
    new RegExp(names, 'i').test(readFileSync(join(CONTENT, file), 'utf8')),
  );
  expect(naming).toEqual([]);
});
