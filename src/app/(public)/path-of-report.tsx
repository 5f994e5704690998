import { useTranslations } from 'next-intl';
import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import classes from './home.module.css';

const STEPS = ['write', 'approve', 'seal', 'view'] as const;

/** The life of a report in four steps. */
export function PathOfReport() {
  const t = useTranslations();
  return (
    <Stack component="section" gap="lg" aria-labelledby="path">
      <Title order={2} id="path">
        {t('app.pathOfReport.title')}
      </Title>
      <SimpleGrid
        component="ol"
        cols={{ base: 1, xs: 2, md: 4 }}
        className={classes['steps'] ?? ''}
      >
        {STEPS.map((step) => (
          <li key={step} className={classes['step']}>
            <Text fw={640} mb={4}>
              {t(`app.pathOfReport.${step}.title`)}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`app.pathOfReport.${step}.text`)}
            </Text>
          </li>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
