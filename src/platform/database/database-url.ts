/** A `mysql://` address as the driver's options; `?ssl=true` asks for TLS. */
export function connectionOptions(databaseUrl: string) {
  const url = new URL(databaseUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    ...(url.searchParams.get('ssl') === 'true' ? { ssl: true } : {}),
  };
}
