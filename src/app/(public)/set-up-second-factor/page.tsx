import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pageTitle } from '@/app/page-title';
import { currentSession } from '@/accounts/sessions/current-session';
import { afterLogin } from '@/accounts/sessions/portal-of';
import { SetUpSecondFactor } from '@/accounts/ui/factors/set-up-second-factor';

export const generateMetadata = pageTitle('accounts.setUpSecondFactor.title');

const querySchema = z.object({ next: z.string().nullable().default(null).catch(null) });

export default async function SetUpSecondFactorPage(props: { searchParams: Promise<unknown> }) {
  const { next } = querySchema.parse(await props.searchParams);
  const session = await currentSession();
  if (session === null) redirect('/login');
  if (session.missing !== 'factor-setup') redirect(afterLogin(session.actor.role, next));
  return <SetUpSecondFactor />;
}
