import { defineConfig } from 'prisma/config';

// `prisma generate` only checks that a schema engine is there, it never runs it. The engine cannot be
// downloaded on an air-gapped machine, so any executable stands in for it, for this command alone.
if (process.argv.includes('generate')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
