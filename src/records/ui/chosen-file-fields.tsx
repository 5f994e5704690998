import { useTranslations } from 'next-intl';
import { Button, Fieldset, Group, Progress, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { sizeText } from '../uploads/size-text';
import type { ChosenFile } from './chosen-file';

interface ChosenFileFieldsProps {
  chosen: ChosenFile;
  busy: boolean;
  onChange: (part: Partial<ChosenFile>) => void;
  onDrop: () => void;
}

/** What the patient types about a file that is not yet sent, or how much of it was. */
export function ChosenFileFields({ chosen, busy, onChange, onDrop }: ChosenFileFieldsProps) {
  const t = useTranslations();
  const { file, title, takenOn, note, share, problem } = chosen;
  return (
    <Fieldset legend={`${file.name} · ${sizeText(file.size)}`}>
      <Stack>
        {problem !== null && <ErrorNotice>{problem(t)}</ErrorNotice>}
        {share !== null && (
          <Stack gap="xs" role="status">
            <Text size="sm">
              {share < 1
                ? t('records.uploadForm.sent', { share })
                : t('records.uploadForm.arriving')}
            </Text>
            <Progress
              value={100 * share}
              aria-label={t('records.uploadForm.progress', { name: file.name })}
            />
          </Stack>
        )}
        {share === null && (problem === null || chosen.kind !== null) && (
          <>
            <TextInput
              label={t('records.uploadForm.title')}
              maxLength={120}
              required
              value={title}
              onChange={(event) => onChange({ title: event.currentTarget.value, problem: null })}
            />
            <TextInput
              type="date"
              label={t('records.uploadForm.takenOn')}
              value={takenOn}
              onChange={(event) => onChange({ takenOn: event.currentTarget.value })}
            />
            <Textarea
              label={t('records.uploadForm.note')}
              maxLength={1_000}
              autosize
              minRows={2}
              value={note}
              onChange={(event) => onChange({ note: event.currentTarget.value })}
            />
          </>
        )}
        {share === null && (
          <Group>
            <Button variant="default" size="sm" disabled={busy} onClick={onDrop}>
              {t('records.uploadForm.leaveOut')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
