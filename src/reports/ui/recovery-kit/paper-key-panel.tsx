'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Stack } from '@mantine/core';
import { IconCheck, IconFileText } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PageSettings } from '@/reports/recover-page/page-settings';
import { PaperConfirmation } from './paper-confirmation';
import { PaperSheet } from './paper-sheet';
import { PresentKey, type ShownKey } from './present-key';

interface PaperKeyPanelProps {
  shown: ShownKey | null;
  /** The number that the next key gets. */
  next: number;
  settings: PageSettings;
}

/** A key that was made a moment ago and is only here. */
interface NewKey {
  identity: string;
  /** ISO 8601. */
  madeAt: string;
}

/** Makes a key that is kept on paper; it leaves this browser only through the printer. */
export function PaperKeyPanel({ shown, next, settings }: PaperKeyPanelProps) {
  const t = useTranslations();
  const router = useRouter();
  const [made, setMade] = useState<NewKey | null>(null);
  const [kept, setKept] = useState(false);

  async function make() {
    setKept(false);
    const { generateX25519Identity } = await import('age-encryption');
    setMade({ identity: await generateX25519Identity(), madeAt: new Date().toISOString() });
  }

  if (made !== null) {
    return (
      <Stack>
        <PaperSheet {...made} generation={next} settings={settings} />
        <PaperConfirmation
          identity={made.identity}
          generation={next}
          onKept={() => {
            setMade(null);
            setKept(true);
            router.refresh();
          }}
          onCancel={() => setMade(null)}
        />
      </Stack>
    );
  }
  return (
    <Stack align="flex-start">
      {shown !== null && <PresentKey way="paper" shown={shown} />}
      <Button
        variant={shown === null ? 'filled' : 'default'}
        leftSection={<IconFileText size={20} aria-hidden="true" />}
        onClick={() => void make()}
      >
        {shown === null
          ? t('reports.recoveryKit.paper.make')
          : t('reports.recoveryKit.paper.replace')}
      </Button>
      <div role="status">
        {kept && (
          <Alert color="green" icon={<IconCheck aria-hidden="true" />}>
            {t('reports.recoveryKit.paper.kept')}
          </Alert>
        )}
      </div>
    </Stack>
  );
}
