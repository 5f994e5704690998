import { Container, List, ListItem, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/frame/page-header';
import { VerifyPanel } from '@/reports/ui/verify/verify-panel';

export const metadata: Metadata = { title: 'Check a report' };

/** Anyone may check whether a PDF is an anchored report. */
export default function VerifyPage() {
  return (
    <Container size="sm" p={0}>
      <PageHeader
        title="Check a report"
        lead="Find out whether a PDF is exactly the report that was put on the blockchain, and whether it still stands."
      />
      <Stack gap="xl">
        <VerifyPanel />
        <section aria-labelledby="how">
          <Title order={2} id="how" mb="xs">
            How this works
          </Title>
          <List size="sm" spacing={4}>
            <ListItem>Your browser computes the file’s SHA-256, its fingerprint.</ListItem>
            <ListItem>
              The blockchain is asked whether a report with this fingerprint was added, who signed
              it, and whether it was taken back.
            </ListItem>
            <ListItem>A single changed letter gives another fingerprint.</ListItem>
          </List>
          <Text size="sm" c="dimmed" mt="xs">
            The file is never uploaded: only its fingerprint and its report code leave your device.
          </Text>
        </section>
      </Stack>
    </Container>
  );
}
