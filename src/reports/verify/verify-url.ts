import { env } from '@/platform/env';

/** The page that verifies the PDF of a report; the code is in the fragment, which browsers do not send. */
export function verifyUrlOf(code: string): string {
  return `${env().APP_URL}/verify#code=${code}`;
}
