import { RECOVER_HTML, RECOVER_POLICY } from '@/generated/recover-page';
import { env } from '@/platform/env';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { SETTINGS_PLACE, type PageSettings } from './page-settings';

/** The page that opens recovery kits, and the Content-Security-Policy that goes with it. */
export function recoverPage(): { html: string; policy: string } {
  // It stands in a script element, which `</script>` would end.
  const settings = JSON.stringify(readPageSettings()).replaceAll('<', '\\u003c');
  return {
    html: RECOVER_HTML.replace(SETTINGS_PLACE, () => settings),
    policy: `${RECOVER_POLICY}; frame-ancestors 'none'`,
  };
}

/** What the page and the printed sheet know about this system. */
export function readPageSettings(): PageSettings {
  const { chainId, registryAddress, publicRpcUrl } = readChainProfile();
  const { REGISTRY_DEPLOYED_BLOCK } = env();
  return {
    chainId,
    registryAddress,
    fromBlock: REGISTRY_DEPLOYED_BLOCK,
    rpcUrl: publicRpcUrl,
    bucketUrl: readBucketUrl(),
  };
}

/** Outside demonstrations only the address that was named for it: the other one may be of our own network. */
function readBucketUrl(): string | null {
  const { DEMO_MODE, RECOVERY_BUCKET_URL, S3_ENDPOINT, S3_BUCKET } = env();
  if (RECOVERY_BUCKET_URL !== undefined) return RECOVERY_BUCKET_URL;
  return DEMO_MODE && S3_ENDPOINT !== undefined ? `${S3_ENDPOINT}/${S3_BUCKET}` : null;
}
