import { Prisma } from '@/generated/prisma/client';

/**
 * An SQL expression that gives each of some rows a value of its own, to update them in one statement.
 * @param values by the rows' `id`; at least one
 */
export function caseById(values: readonly (readonly [id: string, value: unknown])[]): Prisma.Sql {
  const branches = values.map(([id, value]) => Prisma.sql`WHEN ${id} THEN ${value}`);
  return Prisma.sql`CASE id ${Prisma.join(branches, ' ')} END`;
}
