'use client';

import { Button, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';
import { EndReasonDialog } from './end-reason-dialog';

interface RetractButtonProps {
  reportId: string;
  /** The reports that may replace it, ready to be read in a list. */
  replacements: { value: string; label: string }[];
}

/** Declares an anchored report wrong, for good, optionally naming the one to read instead. */
export function RetractButton({ reportId, replacements }: RetractButtonProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [replacementId, setReplacementId] = useState('');
  return (
    <>
      <Button
        fullWidth
        variant="default"
        onClick={() => setAsking(true)}
        leftSection={<IconAlertTriangle size={18} aria-hidden="true" />}
      >
        Retract…
      </Button>
      <EndReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Retract this report?"
        verb="Retract for good"
        onConfirm={async (reason) => {
          const body = { reason, replacementId: replacementId === '' ? null : replacementId };
          await callApi('POST', `/api/reports/${reportId}/retract`, z.undefined(), body);
          router.refresh();
        }}
      >
        <Text>
          The clinic’s key writes on the blockchain that this report is wrong. Everybody who checks
          it will see that, from the moment the transaction is confirmed; the patient and the
          viewers are told by e-mail. This cannot be undone. The clinic pays the transaction, not
          you.
        </Text>
        {replacements.length > 0 && (
          <NativeSelect
            label="Report to read instead"
            description="Another report of the same patient"
            data={[{ value: '', label: 'None' }, ...replacements]}
            value={replacementId}
            onChange={(event) => setReplacementId(event.currentTarget.value)}
          />
        )}
      </EndReasonDialog>
    </>
  );
}
