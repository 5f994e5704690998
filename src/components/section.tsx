import { useId, type ReactNode } from 'react';
import { Stack } from '@/components/plain/stack';
import { Title } from '@/components/plain/title';

/** A part of a page under its own h2. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" gap="md" aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}
