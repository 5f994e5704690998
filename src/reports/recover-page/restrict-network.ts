import { KitProblem } from './kit-problem';

let allowed: string | null = null;

/**
 * From now on the page can only reach the addresses that its owner chose: the browser enforces it by a second
 * Content-Security-Policy, which can only take away.
 * @throws KitProblem when something is no address, or others were chosen before: only loading the page again frees it
 */
export function restrictNetwork(addresses: readonly string[]): void {
  const origins = addresses.map((address) => {
    try {
      return new URL(address).origin;
    } catch (cause) {
      throw new KitProblem((t) => t('reports.recoverPage.noAddress'), cause);
    }
  });
  const wanted = [...new Set(origins)].sort().join(' ');
  if (allowed === wanted) return;
  if (allowed !== null) throw new KitProblem((t) => t('reports.recoverPage.otherAddresses'));
  allowed = wanted;
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src ${wanted}`;
  document.head.append(policy);
}
