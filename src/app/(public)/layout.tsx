import type { ReactNode } from 'react';
import { PublicFrame } from '../public-frame';
import { PageSentences } from './page-sentences';

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PageSentences>
      <PublicFrame>{children}</PublicFrame>
    </PageSentences>
  );
}
