import { useTranslations } from 'next-intl';
import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import classes from './home.module.css';

const STEPS = [
  ['The doctor writes', 'A form for the kind of report becomes one PDF, sent to you alone.'],
  [
    'You read and approve',
    'Or reject it with a reason: the doctor corrects it and sends it again.',
  ],
  [
    'Your wallet seals it',
    'One transaction puts a fingerprint of the report on the blockchain. You see its price before.',
  ],
  [
    'Your viewers read it',
    'Each proves their mailbox; every view asks the blockchain whether you still allow it.',
  ],
] as const;

/** The life of a report in four steps. */
export function PathOfReport() {
  const t = useTranslations();
  return (
    <Stack component="section" gap="lg" aria-labelledby="path">
      <Title order={2} id="path">
        {t('app.pathOfReport.thePathOfAReport')}
      </Title>
      <SimpleGrid
        component="ol"
        cols={{ base: 1, xs: 2, md: 4 }}
        className={classes['steps'] ?? ''}
      >
        {STEPS.map(([title, text]) => (
          <li key={title} className={classes['step']}>
            <Text fw={640} mb={4}>
              {title}
            </Text>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </li>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
