import { getTranslations } from 'next-intl/server';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { AccountPlaces } from '@/accounts/ui/account-places';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { PageHeader } from '@/components/frame/page-header';
import { LinkButton } from '@/components/link-button';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { SectionCard } from '@/components/section-card';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { readPageSettings } from '@/reports/recover-page/recover-page';
import { readRecoveryKit, type KitKey } from '@/reports/recovery-kit/read-recovery-kit';
import { KitProgress } from '@/reports/ui/recovery-kit/kit-progress';
import { PaperKeyPanel } from '@/reports/ui/recovery-kit/paper-key-panel';
import { WalletKeyPanel } from '@/reports/ui/recovery-kit/wallet-key-panel';

export const generateMetadata = pageTitle('app.recovery-kit.title');

export default async function RecoveryKitPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [kit, wallet] = await Promise.all([readRecoveryKit(actor), currentWallet(actor.accountId)]);
  const { keys, next, reports } = kit;
  const hasKey = keys.paper !== null || keys.wallet !== null;
  return (
    <>
      <PageHeader title={t('app.recovery-kit.title')} lead={t('app.recovery-kit.lead')} />
      <AccountPlaces role="PATIENT" here="recovery-kit" />
      <Stack gap="lg" maw={720}>
        <Stack gap="xs">
          <Text>{t('app.recovery-kit.whatFor')}</Text>
          <Text>{t('app.recovery-kit.whatYouGet')}</Text>
          {hasKey && <KitProgress {...reports} />}
        </Stack>
        <SectionCard id="paper" title={t('reports.recoveryKit.paper.title')}>
          <Text>{t('reports.recoveryKit.paper.explanation')}</Text>
          <PaperKeyPanel
            shown={shownKey(keys.paper)}
            next={next.paper}
            settings={readPageSettings()}
          />
        </SectionCard>
        <SectionCard id="wallet" title={t('reports.recoveryKit.wallet.title')}>
          <Text>{t('reports.recoveryKit.wallet.explanation')}</Text>
          {wallet === null ? (
            <LinkButton href="/patient/wallet" variant="default">
              {t('app.patientWallet.connectYourWallet')}
            </LinkButton>
          ) : (
            <WalletKeyPanel
              wallet={wallet}
              chain={readChainProfile()}
              shown={shownKey(keys.wallet)}
              next={next.wallet}
            />
          )}
        </SectionCard>
        <SectionCard id="keep" title={t('app.recovery-kit.keepTitle')}>
          <Text>{t('app.recovery-kit.keep')}</Text>
          <div>
            <Button
              component="a"
              href="/recover.html"
              download="medanchor-recover.html"
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden="true" />}
            >
              {t('app.recovery-kit.download')}
            </Button>
          </div>
        </SectionCard>
      </Stack>
    </>
  );
}

function shownKey(key: KitKey | null) {
  if (key === null) return null;
  const { generation, walletAddress, createdAt } = key;
  return { generation, walletAddress, createdAt: createdAt.toISOString() };
}
