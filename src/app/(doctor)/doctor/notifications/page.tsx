import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { NotificationsPage, type NotificationsPageProps } from '@/app/notifications-page';
import { pageTitle } from '@/app/page-title';

export const generateMetadata = pageTitle('app.notifications.title');

export default async function DoctorNotificationsPage({ searchParams }: NotificationsPageProps) {
  const actor = await requirePageActor('DOCTOR');
  return <NotificationsPage actor={actor} searchParams={searchParams} />;
}
