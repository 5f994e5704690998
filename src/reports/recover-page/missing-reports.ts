import type { Translate } from '@/messages/translator';
import type { Registry } from './ask-chain';
import { make } from './elements';
import type { OpenedKit } from './open-kit';
import { ChainSearch } from './search-chain';

/** A search of the chain for reports of the same wallets that a kit lacks, which begins at once and can be stopped and continued. */
export function missingReports(kit: OpenedKit, registry: Registry, t: Translate): HTMLElement {
  const search = new ChainSearch(registry, kit.wallets);
  const known = new Set(kit.reports.map(({ contentHash }) => contentHash));
  const status = make('p', { className: 'result' });
  status.setAttribute('role', 'status');
  const button = make('button', { type: 'button' });
  let running: AbortController | null = null;
  let reached = registry.fromBlock;

  async function run(stop: AbortController): Promise<void> {
    running = stop;
    button.textContent = t('reports.recoverPage.searchStop');
    try {
      const found = await search.run(stop.signal, (progress) => {
        reached = progress.block;
        status.textContent = t('reports.recoverPage.searchProgress', { ...progress });
      });
      const count = [...found].filter((hash) => !known.has(hash)).length;
      status.textContent = t('reports.recoverPage.missing', { count });
      button.hidden = true;
    } catch {
      button.textContent = t('reports.recoverPage.searchAgain');
      if (!stop.signal.aborted) {
        status.textContent = t('reports.recoverPage.searchFailed', { block: reached });
      }
    } finally {
      running = null;
    }
  }

  button.addEventListener('click', () => {
    if (running === null) void run(new AbortController());
    else running.abort();
  });
  if (kit.wallets.length > 0) void run(new AbortController());
  return make(
    'section',
    { hidden: kit.wallets.length === 0 },
    make('h2', {}, t('reports.recoverPage.searchTitle')),
    make('p', {}, t('reports.recoverPage.searchHint')),
    button,
    status,
  );
}
