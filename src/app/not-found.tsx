import { Container } from '@mantine/core';
import { NothingHere } from './nothing-here';

export default function NotFound() {
  return (
    <Container component="main" size="sm" py={64}>
      <NothingHere />
    </Container>
  );
}
