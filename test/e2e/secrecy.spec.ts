import { expect, test } from '@playwright/test';
import { concat, toUtf8Bytes, zeroPadBytes } from 'ethers';
import { readProfile } from '@/accounts/profile/read-profile';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { database } from '@/platform/database/database';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
import { reportRow } from '../support/reports/report-factories';
import { fundedWallet } from '../support/chain/test-chain';
import {
  bindDemoAccount,
  confirmInWallet,
  demoAccount,
  PAYER,
  shareAccount,
} from './support/demo-wallet-steps';
import { beginReport, forwardDraft, newestReportOf, writeReading } from './support/doctor-steps';
import { expectAnswers, openSharedLink, proveMailbox } from './support/guest-steps';
import * as haystacks from './support/haystacks';
import {
  addViewer,
  approve,
  changeViewers,
  expectAnchored,
  goToPrice,
  openFromMail,
  openSealing,
  scrollToPdf,
  sealNow,
  viewerLine,
} from './support/patient-steps';
import { browserOf } from './support/people';
import { scan, type Haystack } from './support/scan';
import { putObject } from '@/vault/object-store';

const NAME = 'Zübeyde Karamanlıoğlu';
const EMAIL = 'zubeyde.k@patients.example';
const VIEWERS = ['neurologist.wagner@klinik.example', 'aunt.hatice@family.example'] as const;
const BIRTH = '1971-08-19';
const SECRETS = [
  NAME,
  ...NAME.split(' '),
  EMAIL,
  ...VIEWERS,
  BIRTH,
  '19710819',
  '19/08/1971',
  '19.08.1971',
  '08/19/1971',
  '19 August 1971',
  '19 Aug 1971',
  'August 19, 1971',
];

/** What is medical in this journey: the database holds names and addresses, and nothing of this. */
const MEDICAL = [
  'Amlodipine',
  'BLOOD_PRESSURE',
  'bloodPressure',
  t('templates.bloodPressure.title'),
  'systolic',
  'A_POSITIVE',
  'AB_NEGATIVE',
  'epilepsy',
];

/** A contract whose making writes 32 bytes into calldata, storage and a log: sstore(0, word), log0(word). */
const plantingCode = (word: string) =>
  concat(['0x7f', word, '0x600055', '0x7f', word, '0x60005260206000a000']);

test('a journey leaves nothing readable on the chain, in the store, in logs and addresses, nothing medical in the database', async ({
  browser,
}) => {
  const doctor = await createDoctor({ name: 'Dr. Joost van Dijk' });
  const patient = await createPatient({
    name: NAME,
    email: EMAIL,
    birthDate: BIRTH,
    bloodGroup: 'AB_NEGATIVE',
  });
  await bindDemoAccount(patient, PAYER.secrecy);
  await test.step('the patient asks for a correction, with a reason of their own', async () => {
    const { fields } = await readProfile(database(), patient.actor.accountId);
    const wanted = { ...fields, name: `${NAME} Kaya` };
    await requestProfileChange(patient.actor, wanted, 'My passport was lost in epilepsy.');
  });
  const [forDoctor, forPatient] = [
    await browserOf(browser, doctor),
    await browserOf(browser, patient),
  ];
  const [doctorPage, patientPage] = [forDoctor.page, forPatient.page];
  const doctorAddresses = haystacks.noteAddresses(forDoctor.context);
  const patientAddresses = haystacks.noteAddresses(forPatient.context);

  const reportId = await test.step('the doctor finds the patient by the whole name', async () => {
    await beginReport(doctorPage, 'BLOOD_PRESSURE');
    await doctorPage.getByRole('combobox', { name: t('reports.patientPicker.name') }).fill(NAME);
    await doctorPage.getByRole('option', { name: NAME }).click();
    await expect(
      doctorPage.getByRole('textbox', { name: t('reports.patientPicker.email') }),
    ).toHaveValue(EMAIL);
    for (const letter of ['A', 'B', 'C']) await writeReading(doctorPage, [letter, '128', '82']);
    await doctorPage
      .getByLabel(t('reports.draftFrame.remarks'))
      .fill(`For ${NAME}, born ${BIRTH}. Amlodipine 5 mg.`);
    const forwarded = await forwardDraft(doctorPage);
    await doctorPage.goto('/doctor');
    await doctorPage.getByRole('combobox', { name: t('reports.patientPicker.name') }).fill(NAME);
    await doctorPage.getByRole('option', { name: NAME }).click();
    await expect(doctorPage).toHaveURL(/\?patient=/);
    await expect(newestReportOf(doctorPage, patient)).toContainText(
      t('components.reportStates.FORWARDED'),
    );
    return forwarded;
  });

  await test.step('the patient approves, and anchors it for two viewers', async () => {
    await openFromMail(patientPage, EMAIL);
    await approve(patientPage);
    await openSealing(patientPage);
    for (const email of VIEWERS)
      await addViewer(patientPage, { email, until: t('sharing.viewersEditor.ends.month') });
    await goToPrice(patientPage);
    await sealNow(patientPage);
    await shareAccount(patientPage, PAYER.secrecy);
    await confirmInWallet(patientPage, 'transaction');
    await expectAnchored(patientPage);
  });

  const guestPage = await openSharedLink(browser, VIEWERS[0]);
  const guestAddresses = haystacks.noteAddresses(guestPage.context());
  await test.step('a guest reads it, and the patient takes the permission back', async () => {
    await guestPage.getByRole('button', { name: t('sharing.codeEntry.hasCode') }).click();
    await guestPage.getByLabel(t('components.codeInput.label')).fill('00000000');
    await guestPage.getByRole('button', { name: t('sharing.codeEntry.open') }).click();
    await expect(guestPage.getByLabel(t('components.codeInput.label'))).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await guestPage.reload();
    await proveMailbox(guestPage, VIEWERS[0]);
    await expectAnswers(guestPage, doctor.actor.displayName);
    await expect(await scrollToPdf(guestPage)).toContainText(NAME);
    await patientPage.getByRole('button', { name: t('sharing.viewersPanel.change') }).click();
    await patientPage
      .getByRole('button', { name: t('sharing.viewerRow.remove', { email: VIEWERS[0] }) })
      .click();
    await changeViewers(patientPage);
    await confirmInWallet(patientPage, 'transaction');
    await expect(viewerLine(patientPage, VIEWERS[0])).toContainText(
      t('sharing.viewerLines.states.removed'),
    );
    await patientPage.getByRole('link', { name: t('app.patientReport.whoOpened') }).click();
    await expect(patientPage.getByText(VIEWERS[0]).first()).toBeVisible();
    await guestPage.reload();
    await expect(guestPage.getByText(t('sharing.guestEnds.grant-removed.title'))).toBeVisible();
  });

  const planted = 'planted.by.the.test@here.example';
  await test.step('the test plants a text of its own where it can', async () => {
    const word = zeroPadBytes(toUtf8Bytes(planted), 32);
    const made = await (await fundedWallet()).sendTransaction({ data: plantingCode(word) });
    await made.wait();
    await putObject('0'.repeat(64), Buffer.from(`name=${encodeURIComponent(planted)}`));
  });

  const places: Record<string, Haystack[]> = {
    calldata: await haystacks.calldata(),
    logs: await haystacks.logs(),
    storage: await haystacks.storage(),
    objects: haystacks.objects(),
    serviceLogs: haystacks.serviceLogs(),
    database: await haystacks.databaseDump(),
    addresses: [doctorAddresses(), patientAddresses(), guestAddresses()],
  };

  await test.step('what must be there is found: the scan looks at the right places', async () => {
    const { contentHash, objectAddress } = await reportRow(reportId);
    const hash = Buffer.from(contentHash ?? []);
    expect(hash).toHaveLength(32);
    const owner = Buffer.from(demoAccount(PAYER.secrecy).address.slice(2), 'hex');
    for (const [place, bytes] of [
      ['calldata', hash],
      ['logs', hash],
      ['storage', owner],
      ['objects', Buffer.from(objectAddress ?? 'none')],
      ['serviceLogs', Buffer.from('"event":"ReportAdded"')],
      ['database', Buffer.from(EMAIL)],
      ['addresses', Buffer.from(reportId)],
    ] as const) {
      const holders = places[place]?.filter((haystack) => haystack.bytes.includes(bytes));
      expect(holders, place).not.toEqual([]);
    }
    for (const place of ['calldata', 'logs', 'storage', 'objects']) {
      expect(scan(places[place] ?? [], [planted]), place).not.toEqual([]);
    }
  });

  await test.step('what must not be there is not', () => {
    const { database = [], ...others } = places;
    expect(scan(Object.values(others).flat(), SECRETS)).toEqual([]);
    expect(scan([...database, ...Object.values(others).flat()], MEDICAL)).toEqual([]);
  });
});

test('the scan finds a text in every spelling', () => {
  const text = 'Zübeyde K';
  const utf8 = Buffer.from(text);
  const hidden: Record<string, Buffer> = {
    'as it is': utf8,
    'in capitals': Buffer.from('ZÜBEYDE K'),
    'small, accents taken apart': Buffer.from('zu\u0308beyde k'),
    'without accents': Buffer.from('ZuBeyde k'),
    'UTF-16': Buffer.from(text, 'utf16le'),
    'UTF-16, other end': Buffer.from(text, 'utf16le').swap16(),
    'in an address': Buffer.from(new URL(`http://h/?name=${text}`).href),
    'in a form': Buffer.from(new URLSearchParams({ name: text }).toString()),
    'in hex': Buffer.from(utf8.toString('hex').toUpperCase()),
    'in JSON': Buffer.from(String.raw`{"name":"Z\u00FCbeyde K"}`),
    'in base64': Buffer.from(btoa(String.fromCharCode(...utf8))),
    'in base64, second place': Buffer.from(btoa(String.fromCharCode(0x6e, ...utf8, 0x21))),
    'in base64, third place': Buffer.from(
      btoa(String.fromCharCode(0x6e, 0x3d, ...utf8, 0x21, 0x21)),
    ),
    'in base64 for addresses': Buffer.from(utf8.toString('base64url')),
  };
  for (const [name, bytes] of Object.entries(hidden)) {
    const around = Buffer.concat([Buffer.from('\0before'), bytes, Buffer.from('after\xff')]);
    expect(scan([{ name, bytes: around }], [text]), name).not.toEqual([]);
  }
  expect(scan([{ name: 'another text', bytes: Buffer.from('Zubaida K') }], [text])).toEqual([]);
});
