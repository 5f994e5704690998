import type { ReactNode } from 'react';
import { Card } from '@/components/plain/card';
import { Stack } from '@/components/plain/stack';
import { Title } from '@/components/plain/title';

interface SectionCardProps {
  /** Of the heading, so that links lead to it. */
  id: string;
  title: string;
  children: ReactNode;
}

/** A section of a page as a card with a heading of its own. */
export function SectionCard({ id, title, children }: SectionCardProps) {
  return (
    <Card component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Card>
  );
}
