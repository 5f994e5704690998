import { globSync } from 'node:fs';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { declineProfileChange } from '@/accounts/profile/decline-profile-change';
import { findOpenRequest } from '@/accounts/profile/find-open-request';
import { readProfile } from '@/accounts/profile/read-profile';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { askForRecord } from '@/sharing/emergency/ask-for-record';
import { makePatientCode } from '@/sharing/requests/own-patient-code';
import { alterSession } from '../support/people/alter-session';
import { createAdmin, createDoctor, createPatient, type Person } from '../support/people/factories';
import { storeForecast } from '../support/forecast/fee-forecasts';
import { giveFreshProof } from '../support/people/proof';
import { ask, grant } from '../support/reports/access-request';
import { openByCode, STATED } from '../support/reports/emergency';
import {
  createApprovedReport,
  createFilledDraft,
  createForwardedReport,
  createRejectedReport,
} from '../support/reports/report-factories';
import { expectAccessible } from './support/expect-accessible';
import { expectFitting } from './support/expect-fitting';
import { browserOf } from './support/people';
import { guestAt, newAddress, shareReport } from './support/shared-report';
import { STATES } from './support/page-states/all-states';
import type { State, World } from './support/page-states/state';
import { alterAccount } from '../support/people/alter-account';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

test.describe.configure({ mode: 'parallel' });

let world: World;

test.beforeAll(async () => {
  const email = newAddress('viewer');
  await storeForecast();
  const { doctor, patient, reportId: anchored } = await shareReport([email]);
  const given = { doctor, patient };
  const reports = {
    anchored,
    draft: (await createFilledDraft(given)).reportId,
    covidDraft: (await createFilledDraft({ ...given, template: 'COVID_19' })).reportId,
    forwarded: await createForwardedReport(given),
    rejected: await createRejectedReport(given),
    approved: await createApprovedReport(given),
  };
  await declineRequestOf(patient);
  world = {
    doctor,
    patient,
    reports,
    newDoctor: await createDoctor(),
    newPatient: await createPatient(),
    admin: await createAdmin(),
    halfOpen: await halfOpenPerson(),
    overdue: await overdueDoctor(),
    guest: await guestAt(email),
    requests: await askTwice(doctor, patient, anchored),
    emergencies: await openInEmergency(doctor, patient),
  };
});

/** A minute ago: the database's clock may be behind ours. */
const before = () => new Date(Date.now() - MINUTE_MS);

async function halfOpenPerson(): Promise<Person> {
  const person = await createPatient();
  const { accountId: id, sessionId } = person.actor;
  await alterAccount(id, { secondFactorSince: before() });
  await alterSession(sessionId, { secondFactorAt: null });
  return person;
}

/** The patient's last request to correct the name is declined. */
async function declineRequestOf({ actor }: Person): Promise<void> {
  const { fields } = await readProfile(database(), actor.accountId);
  await requestProfileChange(actor, { ...fields, name: 'Another Name' }, 'I have married.');
  const request = await findOpenRequest(actor.accountId);
  const admin = await createAdmin();
  const answer = 'Please come with the certificate.';
  await declineProfileChange(admin.actor, request?.changeId ?? '', answer);
}

/** A summary that is open, and a request for the whole record. */
async function openInEmergency(doctor: Person, patient: Person): Promise<World['emergencies']> {
  await giveFreshProof(doctor);
  const summary = await openByCode(doctor, await makePatientCode(patient.actor));
  const { accessId: record } = await askForRecord(doctor.actor, summary, STATED);
  return { summary, record };
}

/** One request that waits, and one that is granted. */
async function askTwice(doctor: Person, patient: Person, reportId: string) {
  const granted = await ask(doctor, patient);
  await grant(patient, granted, [reportId]);
  return { granted, asked: await ask(await createDoctor(), patient) };
}

async function overdueDoctor(): Promise<Person> {
  const doctor = await createDoctor();
  const { accountId: id } = doctor.actor;
  await alterAccount(id, { secondFactorDueAt: before() });
  return doctor;
}

test('every page has its states here', () => {
  const pages = globSync('src/app/**/page.tsx').map(
    (file) =>
      file
        .replace(/^src\/app/, '')
        .replace(/\/page\.tsx$/, '')
        .replaceAll(/\/\([^)]+\)/g, '') || '/',
  );
  expect(Object.keys(STATES)).toEqual(expect.arrayContaining(pages));
  expect(pages).toHaveLength(Object.keys(STATES).length);
});

for (const [address, states] of Object.entries(STATES)) {
  for (const state of states) {
    test(`${address}, ${state.name}: accessible in light and dark, and fits a phone`, async ({
      browser,
    }) => {
      const page = await pageOf(browser, state);
      const { path, shows, steps } = state;
      await page.goto(typeof path === 'string' ? path : path(world));
      await expect(page.getByText(shows).first()).toBeVisible({ timeout: 30_000 });
      await steps?.(page, world);
      await expectAccessible(page);
      // Width and colours do not meddle with each other: two of the four pairs show every one of them.
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
      await expectFitting(page);
      await expectAccessible(page);
      await page.close();
    });
  }
}

/** One browser for each kind of person, as at home: its cache has the scripts from the second page on. */
const contexts = new Map<State['who'], BrowserContext>();

test.afterAll(async () => {
  await Promise.all([...contexts.values()].map((context) => context.close()));
});

async function pageOf(browser: Browser, { who }: State): Promise<Page> {
  const context = contexts.get(who) ?? (await contextOf(browser, who));
  contexts.set(who, context);
  return context.newPage();
}

async function contextOf(browser: Browser, who: State['who']): Promise<BrowserContext> {
  const options = { baseURL: process.env['APP_URL'] ?? '', viewport: WIDE };
  return who === undefined
    ? browser.newContext(options)
    : (await browserOf(browser, world[who], options)).context;
}
