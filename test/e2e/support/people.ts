import type { Browser, BrowserContext, Page } from '@playwright/test';
import { sessionCookie } from '@/accounts/sessions/cookie/session-cookie';
import { sealSessionToken } from '@/accounts/sessions/cookie/session-token';
import { env } from '@/platform/env';
import type { Person } from '../../support/people/factories';

/** A phone's screen, for those who mostly use one. */
export const PHONE = { viewport: { width: 390, height: 844 } };

/**
 * Opens a browser of its own for a person whose log-in the factory has already opened, by the very cookie
 * that logging in would have set. The log-in page itself has its own tests.
 */
export async function browserOf(
  browser: Browser,
  person: Person,
  options: {
    viewport?: { width: number; height: number };
    timezoneId?: string;
    /** Where another application of the same system listens: cookies are the same on every port. */
    baseURL?: string;
  } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: env().APP_URL, ...options });
  const value = await sealSessionToken(person.actor.sessionId);
  await context.addCookies([{ name: sessionCookie().name, value, url: env().APP_URL }]);
  return { context, page: await context.newPage() };
}
