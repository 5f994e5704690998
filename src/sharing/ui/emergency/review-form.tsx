'use client';

import { useTranslations } from 'next-intl';
import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { validateWith } from '@/components/inputs/validate-with';
import { Group } from '@/components/plain/group';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { reviewInput, type ReviewInput } from '@/sharing/emergency/emergency-schema';

/** Nothing is chosen at first. */
type TypedReview = Omit<ReviewInput, 'verdict'> & { verdict: ReviewInput['verdict'] | '' };

/** An administrator writes the verdict about an access that was opened. */
export function ReviewForm({ accessId, onCancel }: { accessId: string; onCancel: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<TypedReview>({
    initialValues: { verdict: '', words: '' },
    validate: validateWith(reviewInput, t),
  });

  async function review(typed: TypedReview) {
    setBusy(true);
    setFailure(null);
    try {
      await callApi('POST', `/api/emergency-accesses/${accessId}/review`, z.undefined(), typed);
      router.refresh();
      onCancel();
    } catch (error) {
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <form method="post" noValidate onSubmit={form.onSubmit((typed) => void review(typed))}>
      <Stack gap="md">
        <Radio.Group label={t('sharing.reviewForm.verdict')} {...form.getInputProps('verdict')}>
          <Stack gap="xs" mt="xs">
            {(['JUSTIFIED', 'UNJUSTIFIED'] as const).map((verdict) => (
              <Radio
                key={verdict}
                value={verdict}
                label={t(`sharing.emergencyVerdicts.${verdict}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('sharing.reviewForm.words')}
          description={t('sharing.reviewForm.wordsHint')}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('words')}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Group>
          <Button variant="default" disabled={busy} onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('sharing.reviewForm.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
