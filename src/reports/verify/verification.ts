import { z } from 'zod';

const chain = z.object({
  id: z.number().int(),
  name: z.string(),
  /** Address of the registry. */
  contract: z.string(),
  explorerUrl: z.url().nullable(),
});

const anchored = z.object({
  chain,
  issuer: z.string(),
  /** Whether the issuer is the key with which this installation attests now. */
  issuerIsOurs: z.boolean(),
  addedBlock: z.number().int(),
  addedAt: z.iso.datetime(),
  /** Blocks on it, its own included. */
  confirmations: z.number().int().positive(),
  /** Confirmations after which it counts as settled. */
  required: z.number().int().positive(),
});

const ended = anchored.extend({
  /** When it ended; before the chain shows it, when its doctor asked for it. */
  endedAt: z.iso.datetime(),
  /** Whether the chain shows it already. */
  onChain: z.boolean(),
});

/** The verdict on a file from its SHA-256 and, when it contains one, its report code. */
export const verificationSchema = z.discriminatedUnion('outcome', [
  /** Exactly this file was anchored and is valid. */
  anchored.extend({ outcome: z.literal('authentic') }),
  /** The same, but so recent that a reorganisation could still remove it. */
  anchored.extend({ outcome: z.literal('fresh') }),
  /** The same, but the key that attested it was compromised. */
  anchored.extend({ outcome: z.literal('distrusted') }),
  ended.extend({ outcome: z.literal('withdrawn') }),
  ended.extend({ outcome: z.literal('retracted') }),
  ended.extend({ outcome: z.literal('superseded') }),
  /** An anchored report has the code, and it is not this file. */
  z.object({ outcome: z.literal('altered'), chain }),
  /** The file is not known; the same for reports that are not anchored. */
  z.object({ outcome: z.literal('unknown'), chain }),
]);

/** The verdict on a file. */
export type Verification = z.infer<typeof verificationSchema>;

/** A report code as it may be typed, printed or read from a file. */
export const typedReportCode = z.string().regex(/^[0-9A-Z]{16}$/);
