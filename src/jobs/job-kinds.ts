import type { AppLocale } from '@/messages/catalogues';
import { z } from 'zod';

const id = z.uuid();
const count = z.number().int().min(0);

/** When something was asked for, and in which browser; null when that is not known. */
const origin = z.object({ at: z.iso.datetime(), device: z.string().nullable() });

/** Hours for which somebody asked to be reminded, and the zone in which the mail names them. */
const feeHours = z.object({
  accountId: id,
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  timeZone: z.string(),
});

/**
 * What the outbox can hold. Payloads are ids, moments, counts, and the kind of browser: secrets (link tokens, codes) are minted by the job
 * itself, so that the queue never holds one.
 */
export const JOB_PAYLOADS = {
  'mail-confirm-email': z.object({ accountId: id }),
  'mail-already-registered': z.object({ accountId: id }),
  'mail-reset-password': z.object({ accountId: id }),
  'mail-factor-reset': z.object({
    resetId: id,
    news: z.enum(['requested', 'started', 'first', 'second', 'declined', 'cancelled', 'done']),
  }),
  'reset-factors': z.object({ resetId: id }),
  'mail-email-change': z.object({ accountId: id, to: z.enum(['old', 'new']) }),
  'mail-doctor-decided': z.object({ accountId: id }),
  'mail-profile-change': z.object({ changeId: id, device: z.string().nullable() }),
  /** A notification that has no mail of its own: its sentence. */
  'mail-notification': z.object({ notificationId: id }),
  'mail-report-forwarded': z.object({ reportId: id }),
  'mail-report-decided': z.object({ reportId: id }),
  'mail-report-ended': z.object({ reportId: id }),
  'mail-retraction-confirmed': z.object({ reportId: id }),
  'mail-sealing-news': z.object({
    transactionId: id,
    news: z.enum(['failed', 'undone', 'change-failed', 'withdrawal-failed']),
  }),
  'queue-compromise-mails': z.object({
    issuer: z.string(),
    fromBlock: count,
    /** The block from which an earlier mark reaches. */
    beforeBlock: count.nullable(),
  }),
  'mail-issuer-compromised': z.object({ accountId: id, reports: count }),
  'mail-guest-report-ended': z.object({ grantId: id }),
  'mail-guest-link': z.object({ grantId: id }),
  'mail-guest-code': z.object({ grantId: id }),
  'remind-of-fees': feeHours,
  'mail-fee-reminder': feeHours,
  'mail-recovery-code': z.object({ accountId: id }),
  'mail-recovery-news': z.object({
    recoveryId: id,
    /** Of what the patient did in a browser; missing in what older versions queued. */
    origin: origin.exactOptional(),
    news: z.enum([
      'requested',
      'finishing',
      'cancelled',
      'declined',
      'proposed',
      'vetoed',
      'ready',
      'executed',
      'undone',
    ]),
  }),
  'mail-security-notice': z.object({
    accountId: id,
    at: z.iso.datetime(),
    /** The browser that did it; null when it is not known. */
    device: z.string().nullable(),
    event: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('password-reset') }),
      z.object({ kind: z.literal('password-changed') }),
      z.object({ kind: z.literal('account-frozen') }),
      z.object({
        kind: z.literal('email-changed'),
        /** Whose mailbox gets the mail; missing in what older versions queued. */
        formerEmail: z.string().exactOptional(),
      }),
      z.object({ kind: z.literal('email-change-requested'), newEmail: z.string() }),
      z.object({
        kind: z.literal('administration'),
        act: z.enum([
          'doctor-approve',
          'doctor-refuse',
          'doctor-suspend',
          'doctor-reinstate',
          'issuer-appoint',
          'issuer-dismiss',
          'issuer-compromise',
          'recovery-propose',
          'recovery-veto',
          'recovery-decline',
          'factor-reset-start',
          'factor-reset-confirm',
          'factor-reset-decline',
          'profile-correct',
          'profile-decline',
          'retention-change',
          'sessions-end',
        ]),
        /** Whom or which wallet it is about, as the administrators' pages name it. */
        about: z.string(),
      }),
      z.object({
        kind: z.literal('factor-changed'),
        change: z.enum([
          'passkey-added',
          'passkey-removed',
          'totp-added',
          'totp-removed',
          'codes-made',
          'code-used',
        ]),
      }),
      z.object({ kind: z.literal('passkey-copied'), name: z.string() }),
      z.object({ kind: z.enum(['export-requested', 'export-downloaded', 'own-reads-silenced']) }),
      z.object({ kind: z.enum(['emergency-summary-changed', 'patient-code-replaced']) }),
      z.object({
        kind: z.literal('kit-changed'),
        way: z.enum(['wallet', 'paper']),
        change: z.enum(['added', 'replaced', 'removed']),
      }),
      z.object({ kind: z.literal('wallet-bound'), address: z.string() }),
      z.object({ kind: z.literal('anchored'), reports: count, viewers: count }),
      z.object({ kind: z.literal('viewers-changed'), viewers: count }),
      z.object({ kind: z.literal('withdrawal-sent') }),
    ]),
  }),
  'mail-export-ready': z.object({ exportId: id }),
  /** `place`: of the person in the patient’s summary. */
  'mail-emergency-contact': z.object({ accessId: id, place: count }),
  'mail-erasure-news': z.object({
    erasureId: id,
    news: z.enum(['requested', 'tomorrow', 'taken-back']),
  }),
  'remind-of-erasure': z.object({ erasureId: id }),
  'mail-erasure-receipt': z.object({ erasureId: id }),
  'retract-report': z.object({ transactionId: id }),
  'update-recovery-kit': z.object({ accountId: id }),
  'check-upload': z.object({ uploadId: id }),
} as const;

/** The closed set of job kinds. */
export type JobKind = keyof typeof JOB_PAYLOADS;

/**
 * What events of the chain cause. The chain can be read again at any time, as after a reorganisation or to repair the
 * database: the deduplication keys of these jobs are kept forever. All other keys are needed only while their cause
 * can come again, which is far less than the month for which done jobs are kept: a report is sent and decided once,
 * a reminder is for hours that have not begun, a form sends one mail in some minutes, and a retraction has a new id.
 */
const CAUSED_BY_THE_CHAIN: ReadonlySet<string> = new Set<JobKind>([
  'mail-report-ended',
  'mail-retraction-confirmed',
  'mail-sealing-news',
  'queue-compromise-mails',
  'mail-issuer-compromised',
  'mail-guest-report-ended',
  'mail-guest-link',
  'mail-security-notice',
  'mail-notification',
]);

/** Whether a job's key must still be known when the job itself has been deleted. */
export function isKeyKeptForever(kind: string): boolean {
  return CAUSED_BY_THE_CHAIN.has(kind);
}

/** The payload of a kind of job. */
export type JobPayload<K extends JobKind> = z.infer<(typeof JOB_PAYLOADS)[K]>;

/** A job's worker: throws to be tried again later; running twice must do no harm. */
export type JobHandler<K extends JobKind> = (
  payload: JobPayload<K>,
  job: RunningJob,
) => Promise<void>;

/** Stable across retries of one job. */
export interface JobIdentity {
  id: bigint;
}

/** A job as its handler gets it. */
export interface RunningJob extends JobIdentity {
  /** The language of what the job writes to a person. */
  locale: AppLocale;
}

/** One handler for every kind. */
export type JobHandlers = { [K in JobKind]: JobHandler<K> };
