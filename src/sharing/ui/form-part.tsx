import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One numbered part of a longer form. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="md">
      <Title order={3}>{title}</Title>
      {children}
    </Stack>
  );
}
