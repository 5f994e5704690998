import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What is in an event's leaf: ids and closed words only. */
export const leafSchema = z.object({
  shard: z.number().int(),
  sequence: z.string(),
  at: z.iso.datetime(),
  action: z.string(),
  actorKind: z.string(),
  actorId: z.string(),
  reportId: z.string().nullable(),
  subjectId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  salt: hash,
});

/** A receipt for one event of the audit trail: checked with nothing but it and the chain. */
export const trailReceiptSchema = z.object({
  kind: z.literal('medanchor-trail-receipt'),
  version: z.literal(1),
  /** The exact data of the leaf: the hash is of SHA-256 over a zero byte and this text. */
  leaf: z.string(),
  /** ISO 8601 date, UTC. */
  date: z.iso.date(),
  /** Days since 1970-01-01, as `rootOf` of the contract takes it. */
  day: z.number().int().nonnegative(),
  /** Place of the leaf, from 0. */
  index: z.number().int().nonnegative(),
  /** Leaves of the day's tree. */
  size: z.number().int().positive(),
  /** The hashes beside it, from the leaf to the root (RFC 6962). */
  path: z.array(hash).max(64),
  root: hash,
  chain: z.object({
    id: z.number().int(),
    name: z.string(),
    /** Address of TrailAnchor. */
    contract: z.string(),
    transaction: z.string().nullable(),
  }),
});

/** A receipt for one event of the audit trail. */
export type TrailReceipt = z.infer<typeof trailReceiptSchema>;
