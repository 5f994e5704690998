import type { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { traced } from '../tracing/spans';

type Adapter = Awaited<ReturnType<PrismaMariaDb['connect']>>;
type Queryable = Pick<Adapter, 'queryRaw' | 'executeRaw'>;

/** Measures each statement of the connections that this makes. Statements are written without their values. */
export function traceQueries(factory: PrismaMariaDb): PrismaMariaDb {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    traceStatements(adapter);
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await start(isolationLevel);
      traceStatements(transaction);
      const commit = transaction.commit.bind(transaction);
      transaction.commit = () => traced('COMMIT', { 'db.system.name': 'mariadb' }, commit);
      return transaction;
    };
    return adapter;
  };
  return factory;
}

function traceStatements(queryable: Queryable): void {
  const queryRaw = queryable.queryRaw.bind(queryable);
  const executeRaw = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (query) => statement(query.sql, () => queryRaw(query));
  queryable.executeRaw = (query) => statement(query.sql, () => executeRaw(query));
}

function statement<T>(sql: string, run: () => Promise<T>): Promise<T> {
  const operation = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
  const attributes = { 'db.system.name': 'mariadb', 'db.query.text': sql.trim() };
  return traced(operation, attributes, run);
}
