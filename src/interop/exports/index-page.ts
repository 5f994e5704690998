import { formatPartialDate } from '@/platform/time/partial-date';
import { mailTime } from '@/platform/mail/mail-time';
import type { AccountRecord } from './account-record';
import { EMERGENCY_FILE } from './emergency-file';
import { html, type Markup } from './html';
import { factList, pageFrame } from './page-frame';
import { stateWord, type PageReader } from './report-page';
import type { ReportRecord } from './report-record';

/** A report as the list of the first page names it. */
export interface ReportLine extends Pick<
  ReportRecord,
  'title' | 'doctor' | 'sentAt' | 'state' | 'code'
> {
  /** Of its folder in the archive, with a slash at the end. */
  folder: string;
  hasPdf: boolean;
}

/** A file of the patient's own as the first page names it. */
export interface OwnFileLine {
  /** In the archive; null when the store has lost it. */
  path: string | null;
  title: string;
  takenOn: string | null;
  note: string | null;
  addedAt: Date;
}

/** The first page of a copy: who it is about, every report, and what the other files are. */
export function indexPage(
  { person, wallets }: AccountRecord,
  reports: readonly ReportLine[],
  { ownFiles, hasEmergency }: { ownFiles: readonly OwnFileLine[]; hasEmergency: boolean },
  madeAt: Date,
  { timeZone, t }: PageReader,
): Uint8Array {
  const time = (at: Date) => mailTime(at, timeZone, t);
  const missing = reports.filter(({ hasPdf }) => !hasPdf).length;
  const body = html`<h1>${t('interop.exportPage.title', { name: person.name })}</h1>
    <p class="faint">${t('interop.exportPage.madeAt', { time: time(madeAt) })}</p>
    <p>${t('interop.exportPage.lead', { reports: reports.length })}</p>
    ${missing === 0 ? [] : html`<p><strong>${t('interop.exportPage.missing', { missing })}</strong></p>`}
    <h2>${t('interop.exportPage.reports')}</h2>
    ${
      reports.length === 0
        ? html`<p>${t('interop.exportPage.noReports')}</p>`
        : html`<ul class="lines">
            ${reports.map((line) => reportLine(line, time(line.sentAt), t))}
          </ul>`
    }
    ${ownFiles.length === 0 ? [] : ownFileLines(ownFiles, time, t)}
    <h2>${t('interop.exportPage.aboutYou')}</h2>
    ${factList([
      [t('accounts.profile.fields.name'), person.name],
      [t('accounts.profile.fields.printedName'), person.nameInLatinLetters],
      [
        t('accounts.profile.fields.birthDate'),
        person.birthDate === null ? null : formatPartialDate(person.birthDate, t),
      ],
      [
        t('interop.exportPage.gender'),
        person.gender === null ? null : t(`accounts.genders.${person.gender}`),
      ],
      [
        t('interop.exportPage.bloodGroup'),
        person.bloodGroup === null ? null : t(`accounts.bloodGroups.${person.bloodGroup}`),
      ],
      [t('common.eMailAddress'), person.email],
      ...wallets.map(({ address }) => [t('common.wallet'), address] as const),
    ])}
    <h2>${t('interop.exportPage.files')}</h2>
    ${factList([
      ['reports/', t('interop.exportPage.reportsFolder')],
      ['bundle.fhir.json', t('interop.exportPage.bundleFile')],
      ...(ownFiles.length === 0
        ? []
        : [['own-files.json', t('interop.exportPage.ownFilesList')] as const]),
      ...(hasEmergency ? [[EMERGENCY_FILE, t('interop.exportPage.emergencyFile')] as const] : []),
      ['profile.json', t('interop.exportPage.profileFile')],
      ['account-log.jsonl', t('interop.exportPage.accountLogFile')],
    ])}
    <p>${t('interop.exportPage.keepSafe')}</p>`;
  return pageFrame(t('interop.exportPage.title', { name: person.name }), body, t);
}

function ownFileLines(
  files: readonly OwnFileLine[],
  time: (at: Date) => string,
  t: PageReader['t'],
): Markup {
  return html`<h2>${t('interop.exportPage.ownFiles')}</h2>
    <p>${t('interop.exportPage.ownFilesHint')}</p>
    <ul class="lines">
      ${files.map(
        ({ path, title, addedAt }) =>
          html`<li>
            ${path === null ? html`${title}` : html`<a href="${path}">${title}</a>`}<br />
            <span class="faint"
              >${time(addedAt)}${path === null ? ` · ${t('interop.exportPage.ownFileMissing')}` : ''}</span
            >
          </li>`,
      )}
    </ul>`;
}

function reportLine(line: ReportLine, sentAt: string, t: PageReader['t']): Markup {
  const { folder, title, doctor, state, code } = line;
  return html`<li>
    <a href="${folder}index.html">${title ?? t('interop.exportPage.report')}</a><br />
    <span class="faint">${doctor} · ${sentAt} · ${code} · ${stateWord(state, t)}</span>
  </li>`;
}
