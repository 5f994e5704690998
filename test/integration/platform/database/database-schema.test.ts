import { expect, it } from 'vitest';
import { migrateDatabase } from '../../../../scripts/commands/migrate-database';
import { actualTables } from '../../../support/schema/actual-tables';
import { emptyDatabase } from '../../../support/services/empty-database';
import { expectedTables } from '../../../support/schema/expected-tables';
import { readDatamodel } from '../../../support/schema/prisma-datamodel';

it('is after all migrations what schema.prisma declares', async () => {
  const { url, connection } = await emptyDatabase('schema');
  try {
    await migrateDatabase(url);
    const expected = expectedTables(readDatamodel());
    expect(Object.keys(expected).length).toBeGreaterThan(10);
    expect(await actualTables(connection)).toEqual(expected);

    await connection.query('ALTER TABLE Account MODIFY displayName VARCHAR(121) NULL');
    expect(await actualTables(connection)).not.toEqual(expected);
  } finally {
    await connection.end();
  }
});
