import { z } from 'zod';
import { emailSchema } from '@/accounts/registration/email-schema';
import type { MessageKey } from '@/messages/translator';

/** The contract's MAX_PERMISSIONS (contracts/IReportRegistry.sol). */
export const MAX_VIEWERS = 64;

/** Someone whom a patient lets read one report. */
export const viewerSchema = z.object({
  email: emailSchema,
  /** The permission is over at this moment; null for no end. */
  expiresAt: z.iso
    .datetime({
      offset: true,
      abort: true,
      error: 'sharing.viewers.ambiguousTime' satisfies MessageKey,
    })
    .refine((at) => Date.parse(at) > Date.now(), {
      error: 'sharing.viewers.alreadyPast' satisfies MessageKey,
    })
    .refine((at) => Date.parse(at) < Date.UTC(2100, 0, 1), {
      error: 'sharing.viewers.tooFarAhead' satisfies MessageKey,
    })
    .nullable(),
});

/** Someone whom a patient lets read one report. */
export type Viewer = z.infer<typeof viewerSchema>;

/** The whole list of a report's viewers; an empty one lets nobody but patient and doctor read. */
export const viewersSchema = z
  .array(viewerSchema)
  .max(MAX_VIEWERS, { error: 'sharing.viewers.atMost' satisfies MessageKey })
  .superRefine((viewers, context) => {
    viewers.forEach(({ email }, index) => {
      if (viewers.findIndex((other) => other.email === email) === index) return;
      context.addIssue({
        code: 'custom',
        path: [index, 'email'],
        message: 'sharing.viewers.inListAlready' satisfies MessageKey,
      });
    });
  });
