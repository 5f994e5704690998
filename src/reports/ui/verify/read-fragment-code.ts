import { decodePercent } from '@/platform/http/link-secret';
import { typedReportCode } from '@/reports/verify/verification';

/** The report code in an address; `damaged` when there is something else in its place. */
export type FragmentCode = { state: 'none' | 'damaged' } | { state: 'whole'; code: string };

/**
 * Reads the report code in an address (`#code=…`), where the QR code on a report puts it: browsers do not
 * send it to any server. Capital or small letters, hyphens and spaces inside, and what a sentence or a mail
 * program puts behind it do no harm.
 * @param address whole, as in `location.href`
 */
export function readFragmentCode(address: string): FragmentCode {
  const fragment = decodePercent(address.split('#').slice(1).join('#'));
  const typed = /code=([^&?]*)/i.exec(fragment)?.[1];
  if (typed === undefined) return { state: 'none' };
  const code = typed.replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF-]/g, '').replace(/\W+$/, '');
  const read = typedReportCode.safeParse(code.toUpperCase());
  return read.success ? { state: 'whole', code: read.data } : { state: 'damaged' };
}
