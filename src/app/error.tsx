'use client';

import { Container } from '@mantine/core';
import { PageError } from './page-error';

/** Catches what the portals' own error pages cannot: a portal's frame that failed. */
export default function FrameError(props: { error: unknown; retry: () => void }) {
  return (
    <Container component="main" size="lg" py={64}>
      <PageError {...props} />
    </Container>
  );
}
