import { z } from 'zod';
import { emailSchema } from '@/accounts/email/email-schema';
import { ReportTemplate } from '@/generated/prisma/enums';
import type { MessageKey } from '@/messages/translator';
import { MAX_TOGETHER } from '@/sharing/anchoring/prepared-transaction';
import { readPatientCode } from './patient-code';

/** Why a doctor asks. */
export const PURPOSES = [
  'treatment',
  'second-opinion',
  'before-operation',
  'follow-up',
  'certificate',
  'other',
] as const;

export type Purpose = (typeof PURPOSES)[number];

/** The longest time for which access can be asked for. */
export const MAX_DAYS = 90;

/** Whom a doctor asks: an e-mail address, or the code on a patient's card; in the form in which we compare it. */
const addressee = z
  .string()
  .trim()
  .max(400, { error: 'accounts.emailSchema.tooLong' satisfies MessageKey })
  .transform((typed, context) => {
    if (typed.includes('@')) {
      const email = emailSchema.safeParse(typed);
      if (email.success) return email.data;
      context.addIssue({
        code: 'custom',
        message: 'accounts.emailSchema.invalid' satisfies MessageKey,
      });
      return z.NEVER;
    }
    const code = readPatientCode(typed);
    if (code !== null) return code;
    context.addIssue({
      code: 'custom',
      message: 'sharing.requestSchema.noCode' satisfies MessageKey,
    });
    return z.NEVER;
  });

const reason = z
  .string()
  .trim()
  .min(10, { error: 'sharing.requestSchema.reasonTooShort' satisfies MessageKey })
  .max(500, { error: 'sharing.requestSchema.reasonTooLong' satisfies MessageKey });

/** Which reports are asked for. */
const scopeSchema = z.object({
  /** None: every kind. */
  kinds: z.array(z.enum(ReportTemplate)).max(50),
  /** The days between which the reports were sent, inclusive, in UTC; null: without a bound. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

export type RequestedScope = z.infer<typeof scopeSchema>;

/** What a doctor asks for. */
export const askInput = scopeSchema
  .extend({
    addressee,
    purpose: z.enum(PURPOSES),
    reason,
    days: z
      .number()
      .int()
      .min(1)
      .max(MAX_DAYS, { error: 'sharing.requestSchema.daysTooMany' satisfies MessageKey }),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'sharing.requestSchema.endsBeforeStart' satisfies MessageKey,
  });

export type AskInput = z.infer<typeof askInput>;

/** What of it is kept, sealed. */
export const askedSchema = scopeSchema.extend({
  addressee: z.string(),
  purpose: z.enum(PURPOSES),
  reason: z.string(),
});

export type Asked = z.infer<typeof askedSchema>;

/** What a patient grants: no more than what was asked for. */
export const grantInput = z.object({
  reportIds: z
    .array(z.uuid())
    .min(1, { error: 'sharing.requestSchema.chooseOne' satisfies MessageKey })
    .max(MAX_TOGETHER, { error: 'sharing.requestSchema.tooMany' satisfies MessageKey })
    .refine((ids) => new Set(ids).size === ids.length, {
      error: 'sharing.preparedTransaction.chosenTwice' satisfies MessageKey,
    }),
  until: z.iso.datetime({ offset: true }),
});

export type GrantInput = z.infer<typeof grantInput>;

/** Why a patient declines. */
export const denialInput = z.object({ reason });

/** The answer to a doctor who asks. The same whether the person exists or not. */
export const askedAnswer = z.object({ requestId: z.uuid() });
