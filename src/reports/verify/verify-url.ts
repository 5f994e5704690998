import { env } from '@/platform/env';

/** Where anybody can check the PDF of a report; the code stands in the fragment, which no server log sees. */
export function verifyUrlOf(code: string): string {
  return `${env().APP_URL}/verify#code=${code}`;
}
