import { useTranslations } from 'next-intl';
import { Accordion, Anchor, Stack } from '@mantine/core';
import { pageTitle } from '@/app/page-title';
import { PageHeader } from '@/components/frame/page-header';
import { Section } from '@/components/section';
import { operationsByTag } from './document';
import { OperationItem } from './operation-item';

export const generateMetadata = pageTitle('app.apiDocs.title');

export default function ApiDocsPage() {
  const t = useTranslations();
  return (
    <>
      <PageHeader
        title={t('app.apiDocs.title')}
        lead={t.rich('app.apiDocs.lead', {
          file: (chunks) => (
            <Anchor href="/api/openapi.json" underline="always">
              {chunks}
            </Anchor>
          ),
        })}
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
