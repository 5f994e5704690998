import type { Translate } from '@/messages/translator';
import { make } from './elements';
import { KitProblem } from './kit-problem';
import { missingReports } from './missing-reports';
import { openKitReport, type KitReport, type KitSources, type OpenedKit } from './open-kit';

/** The reports of a kit with a button for each, what of it cannot be opened, and the search for what it lacks. */
export function reportList(kit: OpenedKit, sources: KitSources, t: Translate): HTMLElement[] {
  const { reports, unopened } = kit;
  const heading = make(
    'h2',
    { tabIndex: -1 },
    t('reports.recoverPage.found', { count: reports.length }),
  );
  const items = reports.map((report) => reportItem(report, sources, t));
  const notes = [
    ...(unopened.length > 0 ? [t('reports.recoverPage.unopened', { count: unopened.length })] : []),
  ];
  return [
    heading,
    make('ul', { className: 'reports' }, ...items),
    ...notes.map((note) => make('p', { className: 'note' }, note)),
    missingReports(kit, sources.registry, t),
  ];
}

function reportItem(report: KitReport, sources: KitSources, t: Translate): HTMLElement {
  const { onChain, contentHash } = report;
  const metadata = onChain.state === 'sealed' ? onChain.metadata : null;
  const name = metadata?.reportName ?? t('reports.recoverPage.unnamed');
  const result = make('p', { className: 'result' });
  result.setAttribute('role', 'status');
  const button = make('button', { type: 'button' }, t('reports.recoverPage.download'));
  button.setAttribute('aria-label', `${t('reports.recoverPage.download')}: ${name}`);
  button.addEventListener('click', () => {
    button.disabled = true;
    void download(report, sources)
      .catch((error: unknown) => {
        if (error instanceof KitProblem) return error.sentence;
        throw error;
      })
      .then((sentence) => {
        result.textContent = sentence(t);
        button.disabled = false;
      });
  });
  return make(
    'li',
    {},
    make(
      'div',
      {},
      make('strong', {}, name),
      ...(metadata === null
        ? []
        : [
            make(
              'span',
              {},
              t('reports.recoverPage.from', {
                doctor: metadata.doctorName,
                date: metadata.uploadedAt.toISOString().slice(0, 10),
              }),
            ),
          ]),
      make('span', {}, chainSentence(report, t)),
      make('code', {}, contentHash),
    ),
    button,
    result,
  );
}

function chainSentence({ onChain }: KitReport, t: Translate): string {
  switch (onChain.state) {
    case 'sealed':
      return onChain.valid
        ? t('reports.recoverPage.sealedBy', { owner: onChain.owner })
        : t('reports.recoverPage.sealedEnded', { owner: onChain.owner });
    case 'not-sealed':
      return t('reports.recoverPage.notSealed');
    case 'unknown':
      return t('reports.recoverPage.chainAway');
  }
}

/** Opens and compares a report, and hands its PDF to the browser. @returns what came of it */
async function download(report: KitReport, sources: KitSources): Promise<KitProblem['sentence']> {
  const opened = await openKitReport(report, sources);
  if (opened.outcome === 'missing') return (t) => t('reports.recoverPage.objectMissing');
  if (opened.outcome === 'altered') return (t) => t('reports.recoverPage.altered');
  const address = URL.createObjectURL(new Blob([opened.pdf], { type: 'application/pdf' }));
  const link = make('a', {
    href: address,
    download: `MedAnchor-${report.contentHash.slice(0, 16)}.pdf`,
  });
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return report.onChain.state === 'sealed'
    ? (t) => t('reports.recoverPage.matches')
    : (t) => t('reports.recoverPage.opened');
}
