import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pageTitle } from '@/app/page-title';
import { readOpenReset } from '@/accounts/factor-resets/read-open-reset';
import { listFactors } from '@/accounts/factors/list-factors';
import { currentSession } from '@/accounts/sessions/current-session';
import { afterLogin } from '@/accounts/sessions/portal-of';
import { env } from '@/platform/env';
import { SecondFactorCard } from '@/accounts/ui/factors/second-factor-card';

export const generateMetadata = pageTitle('accounts.secondFactorCard.title');

const querySchema = z.object({ next: z.string().nullable().default(null).catch(null) });

export default async function SecondFactorPage(props: { searchParams: Promise<unknown> }) {
  const { next } = querySchema.parse(await props.searchParams);
  const session = await currentSession();
  if (session === null) redirect('/login');
  if (session.missing !== 'second-factor') redirect(afterLogin(session.actor.role, next));
  const { actor } = session;
  const [factors, openReset] = await Promise.all([listFactors(actor), readOpenReset(actor)]);
  return (
    <SecondFactorCard
      factors={factors}
      openReset={openReset}
      isAdmin={actor.role === 'ADMIN'}
      demo={env().DEMO_MODE}
    />
  );
}
