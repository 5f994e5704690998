import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/privacy.md describes every table, and no other', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const tables = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name);
  const page = readFileSync('docs/privacy.md', 'utf8');
  const described = [...page.matchAll(/^\| ([A-Z]\w+) +\|/gm)].map(([, name]) => name);
  expect(described.toSorted()).toEqual(tables.toSorted());
});
