import { RECEIPT_HTML, RECEIPT_POLICY } from '@/generated/receipt-page';
import { env } from '@/platform/env';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { SETTINGS_PLACE } from '@/reports/recover-page/page-settings';
import type { ReceiptSettings } from './receipt-settings';

/** The page that checks receipts of the audit trail, and the Content-Security-Policy that goes with it. */
export function receiptPage(): { html: string; policy: string } {
  const { name, publicRpcUrl } = readChainProfile();
  const settings: ReceiptSettings = {
    chainName: name,
    contract: env().TRAIL_ANCHOR_ADDRESS ?? null,
    rpcUrl: publicRpcUrl,
  };
  // It stands in a script element, which `</script>` would end.
  const text = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return {
    html: RECEIPT_HTML.replace(SETTINGS_PLACE, () => text),
    policy: `${RECEIPT_POLICY}; frame-ancestors 'none'`,
  };
}
