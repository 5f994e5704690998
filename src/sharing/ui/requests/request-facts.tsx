import { useTranslations } from 'next-intl';
import { Fact, FactList } from '@/components/fact-list';
import { ZonedTime } from '@/components/zoned-time';
import { formatPartialDate } from '@/platform/time/partial-date';
import { templateTitle } from '@/reports/templates/templates';
import type { ShownRequest } from '@/sharing/requests/shown-request';

/** What a doctor asks for, and why. */
export function RequestFacts({ request }: { request: ShownRequest }) {
  const t = useTranslations();
  const { purpose, reason, kinds, from, to, askedAt, until, answer } = request;
  return (
    <FactList>
      <Fact name={t('sharing.requestFacts.purpose')}>{t(`sharing.purposes.${purpose}`)}</Fact>
      <Fact name={t('sharing.requestFacts.reason')}>{reason}</Fact>
      <Fact name={t('sharing.requestFacts.kinds')}>
        {kinds.length === 0
          ? t('sharing.requestFacts.allKinds')
          : kinds.map((kind) => templateTitle(kind, t)).join(', ')}
      </Fact>
      {(from !== null || to !== null) && (
        <Fact name={t('sharing.requestFacts.period')}>
          {[
            from !== null && t('sharing.requestFacts.from', { day: formatPartialDate(from, t) }),
            to !== null && t('sharing.requestFacts.to', { day: formatPartialDate(to, t) }),
          ]
            .filter((part) => part !== false)
            .join(' ')}
        </Fact>
      )}
      <Fact name={t('sharing.requestFacts.askedAt')}>
        <ZonedTime at={askedAt} />
      </Fact>
      <Fact name={t('sharing.requestFacts.until')}>
        <ZonedTime at={until} />
      </Fact>
      {answer !== null && <Fact name={t('sharing.requestFacts.answer')}>{answer}</Fact>}
    </FactList>
  );
}
