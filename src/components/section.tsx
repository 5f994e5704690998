import { Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

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
