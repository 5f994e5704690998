import { useTranslations } from 'next-intl';
import { Accordion, Anchor, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/frame/page-header';
import { Section } from '@/components/section';
import { operationsByTag } from './document';
import { OperationItem } from './operation-item';

export const metadata: Metadata = { title: 'Interface' };

export default function ApiDocsPage() {
  const t = useTranslations();
  return (
    <>
      <PageHeader
        title={t('app.apiDocs.interface')}
        lead={
          <>
            Every route of MedAnchor, as its own declaration says it. For machines:{' '}
            <Anchor href="/api/openapi.json" underline="always">
              {t('app.apiDocs.openapiJson')}
            </Anchor>
            .
          </>
        }
      />
      <Stack gap="xl">
        {operationsByTag().map(([tag, operations]) => (
          <Section key={tag} title={tag}>
            <Accordion variant="contained" multiple order={3} bg="var(--mantine-color-body)">
              {operations.map((operation) => (
                <OperationItem
                  key={`${operation.method} ${operation.path}`}
                  operation={operation}
                />
              ))}
            </Accordion>
          </Section>
        ))}
      </Stack>
    </>
  );
}
