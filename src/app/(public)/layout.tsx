import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { PageSentences } from '@/generated/browser-messages/public';
import { PublicFrame } from '../public-frame';

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PageSentences locale={useLocale()}>
      <PublicFrame>{children}</PublicFrame>
    </PageSentences>
  );
}
