'use client';

import { useTranslations } from 'next-intl';
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { WholeNumberInput } from '@/components/inputs/whole-number-input';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import type { RetentionTerm } from '@/interop/retention/retention-rules';
import { callApi } from '@/platform/http/call-api';

/** For how long one kind of report is kept, and by which law. */
export function RetentionForm({ rule }: { rule: RetentionTerm }) {
  const t = useTranslations();
  const router = useRouter();
  const [years, setYears] = useState(String(rule.keepYears));
  const [basis, setBasis] = useState(rule.basis);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { busy, failure, submit } = useSubmission(setErrors);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setErrors({});
    const keepYears = /^\d+$/.test(years.trim()) ? Number(years) : years;
    const path = `/api/admin/retention-rules/${rule.kind}`;
    if (!(await submit(() => callApi('PUT', path, z.undefined(), { keepYears, basis })))) return;
    notifications.show({ color: 'green', message: t('interop.retentionForm.saved') });
    router.refresh();
  }

  return (
    <form method="post" onSubmit={(event) => void save(event)}>
      <Stack align="flex-start">
        {rule.keepYears === 0 && <Text>{t('interop.retentionForm.none')}</Text>}
        <WholeNumberInput
          label={t('interop.retentionForm.years')}
          description={t('interop.retentionForm.yearsHint')}
          value={years}
          error={errors['keepYears']}
          onChange={(event) => setYears(event.currentTarget.value)}
        />
        <TextInput
          label={t('interop.retentionForm.basis')}
          description={t('interop.retentionForm.basisHint')}
          maxLength={300}
          w="100%"
          value={basis}
          error={errors['basis']}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
        {failure !== null && Object.keys(errors).length === 0 && (
          <ErrorNotice>{failure}</ErrorNotice>
        )}
        <Button type="submit" variant="default" loading={busy}>
          {t('interop.retentionForm.save')}
        </Button>
      </Stack>
    </form>
  );
}
