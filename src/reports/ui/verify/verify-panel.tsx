'use client';

import '@mantine/dropzone/styles.layer.css';
import { useTranslations } from 'next-intl';
import { Alert, Loader, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSearch, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { useAddress } from '@/components/frame/use-address';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { verificationSchema, type Verification } from '@/reports/verify/verification';
import { PrintFoot } from '../print-foot';
import { examineFile } from './examine-file';
import { readFragmentCode, type FragmentCode } from './read-fragment-code';
import { Verdict } from './verdict';

type Check =
  | { stage: 'none' | 'working' }
  | { stage: 'refused'; sentence: string }
  | { stage: 'failed'; file: File; sentence: string }
  | { stage: 'done'; fileName: string; code: string | null; verification: Verification };

/** Checks a PDF for anyone. The file stays in the browser: only its hash and its report code are sent. */
export function VerifyPanel() {
  const linked = readFragmentCode(useAddress() ?? '');
  // A new code resets the check, so that a verdict is never shown under another code. The address itself is no key:
  // it is known only after hydration, and a file chosen before that would be lost.
  return <FileCheck key={linked.state === 'whole' ? linked.code : linked.state} linked={linked} />;
}

function FileCheck({ linked }: { linked: FragmentCode }) {
  const t = useTranslations();
  const [check, setCheck] = useState<Check>({ stage: 'none' });
  const fragmentCode = linked.state === 'whole' ? linked.code : null;

  async function verify(file: File): Promise<void> {
    setCheck({ stage: 'working' });
    try {
      const examined = await examineFile(file);
      if (examined.outcome !== 'examined') {
        setCheck({ stage: 'refused', sentence: t(`reports.notExamined.${examined.outcome}`) });
        return;
      }
      const code = examined.code ?? fragmentCode;
      const query = code === null ? '' : `?code=${code}`;
      const path = `/api/verify/${examined.contentHash}${query}`;
      const verification = await callApi('GET', path, verificationSchema);
      setCheck({ stage: 'done', fileName: file.name, code, verification });
    } catch (error) {
      setCheck({ stage: 'failed', file, sentence: problemMessage(error, t) });
    }
  }

  return (
    <Stack gap="lg">
      {fragmentCode !== null && check.stage === 'none' && (
        <Alert
          icon={<IconInfoCircle aria-hidden="true" />}
          title={t('reports.verifyPanel.reportCode', { fragmentCode })}
        >
          {t('reports.verifyPanel.codeAlone')}
        </Alert>
      )}
      {linked.state === 'damaged' && check.stage === 'none' && (
        <Alert
          color="yellow"
          icon={<IconInfoCircle aria-hidden="true" />}
          title={t('reports.verifyPanel.damagedCodeTitle')}
        >
          {t('reports.verifyPanel.damagedCode')}
        </Alert>
      )}
      <Dropzone
        multiple={false}
        loading={check.stage === 'working'}
        onDrop={([file]) => {
          if (file !== undefined) void verify(file);
        }}
        onReject={() => {
          setCheck({ stage: 'refused', sentence: t('reports.verifyPanel.oneFile') });
        }}
        p="xl"
        data-print="hide"
        inputProps={{ 'aria-label': t('reports.verifyPanel.file') }}
      >
        <Stack align="center" gap="xs" style={{ pointerEvents: 'none' }}>
          <IconFileSearch size={44} stroke={1.5} aria-hidden="true" />
          <Text fw={600} ta="center">
            {t('reports.verifyPanel.drop')}
          </Text>
          <Text size="sm" c="dimmed" ta="center">
            {t('reports.verifyPanel.privacy')}
          </Text>
        </Stack>
      </Dropzone>
      <div aria-live="polite">
        <Outcome check={check} onRetry={(file) => void verify(file)} />
      </div>
    </Stack>
  );
}

function Outcome({ check, onRetry }: { check: Check; onRetry: (file: File) => void }) {
  const t = useTranslations();
  switch (check.stage) {
    case 'none':
      return null;
    case 'working':
      return <Loader size="sm" role="status" aria-label={t('reports.verifyPanel.checking')} />;
    case 'refused':
      return (
        <ErrorNotice title={t('reports.verifyPanel.refusedTitle')}>{check.sentence}</ErrorNotice>
      );
    case 'failed':
      return (
        <ErrorNotice
          title={t('reports.verifyPanel.failedTitle')}
          onRetry={() => onRetry(check.file)}
        >
          {check.sentence}
        </ErrorNotice>
      );
    case 'done':
      return (
        <>
          <Verdict fileName={check.fileName} verification={check.verification} />
          {check.code !== null && (
            <PrintFoot
              code={check.code}
              verifyUrl={`${window.location.origin}/verify#code=${check.code}`}
            />
          )}
        </>
      );
  }
}
