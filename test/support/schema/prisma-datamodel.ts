import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const named = z.object({ name: z.string(), dbName: z.string().nullish() });

const field = named.extend({
  kind: z.enum(['scalar', 'enum', 'object', 'unsupported']),
  type: z.string(),
  isList: z.boolean(),
  isRequired: z.boolean(),
  nativeType: z.tuple([z.string(), z.array(z.string())]).nullish(),
  default: z.unknown().optional(),
  relationFromFields: z.array(z.string()).optional(),
  relationToFields: z.array(z.string()).optional(),
  relationOnDelete: z.string().optional(),
  relationOnUpdate: z.string().optional(),
});

const datamodel = z.object({
  enums: z.array(named.extend({ values: z.array(named) })),
  models: z.array(named.extend({ fields: z.array(field) })),
  indexes: z.array(
    z.object({
      model: z.string(),
      type: z.enum(['id', 'unique', 'normal', 'fulltext']),
      fields: z.array(z.object({ name: z.string(), length: z.number().optional() })),
    }),
  ),
});

/** What Prisma reads in schema.prisma. */
export type Datamodel = z.infer<typeof datamodel>;
export type Model = Datamodel['models'][number];
export type Field = Model['fields'][number];

/** Parses prisma/schema.prisma with Prisma. */
export function readDatamodel(): Datamodel {
  const folder = mkdtempSync(resolve('.data', 'datamodel-'));
  try {
    const output = join(folder, 'datamodel.json');
    const generator = resolve('test/support/schema/emit-datamodel.mjs');
    const addition = `generator datamodel {
      provider = ${JSON.stringify(`node ${generator}`)}
      output   = ${JSON.stringify(output)}
    }`;
    const schema = join(folder, 'schema.prisma');
    writeFileSync(schema, `${readFileSync('prisma/schema.prisma', 'utf8')}\n${addition}\n`);
    const prisma = resolve('node_modules/prisma/build/index.js');
    execFileSync(
      process.execPath,
      [prisma, 'generate', '--schema', schema, '--generator', 'datamodel'],
      { stdio: 'pipe', env: { ...process.env, CHECKPOINT_DISABLE: '1' } },
    );
    return datamodel.parse(JSON.parse(readFileSync(output, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
