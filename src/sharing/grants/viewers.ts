import { z } from 'zod';
import { emailSchema } from '@/accounts/email/email-schema';
import type { MessageKey } from '@/messages/translator';

/** The contract's MAX_PERMISSIONS (contracts/IReportRegistry.sol). */
export const MAX_VIEWERS = 64;

/** A person who may read one report because its patient chose them. */
export const viewerSchema = z.object({
  email: emailSchema,
  /** When the permission expires; null when it does not. */
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

/** A person who may read one report because its patient chose them. */
export type Viewer = z.infer<typeof viewerSchema>;

/** The whole list of a report's viewers. With an empty list only patient and doctor may read. */
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
