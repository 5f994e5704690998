import type { Translate } from '@/messages/translator';
import { escapeHtml } from '@/platform/escape-html';
import { mailTime } from '@/platform/mail/mail-time';
import { z } from 'zod';
import { nameInLog } from '@/sharing/access-log/name-in-log';
import { html, Markup } from './html';
import { factList, pageFrame } from './page-frame';
import type { ReportRecord } from './report-record';

/** How the reader's pages write times. */
export interface PageReader {
  timeZone: string | null;
  t: Translate;
}

const sectionsSchema = z.looseObject({
  resourceType: z.literal('Composition'),
  section: z
    .array(
      z.object({ title: z.string().default(''), text: z.object({ div: z.string() }).optional() }),
    )
    .default([]),
});

/** A report's state, worded for its own patient. */
export function stateWord(state: ReportRecord['state'], t: Translate): string {
  return state === 'FORWARDED'
    ? t('components.reportStates.waitingForYou')
    : t(`components.reportStates.${state}`);
}

/** One report as a page: what it says, its proof, who may see it and who did what with it. */
export function reportPage(record: ReportRecord, { timeZone, t }: PageReader): Uint8Array {
  const { code, title, doctor, sentAt, proof } = record;
  const time = (at: string | Date) => mailTime(new Date(at), timeZone, t);
  const body = html`<p><a href="../../index.html">${t('interop.exportPage.back')}</a></p>
    <h1>${title ?? t('interop.exportPage.report')}</h1>
    <p class="faint">${doctor} · ${time(sentAt)}</p>
    ${
      record.pdf === null
        ? html`<p>${t('interop.exportPage.noPdf')}</p>`
        : html`<p><a href="report.pdf">${t('interop.exportPage.openPdf')}</a></p>`
    }
    ${sectionsOf(record)}
    <h2>${t('interop.exportPage.facts')}</h2>
    ${factList([
      [t('interop.exportPage.code'), code],
      [t('interop.exportPage.state'), stateWord(record.state, t)],
      [t('interop.exportPage.contentHash'), record.contentHash],
    ])}
    <h2>${t('interop.exportPage.proof')}</h2>
    ${proof === null ? html`<p>${t('interop.exportPage.noProof')}</p>` : proofFacts(proof, time, t)}
    <h2>${t('interop.exportPage.viewers')}</h2>
    ${viewersIn(record, time, t)}
    <h2>${t('interop.exportPage.accessLog')}</h2>
    ${logIn(record, time, t)}`;
  return pageFrame(title ?? code, body, t);
}

/** The narrative of the document, which is XHTML without scripts by FHIR’s own rules, and ours: the hash was checked. */
function sectionsOf({ document }: ReportRecord): Markup {
  const composition = (document?.entry ?? [])
    .map(({ resource }) => sectionsSchema.safeParse(resource))
    .find(({ success }) => success);
  const sections = composition?.data?.section ?? [];
  return html`${sections.map(
    ({ title, text }) =>
      html`<h3>${title}</h3>
        ${new Markup(text?.div ?? '')}`,
  )}`;
}

function proofFacts(
  { anchored, chain }: NonNullable<ReportRecord['proof']>,
  time: (at: string) => string,
  t: Translate,
): Markup {
  return html`<p>${t('interop.exportPage.proofHint')} <a href="proof.json">proof.json</a></p>
    ${factList([
      [t('interop.exportPage.chain'), `${chain.name} (${chain.id})`],
      [t('interop.exportPage.transaction'), anchored.transaction],
      [t('interop.exportPage.block'), String(anchored.block)],
      [t('interop.exportPage.sealedAt'), time(anchored.at)],
      [t('interop.exportPage.owner'), anchored.owner],
      [t('interop.exportPage.issuer'), anchored.issuer],
    ])}`;
}

function viewersIn({ viewers }: ReportRecord, time: (at: string) => string, t: Translate): Markup {
  if (viewers.length === 0) return html`<p>${t('interop.exportPage.noViewers')}</p>`;
  return html`<ul class="lines">
    ${viewers.map(
      ({ email, state, expiresAt }) =>
        html`<li>
          ${email}<br /><span class="faint"
            >${t(`sharing.viewerLines.states.${state}`)}${
              expiresAt === null
                ? ''
                : ` · ${t('interop.exportPage.until', { time: time(expiresAt) })}`
            }</span
          >
        </li>`,
    )}
  </ul>`;
}

function logIn({ accessLog }: ReportRecord, time: (at: string) => string, t: Translate): Markup {
  return html`<ul class="lines">
    ${accessLog.map((entry) => {
      const sentence = t.markup(`sharing.accessLog.actions.${entry.action}`, {
        name: escapeHtml(nameInLog(entry, t)),
        viewer: escapeHtml(entry.viewer ?? t('sharing.accessLog.formerViewer')),
        who: (chunks) => `<strong>${chunks}</strong>`,
      });
      return html`<li>
        ${new Markup(sentence)}<br /><span class="faint">${time(entry.at)}</span>
      </li>`;
    })}
  </ul>`;
}
