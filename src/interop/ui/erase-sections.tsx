import { useTranslations } from 'next-intl';
import { Text } from '@/components/plain/text';
import { SectionCard } from '@/components/section-card';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import type { ErasurePreview } from '@/interop/erasure/preview-erasure';
import { templateTitle } from '@/reports/templates/templates';
import { EraseForm } from './erase-form';

/** What would go and what would stay, and the form that asks for it. */
export function EraseSections({ preview }: { preview: ErasurePreview }) {
  const t = useTranslations();
  const { reports, kept, sealed, viewers, files } = preview;
  return (
    <>
      <SectionCard id="goes" title={t('interop.eraseSections.goes')}>
        <ul style={{ margin: 0 }}>
          <li>{t('interop.eraseSections.reports', { reports })}</li>
          {files > 0 && <li>{t('interop.eraseSections.files', { files })}</li>}
          <li>{t('interop.eraseSections.sharing', { viewers })}</li>
          <li>{t('interop.eraseSections.account')}</li>
        </ul>
        <Text>
          {t.rich('interop.eraseSections.takeAway', {
            link: (chunks) => <TextLink href="/patient/data">{chunks}</TextLink>,
          })}
        </Text>
      </SectionCard>
      <SectionCard id="stays" title={t('interop.eraseSections.stays')}>
        <ul style={{ margin: 0 }}>
          {sealed > 0 && <li>{t('interop.eraseSections.chain', { sealed })}</li>}
          {kept.map(({ kind, reports: count, until, basis }) => (
            <li key={kind}>
              {t.rich('interop.eraseSections.kept', {
                ...{ count, basis, kind: templateTitle(kind, t) },
                time: () => <ZonedTime at={until} dateOnly />,
              })}
            </li>
          ))}
          <li>{t('interop.eraseSections.trail')}</li>
          <li>{t('interop.eraseSections.copies')}</li>
        </ul>
      </SectionCard>
      <SectionCard id="ask" title={t('interop.eraseSections.ask')}>
        <Text>{t('interop.eraseSections.waits')}</Text>
        <EraseForm />
      </SectionCard>
    </>
  );
}
