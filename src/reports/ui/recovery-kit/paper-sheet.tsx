'use client';

import { useTranslations } from 'next-intl';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { PrintButton } from '@/components/print-button';
import { QrCode } from '@/components/qr-code';
import { ZonedTime } from '@/components/zoned-time';
import type { PageSettings } from '@/reports/recover-page/page-settings';
import { paperGroups } from '@/vault/recovery-kit/paper-key';
import classes from './paper-sheet.module.css';

interface PaperSheetProps {
  /** The secret: an age identity. */
  identity: string;
  generation: number;
  /** ISO 8601. */
  madeAt: string;
  settings: PageSettings;
}

/** The sheet of A4 that opens a person's reports, as it is printed. It names nobody: whoever finds it learns no name. */
export function PaperSheet({ identity, generation, madeAt, settings }: PaperSheetProps) {
  const t = useTranslations();
  const [beginning, ...groups] = paperGroups(identity);
  const page = `${location.origin}/recover.html`;
  const places = [
    [t('reports.recoveryKit.sheet.page'), page],
    [t('reports.recoverPage.bucketAddress'), settings.bucketUrl],
    [t('reports.recoverPage.rpc'), settings.rpcUrl],
    [t('reports.recoverPage.registry'), settings.registryAddress],
    [t('reports.recoverPage.chainId'), String(settings.chainId)],
    [t('reports.recoverPage.fromBlock'), String(settings.fromBlock)],
  ] as const;
  return (
    <section className={classes['sheet']} data-print="alone" aria-labelledby="sheet">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="md">
          <Stack gap={4}>
            <h3 id="sheet" className={classes['title']}>
              {t('reports.recoveryKit.sheet.title')}
            </h3>
            <Text>
              {t.rich('reports.recoveryKit.sheet.made', {
                generation,
                made: () => <ZonedTime at={madeAt} dateOnly />,
              })}
            </Text>
            <Text fw={600}>{t('reports.recoveryKit.sheet.warning')}</Text>
          </Stack>
          <div data-print="hide">
            <PrintButton />
          </div>
        </Group>
        <div className={classes['key']}>
          <QrCode text={identity} label={t('reports.recoveryKit.sheet.qrLabel')} size={190} />
          <div>
            <Text>{t('reports.recoveryKit.sheet.key')}</Text>
            <p className={classes['groups']} data-testid="paper-key">
              <span>{beginning} </span>
              {groups.map((group, place) => (
                <span key={place}>{group} </span>
              ))}
            </p>
          </div>
        </div>
        <div>
          <h4 className={classes['heading']}>{t('reports.recoveryKit.sheet.how')}</h4>
          <ol className={classes['steps']}>
            <li>{t('reports.recoveryKit.sheet.stepPage')}</li>
            <li>{t('reports.recoveryKit.sheet.stepKey')}</li>
            <li>{t('reports.recoveryKit.sheet.stepOpen')}</li>
          </ol>
          <Text>{t('reports.recoveryKit.sheet.age')}</Text>
        </div>
        <dl className={classes['places']}>
          {places.map(([name, value]) =>
            value === null ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
        <Text data-print="only">{t('reports.recoveryKit.sheet.store')}</Text>
      </Stack>
    </section>
  );
}
