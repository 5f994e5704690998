import type { Connection } from 'mariadb';
import type { Tables } from './expected-tables';

/** Each query answers rows of `owner` (a table) and `line`, spelled as expected-tables.ts does. */
const QUERIES = [
  // Prisma has no word for a column that the database computes.
  `SELECT TABLE_NAME AS owner, CONCAT_WS(' ', 'column', COLUMN_NAME,
      REGEXP_REPLACE(COLUMN_TYPE, 'int\\\\([0-9]+\\\\)', 'int'),
      IF(IS_NULLABLE = 'YES', 'null', 'not null'),
      NULLIF(IF(COLUMN_DEFAULT IS NULL OR COLUMN_DEFAULT = 'NULL', '',
        CONCAT('default ', TRIM(BOTH '''' FROM COLUMN_DEFAULT))), ''),
      NULLIF(REPLACE(EXTRA, 'STORED GENERATED', ''), '')) AS line
    FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`,
  // MariaDB makes an index for a foreign key that has none; it bears the foreign key's name.
  `SELECT TABLE_NAME AS owner, CONCAT(
      CASE WHEN INDEX_NAME = 'PRIMARY' THEN 'primary key'
        WHEN INDEX_TYPE = 'FULLTEXT' THEN 'fulltext'
        WHEN NON_UNIQUE = 0 THEN 'unique' ELSE 'index' END,
      ' (', GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX SEPARATOR ', '), ')') AS line
    FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
      AND INDEX_NAME NOT IN (SELECT CONSTRAINT_NAME FROM information_schema.REFERENTIAL_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA = DATABASE())
    GROUP BY TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE`,
  `SELECT r.TABLE_NAME AS owner, CONCAT('foreign key (',
      GROUP_CONCAT(k.COLUMN_NAME ORDER BY k.ORDINAL_POSITION SEPARATOR ', '), ') → ',
      r.REFERENCED_TABLE_NAME, ' (',
      GROUP_CONCAT(k.REFERENCED_COLUMN_NAME ORDER BY k.ORDINAL_POSITION SEPARATOR ', '),
      ') on delete ', LOWER(r.DELETE_RULE), ' on update ', LOWER(r.UPDATE_RULE)) AS line
    FROM information_schema.REFERENTIAL_CONSTRAINTS r
    JOIN information_schema.KEY_COLUMN_USAGE k
      ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME
    WHERE r.CONSTRAINT_SCHEMA = DATABASE()
    GROUP BY r.TABLE_NAME, r.CONSTRAINT_NAME, r.REFERENCED_TABLE_NAME, r.DELETE_RULE, r.UPDATE_RULE`,
];

/** The tables that the connection's database has, but for the migrations' own. */
export async function actualTables(connection: Connection): Promise<Tables> {
  const tables: Tables = {};
  for (const query of QUERIES) {
    const rows = await connection.query<{ owner: string; line: string }[]>(query);
    for (const { owner, line } of rows) {
      if (owner !== '_prisma_migrations') (tables[owner] ??= []).push(line);
    }
  }
  for (const lines of Object.values(tables)) lines.sort();
  return tables;
}
