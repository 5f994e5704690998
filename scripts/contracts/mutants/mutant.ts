import { z } from 'zod';

export const mutantSchema = z.object({
  /** What and where, independent of line numbers: `OwnerRecovery.executeRecovery: a < b → a <= b #1`. */
  id: z.string(),
  file: z.string(),
  line: z.number(),
  /** Bytes of the source that are replaced. */
  start: z.number(),
  end: z.number(),
  replacement: z.string(),
});

/** One small fault that the tests should notice. */
export type Mutant = z.infer<typeof mutantSchema>;

/** What became of a mutant. */
export const verdictSchema = z.object({
  id: z.string(),
  outcome: z.enum([
    /** A test failed. */
    'killed',
    /** Every test passed. */
    'survived',
    /** The compiler refused it. */
    'stillborn',
    /** The compiler made the same code of it: no fault at all. */
    'same-code',
  ]),
  /** The test that noticed it. */
  by: z.string().optional(),
});

export type Verdict = z.infer<typeof verdictSchema>;
