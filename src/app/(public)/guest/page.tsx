import { pageTitle } from '@/app/page-title';
import { GuestPage } from '@/sharing/ui/guest/guest-page';

export const generateMetadata = pageTitle('app.guest.title');

export default function SharedReportPage() {
  return <GuestPage />;
}
