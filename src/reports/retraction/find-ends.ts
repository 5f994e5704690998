import type { Prisma, Report } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/** A retraction that its doctor has requested: prepared, sent, or confirmed. */
export const OPEN_RETRACTION = {
  kind: 'RETRACT_REPORT',
  status: { in: ['PREPARED', 'SENT', 'CONFIRMED'] },
} as const satisfies Prisma.ChainTransactionWhereInput;

/** The states of a report that its doctor has ended. */
export const ENDED_STATES = ['WITHDRAWN', 'RETRACTED', 'SUPERSEDED'] as const;
export type EndedState = (typeof ENDED_STATES)[number];

/** How a report ended, from our own database. */
export interface KnownEnd {
  state: EndedState;
  /** When it ended, or when its retraction was requested; null for ends of version 0.1.0. */
  at: Date | null;
}

/**
 * How each of these reports ended, by id, from its state or from a requested retraction; a report that has not
 * ended is missing. A requested retraction counts in every state, because a reorganisation moves its report back to
 * ANCHORING or APPROVED. For lists, which cannot ask the chain about each line.
 */
export async function findEnds(
  tx: Transaction,
  reports: readonly Pick<Report, 'id'>[],
): Promise<Map<string, KnownEnd>> {
  if (reports.length === 0) return new Map();
  const rows = await tx.report.findMany({
    where: { id: { in: reports.map(({ id }) => id) } },
    select: {
      id: true,
      state: true,
      endedAt: true,
      transactions: { where: OPEN_RETRACTION, orderBy: { createdAt: 'desc' }, take: 1 },
    },
  });
  return new Map(
    rows.flatMap(({ id, state, endedAt, transactions: [asked] }): [string, KnownEnd][] => {
      if (isEndedState(state)) return [[id, { state, at: endedAt }]];
      if (asked === undefined) return [];
      const by = asked.replacement === null ? 'RETRACTED' : 'SUPERSEDED';
      return [[id, { state: by, at: asked.createdAt }]];
    }),
  );
}

/** Whether a state is one of a report that has ended. */
export function isEndedState(state: Report['state']): state is EndedState {
  return ENDED_STATES.some((ended) => ended === state);
}
