import type { Verification } from '@/reports/verify/verification';
import type { Examination } from './examine-file';

/** How a verdict looks: never by colour alone. */
export type Tone = 'good' | 'wait' | 'bad' | 'open';

interface VerdictWords {
  tone: Tone;
  title: string;
  /** What is proven, and no more. */
  text: string;
  /** What to do with it. */
  advice: string;
}

/** What a person reads for each outcome. */
export const VERDICT_WORDS: Record<Verification['outcome'], VerdictWords> = {
  authentic: {
    tone: 'good',
    title: 'Unchanged and valid',
    text: 'This is, byte for byte, a report that was put on the blockchain, and nobody has taken it back.',
    advice:
      'This proves the file, not the person: compare the name and date of birth in the report with whoever shows it to you.',
  },
  fresh: {
    tone: 'wait',
    title: 'Unchanged, added just now',
    text: 'This is, byte for byte, a report that has just been put on the blockchain. The network has not settled it yet.',
    advice: 'Check again in a few minutes.',
  },
  distrusted: {
    tone: 'bad',
    title: 'Unchanged, but no longer trusted',
    text: 'This is, byte for byte, a report that was put on the blockchain. But the clinic’s signing key was compromised; this report is no longer trusted.',
    advice:
      'Do not rely on what it says: somebody else than the clinic may have written it. Ask the clinic for a new report.',
  },
  withdrawn: {
    tone: 'bad',
    title: 'Unchanged, but withdrawn by the patient',
    text: 'This is, byte for byte, a report that was put on the blockchain. Its patient has withdrawn it since.',
    advice: 'It is no longer valid. Ask the patient for a report that is.',
  },
  retracted: {
    tone: 'bad',
    title: 'Unchanged, but retracted by its issuer',
    text: 'This is, byte for byte, a report that was put on the blockchain. Its issuer has declared it wrong since.',
    advice: 'Do not rely on what it says.',
  },
  superseded: {
    tone: 'bad',
    title: 'Unchanged, but replaced by its issuer',
    text: 'This is, byte for byte, a report that was put on the blockchain. Its issuer has replaced it with a newer one since.',
    advice: 'Do not rely on what it says. Ask the patient for the newer report.',
  },
  altered: {
    tone: 'bad',
    title: 'Not the original file',
    text: 'A report with this code is on the blockchain, but this file is not that report: something in it is different.',
    advice:
      'Do not rely on what it says. Ask for the original file: printing, scanning or saving a PDF anew also changes it.',
  },
  unknown: {
    tone: 'open',
    title: 'Not known',
    text: 'No report with exactly this content is on the blockchain. It may never have been added, it may be a changed copy, or it may come from somewhere else.',
    advice:
      'Nothing can be said about it here. If it should be a MedAnchor report, ask for the original file.',
  },
};

/** What a person reads when a file cannot be examined at all. */
export const NOT_EXAMINED: Record<Exclude<Examination['outcome'], 'examined'>, string> = {
  'too-large': 'This file is larger than 25 MB. No report is that large, so it was not checked.',
  'not-a-pdf': 'This file is not a PDF. Reports are PDF files, so it was not checked.',
  unreadable:
    'Your browser could not read this file. Perhaps it was moved or renamed meanwhile: choose it again.',
  'no-web-crypto':
    'Your browser checks files on secure pages only. Open this page with an address that starts with https://.',
};
