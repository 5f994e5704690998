/**
 * A `mysql://` address as the driver's options. `?ssl=true` asks for TLS. `?galera=true` is for a cluster: each statement
 * first waits for what other nodes had committed before it (docs/decisions/139).
 */
export function connectionOptions(databaseUrl: string) {
  const url = new URL(databaseUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    ...(url.searchParams.get('ssl') === 'true' ? { ssl: true } : {}),
    ...(url.searchParams.get('galera') === 'true'
      ? { sessionVariables: { wsrep_sync_wait: WAIT_FOR_ALL } }
      : {}),
  };
}

/** Bits of `wsrep_sync_wait`: reads, UPDATE and DELETE, INSERT and REPLACE. */
const WAIT_FOR_ALL = 7;
