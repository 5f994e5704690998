import { connection } from 'next/server';
import { PortalShell } from '@/components/portal-shell';
import { env } from '@/platform/env';
import { DatabaseAway } from './database-away';

export const metadata = { title: 'Not available now' };

/** Stands in the place of a portal's page while the database is away; asks nothing of the database. */
export default async function UnavailablePage() {
  await connection();
  return (
    <PortalShell home="/" nav={[]} demo={env().DEMO_MODE}>
      <DatabaseAway />
    </PortalShell>
  );
}
