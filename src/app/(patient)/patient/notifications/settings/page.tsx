import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { MailSettingsPage } from '@/app/mail-settings-page';
import { pageTitle } from '@/app/page-title';

export const generateMetadata = pageTitle('app.mailSettings.title');

export default async function PatientMailSettingsPage() {
  return <MailSettingsPage actor={await requirePageActor('PATIENT')} />;
}
