import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fact, FactList } from '@/components/fact-list';
import { ZonedTime } from '@/components/zoned-time';
import type { ShownEmergency } from '@/sharing/emergency/shown-emergency';

/** Why an emergency access was asked for, how long it lasts, and what was found about it. */
export function EmergencyFacts({ access }: { access: ShownEmergency }) {
  const t = useTranslations();
  const { reason, words, askedAt, openedAt, endsAt, endedAt, verdict, found, reviewBy } = access;
  if (access.isAltered) {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
        {t('sharing.emergencyFacts.altered')}
      </Alert>
    );
  }
  return (
    <FactList columns={2}>
      <Fact name={t('sharing.emergencyFacts.reason')}>
        {reason === null
          ? t('sharing.emergencyFacts.erased')
          : t(`sharing.emergencyReasons.${reason}`)}
      </Fact>
      {words !== null && <Fact name={t('sharing.emergencyFacts.words')}>{words}</Fact>}
      <Fact name={t('sharing.emergencyFacts.asked')}>
        <ZonedTime at={askedAt} />
      </Fact>
      {openedAt !== null && (
        <Fact name={t('sharing.emergencyFacts.opened')}>
          <ZonedTime at={openedAt} />
        </Fact>
      )}
      {endsAt !== null && (
        <Fact
          name={t(
            endedAt === null ? 'sharing.emergencyFacts.ends' : 'sharing.emergencyFacts.ended',
          )}
        >
          <ZonedTime at={endedAt ?? endsAt} />
        </Fact>
      )}
      {verdict !== null && (
        <Fact name={t('sharing.emergencyFacts.verdict')}>
          {t(`sharing.emergencyVerdicts.${verdict}`)}
          {found !== null && ` – ${found}`}
        </Fact>
      )}
      {verdict === null && reviewBy !== null && (
        <Fact name={t('sharing.emergencyFacts.reviewBy')}>
          <ZonedTime at={reviewBy} />
        </Fact>
      )}
    </FactList>
  );
}
