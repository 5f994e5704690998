import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/page-title';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { currentSession } from '@/accounts/sessions/current-session';
import { afterLogin } from '@/accounts/sessions/portal-of';
import { LoginForm } from '@/accounts/ui/login-form';

export const generateMetadata = pageTitle('common.logIn');

// Whatever else an address carries is not for us.
const querySchema = z.object({
  next: z.string().nullable().default(null).catch(null),
  notice: z.enum(['logged-out', 'idle', 'password-set']).optional().catch(undefined),
});

export default async function LoginPage(props: { searchParams: Promise<unknown> }) {
  const { next, notice } = querySchema.parse(await props.searchParams);
  const session = await currentSession();
  if (session !== null) {
    // A portal's page leads a session that lacks its second factor to where that is given.
    redirect(afterLogin(session.actor.role, next));
  }
  const t = await getTranslations();
  return <LoginForm notice={notice === undefined ? null : t(`app.login.notices.${notice}`)} />;
}
