import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface FormPartProps {
  title: string;
  /** The heading's level. */
  order: 2 | 3;
  children: ReactNode;
}

/** One numbered part of a longer form. */
export function FormPart({ title, order, children }: FormPartProps) {
  return (
    <Stack component="section" gap="md">
      <Title order={order} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
