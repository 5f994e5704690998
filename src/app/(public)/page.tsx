import { PageHeader } from '@/components/page-header';

export default function HomePage() {
  return <PageHeader title="MedAnchor" />;
}
