import type { Bundle, Patient } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { nameOfAccount } from '@/accounts/people/both-spellings';
import { findPatients } from '@/accounts/people/find-patients';
import { confirmEmail } from '@/accounts/registration/confirm-email';
import { registerPatient } from '@/accounts/registration/register-patient';
import { patientRegistrationSchema } from '@/accounts/registration/registration';
import { BUNDLE_NAME } from '@/reports/documents/attachments';
import { openReportDocument } from '@/reports/content/open-report-document';
import { showReport } from '@/reports/content/show-report';
import { t } from '../../../support/messages/english';
import {
  createDoctor,
  createPatient,
  PASSWORD,
  type Person,
} from '../../../support/people/factories';
import {
  accountOf,
  mailedToken,
  newEmail,
  PATIENT_FORM,
} from '../../../support/people/registration';
import { readPdf } from '../../../support/reports/read-pdf';
import {
  createFilledDraft,
  createForwardedReport,
} from '../../../support/reports/report-factories';
import { forwardReport } from '@/reports/drafts/forward-report';
import { alterAccount } from '../../../support/people/alter-account';

let doctor: Person;

beforeAll(async () => {
  doctor = await createDoctor({ name: 'Δρ. Άννα Γεωργίου', printedName: 'Dr. Anna Georgiou' });
});

/** Registers as the page does, confirms the mailbox, and is somebody for whom a doctor can write. */
async function register(form: { name: string; printedName: string; birthDate: string }) {
  const email = newEmail();
  const { password } = PATIENT_FORM;
  const input = patientRegistrationSchema.parse({ ...PATIENT_FORM, email, ...form });
  await registerPatient({ ...input, password });
  await confirmEmail({ token: await mailedToken(email), password: PASSWORD });
  const { id } = await accountOf(email);
  const blank = await createPatient();
  return { ...blank, actor: { ...blank.actor, accountId: id, displayName: form.name, email } };
}

async function readSent(reportId: string) {
  const { pdf } = await openReportDocument(doctor.actor, reportId);
  const { pages, attachments } = await readPdf(pdf);
  const bundle = JSON.parse(new TextDecoder().decode(attachments.get(BUNDLE_NAME))) as Bundle;
  const patient = bundle.entry?.find(({ resource }) => resource?.resourceType === 'Patient');
  return { text: pages.join(' '), patient: patient?.resource as Patient };
}

describe.each([
  ['Arabic', 'محمد علي', 'Mohamed Ali', '1980-03', 'March 1980', false],
  ['Hebrew', 'דוד כהן', 'David Cohen', '1980', '1980', false],
  ['Han', '李小龍', 'Li Xiaolong', '1980-03-12', '12 March 1980', false],
  ['Thai', 'สมชาย ใจดี', 'Somchai Jaidee', '1971-12', 'December 1971', false],
  ['Greek', 'Ελένη Παπαδοπούλου', 'Eleni Papadopoulou', '1955', '1955', true],
  ['Cyrillic', 'Иван Петров', 'Ivan Petrov', '2001-02', 'February 2001', true],
])('a name in %s', (_, name, printedName, birthDate, shownDate, hasLetters) => {
  it('reaches the doctor, the PDF and FHIR from the registration', async () => {
    const patient = await register({ name, printedName, birthDate });
    const both = nameOfAccount({ displayName: name, printedName });
    for (const typed of [name, printedName]) {
      const found = await findPatients(doctor.actor, typed);
      expect(found.map((one) => one.name)).toContain(both);
    }
    const reportId = await createForwardedReport({ doctor, patient });
    const { text, patient: resource } = await readSent(reportId);
    expect(text).toContain(printedName);
    expect(text.includes(name)).toBe(hasLetters);
    expect(text.includes(t('reports.people.inLatinLetters'))).toBe(true);
    expect(text).toContain('Dr. Anna Georgiou');
    expect(text).toContain('Δρ. Άννα Γεωργίου');
    expect(text).toContain(shownDate);
    expect(resource.name?.map((one) => one.text)).toEqual([name, printedName]);
    expect(resource.birthDate).toBe(birthDate);
    expect(await showReport(patient.actor, reportId)).toMatchObject({
      patient: { name, printedName, birthDate },
    });
  });
});

it('prints a name in Devanagari, whose letters the fonts have, without another spelling', async () => {
  const patient = await createPatient({ name: 'अनिल कुमार' });
  const { text } = await readSent(await createForwardedReport({ doctor, patient }));
  // PDF.js reads a vowel sign where it is drawn, so the letters are compared without order.
  const letters = (word: string) => Array.from(word).toSorted().join('');
  const drawn = text.match(/[\p{Script=Devanagari} ]{8,}/u)?.[0].trim() ?? '';
  expect(letters(drawn)).toBe(letters('अनिल कुमार'));
});

it('tells the doctor what to do about a name that was registered without a spelling', async () => {
  const patient = await createPatient({ name: '李小龍' });
  const draft = await createFilledDraft({ doctor, patient });
  const input = { updatedAt: draft.updatedAt, timeZone: 'Asia/Nicosia' };
  const refusal: unknown = await forwardReport(doctor.actor, draft.reportId, input).catch(
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ code: 'undrawable-character' });
  const { fields } = refusal as { fields: Record<string, (translate: typeof t) => string> };
  expect(fields['patient.name']?.(t)).toBe(
    t('reports.requireDrawable.patientName', { character: '“李” (U+674E)' }),
  );
  await alterAccount(patient.actor.accountId, { printedName: 'Li Xiaolong' });
  await forwardReport(doctor.actor, draft.reportId, input);
});

it('marks people of one spelling, whichever it is, as namesakes', async () => {
  const born = { birthDate: '1962-07' };
  await createPatient({ ...born, name: '陳大文', printedName: 'Chan Tai Man' });
  await createPatient({ ...born, name: 'Chan Tai-Man' });
  await createPatient({ ...born, name: 'Chan Tai Ming' });
  const found = await findPatients(doctor.actor, 'chan tai m');
  const marks = found.map(({ name, hasNamesake }) => [name, hasNamesake]);
  expect(Object.fromEntries(marks)).toEqual({
    '陳大文 (Chan Tai Man)': true,
    'Chan Tai-Man': true,
    'Chan Tai Ming': false,
  });
});
