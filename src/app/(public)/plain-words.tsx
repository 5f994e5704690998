import { useTranslations } from 'next-intl';
import { SimpleGrid, Stack, Title } from '@mantine/core';
import classes from './home.module.css';

const TOPICS = ['onChain', 'forever', 'limits'] as const;

/** What a person should read before trusting MedAnchor with a report. */
export function PlainWords() {
  const t = useTranslations();
  return (
    <Stack component="section" gap="lg" aria-labelledby="plain">
      <Title order={2} id="plain">
        {t('app.plainWords.title')}
      </Title>
      <SimpleGrid component="dl" cols={{ base: 1, sm: 3 }} className={classes['words'] ?? ''}>
        {TOPICS.map((topic) => (
          <div key={topic}>
            <dt>{t(`app.plainWords.${topic}.title`)}</dt>
            <dd>{t(`app.plainWords.${topic}.text`)}</dd>
          </div>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
