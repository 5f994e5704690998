import type { Metadata } from 'next';
import { GuestPage } from '@/sharing/ui/guest/guest-page';

export const metadata: Metadata = { title: 'Shared report' };

export default function SharedReportPage() {
  return <GuestPage />;
}
