import { useTranslations } from 'next-intl';
import { Group } from '@/components/plain/group';
import { Paper } from '@/components/plain/paper';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { ZonedTime } from '@/components/zoned-time';
import type { WaitingUpload } from '../uploads/list-waiting-uploads';
import { sizeText } from '../uploads/size-text';
import { UploadDecisionButtons } from './upload-decision-buttons';

/** A file that waits for a decision: its kind, size and checks, and nothing of what it is about. */
export function WaitingUploadCard({ upload }: { upload: WaitingUpload }) {
  const t = useTranslations();
  const { id, kind, bytes, pages, isScanned, patientNumber, checkedAt, clinicMayLook } = upload;
  const name = t('records.waitingUploads.name', { kind, number: String(patientNumber ?? '') });
  return (
    <Paper component="li" p="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4}>
          <Title order={2} size="h3">
            {name}
          </Title>
          <Text size="sm">
            {sizeText(bytes)} · {t('records.ownUploads.pages', { pages })}
          </Text>
          <Text size="sm">
            {t('records.waitingUploads.rebuilt')}{' '}
            {t(`records.ownUploads.${isScanned ? 'scanned' : 'notScanned'}`)}
          </Text>
          <Text size="sm" c="dimmed">
            {t.rich('records.waitingUploads.checkedAt', {
              time: () => <ZonedTime at={checkedAt} />,
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`records.waitingUploads.${clinicMayLook ? 'mayLook' : 'mayNotLook'}`)}
          </Text>
        </Stack>
        <UploadDecisionButtons id={id} name={name} clinicMayLook={clinicMayLook} />
      </Group>
    </Paper>
  );
}
