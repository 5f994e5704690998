import { sessionCookie } from '@/accounts/sessions/cookie/session-cookie';
import { sealSessionToken } from '@/accounts/sessions/cookie/session-token';
import { database } from '@/platform/database/database';
import { linkIn, waitForMail } from '../../test/e2e/support/mailbox';
import { demoSession } from '../demo/demo-session';
import { DEMO_GUEST } from '../demo/seed-demo-reports';

/** A page to measure, with the cookie of its reader. */
export interface MeasuredPage {
  name: string;
  url: string;
  cookie: string | null;
}

/** The pages of the product that most people see, each as the person whom it is for. */
export async function lighthousePages(appUrl: string): Promise<MeasuredPage[]> {
  const draft = await database().report.findFirstOrThrow({
    where: { state: 'DRAFT', patientId: { not: null } },
  });
  const patient = await cookieOf('ali.ahmed@mail.example');
  const doctor = await cookieOf('selin.aksoy@clinic.example');
  const admin = await cookieOf('admin@medanchor.example');
  const page = (name: string, path: string, cookie: string | null = null): MeasuredPage => ({
    name,
    url: new URL(path, appUrl).href,
    cookie,
  });
  return [
    page('home', '/'),
    page('login', '/login'),
    page('patient', '/patient', patient),
    page('doctor', '/doctor', doctor),
    page('admin', '/admin', admin),
    page('form', `/doctor/reports/${draft.id}`, doctor),
    page('guest', linkIn(await waitForMail(DEMO_GUEST, /./))),
    page('verify', '/verify'),
  ];
}

async function cookieOf(email: string): Promise<string> {
  const { actor } = await demoSession(email);
  return `${sessionCookie().name}=${await sealSessionToken(actor.sessionId)}`;
}
