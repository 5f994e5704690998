import { useTranslations } from 'next-intl';
import { SimpleGrid, Stack, Title } from '@mantine/core';
import classes from './home.module.css';

const WORDS = [
  [
    'What stands on the blockchain',
    'A fingerprint of the PDF, sealed details and sealed permissions. No name, no result, no e-mail address that anybody could read.',
  ],
  [
    'What stays forever',
    'That a sealed entry exists, and when it was made. When a report is erased its key is destroyed, and what remains on the blockchain is noise.',
  ],
  [
    'What MedAnchor cannot do',
    'Take back what a viewer has already read or saved. And it gives no medical advice: a report says what your doctor found.',
  ],
] as const;

/** What one should know before trusting MedAnchor with a report. */
export function PlainWords() {
  const t = useTranslations();
  return (
    <Stack component="section" gap="lg" aria-labelledby="plain">
      <Title order={2} id="plain">
        {t('app.plainWords.inPlainWords')}
      </Title>
      <SimpleGrid component="dl" cols={{ base: 1, sm: 3 }} className={classes['words'] ?? ''}>
        {WORDS.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
