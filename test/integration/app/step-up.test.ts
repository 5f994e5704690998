import { describe, expect, it, vi } from 'vitest';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { callRoute, DEVICE } from '../../support/app/browser';
import { allRoutes } from '../../support/app/routes';
import { SENSITIVE_ACTS, type ReadyAct, type SensitiveAct } from '../../support/app/sensitive-acts';
import { DATA_ACTS } from '../../support/app/data-acts';
import { REQUEST_ACTS } from '../../support/app/request-acts';
import { EMERGENCY_ACTS } from '../../support/app/emergency-acts';
import { KIT_ACTS } from '../../support/app/kit-acts';
import { PROFILE_ACTS } from '../../support/app/profile-acts';
import { t } from '../../support/messages/english';
import { alterSession } from '../../support/people/alter-session';
import type { Person } from '../../support/people/factories';
import { deliverMails } from '../../support/people/mail';
import { giveFreshProof, letProofGrowOld } from '../../support/people/proof';
import { alterAccount } from '../../support/people/alter-account';

vi.mock('next/headers', () => import('../../support/app/request-headers'));

const ACTS = [
  ...[...REQUEST_ACTS, ...EMERGENCY_ACTS, ...PROFILE_ACTS],
  ...[...DATA_ACTS, ...KIT_ACTS, ...SENSITIVE_ACTS],
];

/** Routes that change something, for which a session is enough. */
const NEED_NO_PROOF: Record<string, string> = {
  'POST /api/access-requests': 'the patient decides',
  'POST /api/access-requests/[requestId]/denial': 'gives nobody anything',
  'POST /api/access-requests/[requestId]/end': 'only closes',
  'POST /api/access-requests/[requestId]/withdrawal': 'only closes',
  'POST /api/access-requests/[requestId]/reports/[reportId]/copies': 'only records',
  'POST /api/access-requests/[requestId]/reports/[reportId]/permission/quote': 'reads',
  'PUT /api/accounts/directory-entry': 'what the doctor wants to be found by',
  'POST /api/doctors/search': 'reads',
  'POST /api/accounts/demo-code': 'reads, in a demonstration alone',
  'DELETE /api/accounts/factor-hint': 'a note to oneself',
  'POST /api/accounts/factor-resets': 'what it asks for is what a proof would need',
  'PUT /api/accounts/passkeys/[passkeyId]': 'a name',
  'POST /api/accounts/proofs': 'gives the proof',
  'POST /api/accounts/second-factor': 'gives the second factor',
  'POST /api/accounts/second-factor/passkey-options': 'begins the proof',
  'DELETE /api/accounts/session': 'only closes',
  'DELETE /api/accounts/sessions': 'only closes',
  'DELETE /api/accounts/sessions/[sessionId]': 'only closes',
  'PUT /api/accounts/time-zone': 'how times are written',
  'POST /api/admin/audit-check': 'changes nothing of a person',
  'POST /api/admin/doctors/search': 'reads',
  'POST /api/admin/issuers/steps/quote': 'reads',
  'POST /api/admin/people/search': 'reads',
  'POST /api/admin/recoveries/[recoveryId]/steps/quote': 'reads',
  'POST /api/anchoring-batches/quote': 'reads',
  'POST /api/emergency-accesses/[accessId]/end': 'only closes',
  'POST /api/emergency-accesses/[accessId]/reports/[reportId]/copies': 'only records',
  'DELETE /api/erasures': 'only stops',
  'DELETE /api/exports/[exportId]': 'deletes a copy',
  'POST /api/forecast/reminders': 'a mail to oneself',
  'DELETE /api/forecast/reminders': 'a mail to oneself',
  'PUT /api/notifications/preferences': 'never about security',
  'POST /api/notifications/read': 'a note to oneself',
  'POST /api/patients/search': 'reads',
  'POST /api/reports': 'the doctor’s own work',
  'POST /api/reports/patients/search': 'reads',
  'PUT /api/reports/[reportId]/draft': 'the doctor’s own work',
  'DELETE /api/reports/[reportId]/draft': 'the doctor’s own work',
  'POST /api/reports/[reportId]/acknowledge-end': 'a note to oneself',
  'POST /api/reports/[reportId]/amend': 'the doctor’s own work',
  'POST /api/reports/[reportId]/anchoring/quote': 'reads',
  'POST /api/reports/[reportId]/approve': 'can be taken back until it is sealed',
  'POST /api/reports/[reportId]/forward': 'the doctor’s own work',
  'POST /api/reports/[reportId]/permissions/quote': 'reads',
  'POST /api/reports/[reportId]/preview': 'reads',
  'POST /api/reports/[reportId]/withdrawal/quote': 'reads',
  'POST /api/reports/[reportId]/reject': 'the doctor can send it again',
  'PUT /api/chain-transactions/[transactionId]/sent': 'reports what a wallet did',
  'DELETE /api/chain-transactions/[transactionId]': 'takes back what was not sent',
  'POST /api/chain-transactions/[transactionId]/send-now': 'sends earlier what was signed',
  'POST /api/uploads': 'the patient’s own file',
  'PUT /api/uploads/[uploadId]/content': 'the patient’s own file',
  'DELETE /api/uploads/[uploadId]': 'the patient’s own file',
  'POST /api/admin/uploads/[uploadId]/decision':
    'opens nothing to anybody, and is noted in the trail',
  'DELETE /api/wallet/recoveries/[recoveryId]': 'only stops',
  'POST /api/wallet/recoveries/[recoveryId]/steps/quote': 'reads',
};

const routes = new Map((await allRoutes()).map((route) => [route.address, route]));

async function call({ address }: SensitiveAct, { person, params, body }: ReadyAct) {
  const found = routes.get(address);
  if (found === undefined) throw new Error(`There is no ${address}`);
  const path = Object.entries(params ?? {}).reduce(
    (text, [name, value]) => text.replace(`[${name}]`, value),
    found.path,
  );
  return callRoute(
    found.route,
    {
      method: found.method,
      path,
      ...(params === undefined ? {} : { params }),
      ...(body === undefined ? {} : { body }),
    },
    person.actor.sessionId,
  );
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}

/** While it runs, the session lacks the second factor that the account has. */
async function whileHalfOpen<T>({ actor }: Person, run: () => Promise<T>): Promise<T> {
  const [session, account] = [{ id: actor.sessionId }, { id: actor.accountId }];
  const { secondFactorAt } = await database().session.findUniqueOrThrow({ where: session });
  const { secondFactorSince } = await database().account.findUniqueOrThrow({ where: account });
  await alterSession(actor.sessionId, { secondFactorAt: null });
  await alterAccount(account.id, { secondFactorSince: new Date(Date.now() - MINUTE_MS) });
  try {
    return await run();
  } finally {
    await alterSession(actor.sessionId, { secondFactorAt });
    await alterAccount(account.id, { secondFactorSince });
  }
}

it('is asked for by every route that changes something, or is not needed for a reason', () => {
  const changing = [...routes.values()]
    .filter(({ method, route }) => method !== 'GET' && route.declaration.who !== 'anyone')
    .map(({ address }) => address);
  const sensitive = new Set(ACTS.map(({ address }) => address));
  expect([...sensitive, ...Object.keys(NEED_NO_PROOF)].sort()).toEqual(changing.sort());
});

/** How many jobs there are, or were. */
function queuedJobs(): Promise<number> {
  return database().outboxJob.count();
}

const mailsDue: { email: string; subject: string }[] = [];

describe('a sensitive act needs the whole session and a fresh proof', () => {
  it.each(ACTS.map((act) => [`${act.address} ${act.variant ?? ''}`, act] as const))(
    '%s',
    async (_name, act) => {
      const ready = await act.ready();
      const { person } = ready;
      const queued = await queuedJobs();

      const halfOpen = await whileHalfOpen(person, () => call(act, ready));
      expect([halfOpen.status, await codeOf(halfOpen)]).toEqual([403, 'second-factor-needed']);
      await letProofGrowOld(person);
      const unproved = await call(act, ready);
      expect([unproved.status, await codeOf(unproved)]).toEqual([403, 'proof-needed']);
      expect(await queuedJobs()).toBe(queued);

      await giveFreshProof(person);
      const done = await call(act, ready);
      const answer: unknown = done.status === 204 ? undefined : await done.json();
      expect(done.ok ? 'done' : done.status, JSON.stringify(answer)).toBe(act.answers ?? 'done');
      await ready.afterwards?.(answer);
      if (act.mail !== null) {
        mailsDue.push({ email: person.actor.email, subject: act.mail(t) });
      }
    },
  );

  it('and is mailed at once: when, from which browser, and how to stop a stranger', async () => {
    expect(mailsDue).toHaveLength(ACTS.filter(({ mail }) => mail !== null).length);
    const mailsTo = await deliverMails();
    for (const { email, subject } of mailsDue) {
      const [mail, ...others] = mailsTo(email).filter((sent) => sent.subject === subject);
      expect(others, subject).toEqual([]);
      expect(mail?.text, subject).toContain(DEVICE);
      expect(mail?.text, subject).toMatch(/ at \d\d:\d\d UTC/);
      expect(mail?.text, subject).toContain('/not-me#');
    }
  });
});
