import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { currentActor } from '@/accounts/sessions/current-actor';
import { afterLogin } from '@/accounts/sessions/portal-of';
import { LoginForm } from '@/accounts/ui/login-form';

export const metadata: Metadata = { title: 'Log in' };

const NOTICES = {
  'logged-out': 'You are logged out.',
  idle: 'You were logged out after 30 minutes without a keystroke or touch.',
  'password-set': 'Your new password is set. Log in with it.',
} as const;

// Whatever else an address carries is not for us.
const querySchema = z.object({
  next: z.string().nullable().default(null).catch(null),
  notice: z
    .enum(Object.keys(NOTICES) as (keyof typeof NOTICES)[])
    .optional()
    .catch(undefined),
});

export default async function LoginPage(props: { searchParams: Promise<unknown> }) {
  const { next, notice } = querySchema.parse(await props.searchParams);
  const actor = await currentActor();
  if (actor !== null) redirect(afterLogin(actor.role, next));
  return <LoginForm notice={notice === undefined ? null : NOTICES[notice]} />;
}
