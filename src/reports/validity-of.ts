import { Prisma, type Report } from '@/generated/prisma/client';
import { database, type Transaction } from '@/platform/database';
import { isChainAway, type AppError } from '@/platform/errors';
import { readReport, type OnChainReport } from '@/registry/read-report';

/** A retraction that its doctor has asked for: it waits to be sent, is on its way, or was confirmed once. */
export const OPEN_RETRACTION = {
  kind: 'RETRACT_REPORT',
  status: { in: ['PREPARED', 'SENT', 'CONFIRMED'] },
} as const satisfies Prisma.ChainTransactionWhereInput;

/** The newest retraction that was asked for of a row of Report. */
const ASKED = Prisma.sql`(
  SELECT IF(asked.replacement IS NULL, 'RETRACTED', 'SUPERSEDED') FROM ChainTransaction AS asked
  WHERE asked.reportId = Report.id AND asked.kind = 'RETRACT_REPORT'
    AND asked.status IN ('PREPARED', 'SENT', 'CONFIRMED')
  ORDER BY asked.createdAt DESC LIMIT 1)`;

/** The state of a row of Report as pages show it: ended as soon as that was asked for; see findEnds. */
export const SHOWN_STATE = Prisma.sql`IF(state = 'ANCHORED', COALESCE(${ASKED}, state), state)`;

/** Whether a row of Report was withdrawn, retracted or replaced, as a number to sort by. */
export const IS_ENDED = Prisma.sql`${SHOWN_STATE} IN ('WITHDRAWN', 'RETRACTED', 'SUPERSEDED')`;

/** The states in which a report does not stand any more, by its doctor's doing. */
export const ENDED_STATES = ['WITHDRAWN', 'RETRACTED', 'SUPERSEDED'] as const;
export type EndedState = (typeof ENDED_STATES)[number];

/** That a report ended, by what our own database knows. */
export interface KnownEnd {
  state: EndedState;
  /** When it ended, or when its retraction was asked for; null for ends of version 0.1.0. */
  at: Date | null;
}

/** Whether a report on the chain stands at this moment. */
export type Validity =
  | { outcome: 'valid'; chain: OnChainReport }
  | {
      outcome: 'invalid';
      because: 'withdrawn' | 'retracted' | 'superseded' | 'issuer';
      /** Whether the chain shows it already; null when the chain could not be asked. */
      onChain: boolean | null;
    }
  /** The chain has never seen it, or has lost it. */
  | { outcome: 'unknown' }
  /** `cause`: chain-unavailable or wrong-chain. */
  | { outcome: 'not-asked'; cause: AppError };

type Identified = Pick<Report, 'id' | 'state'>;

/**
 * Whether a report that was added to the chain stands. The one answer for its patient, its doctor and its
 * guests: it ends as soon as its doctor asks for it, although the chain may show it only later, may have lost
 * it again, or cannot be asked.
 */
export async function validityOf(
  report: Identified & { contentHash: Uint8Array },
): Promise<Validity> {
  const end = (await findEnds(database(), [report])).get(report.id);
  try {
    const chain = await readReport(report.contentHash);
    const { status, valid } = chain;
    if (status === 'none') return { outcome: 'unknown' };
    if (status !== 'active') return { outcome: 'invalid', because: status, onChain: true };
    if (end !== undefined) return { outcome: 'invalid', because: WHY[end.state], onChain: false };
    // Active but not valid: its issuer's key is no longer trusted.
    if (!valid) return { outcome: 'invalid', because: 'issuer', onChain: true };
    return { outcome: 'valid', chain };
  } catch (error) {
    if (!isChainAway(error)) throw error;
    if (end === undefined) return { outcome: 'not-asked', cause: error };
    return { outcome: 'invalid', because: WHY[end.state], onChain: null };
  }
}

/** A doctor who takes an unsealed report back ends it for good, also where the patient was faster. */
const WHY = {
  WITHDRAWN: 'retracted',
  RETRACTED: 'retracted',
  SUPERSEDED: 'superseded',
} as const satisfies Record<EndedState, string>;

/**
 * Which of these reports do not stand any more, by id: by their state, or because a retraction was asked for.
 * For lists, which cannot ask the chain about each line.
 */
export async function findEnds(
  tx: Transaction,
  reports: readonly Identified[],
): Promise<Map<string, KnownEnd>> {
  const ids = reports.flatMap(({ id, state }) =>
    state === 'ANCHORED' || isEnded(state) ? id : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await tx.report.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      state: true,
      endedAt: true,
      transactions: { where: OPEN_RETRACTION, orderBy: { createdAt: 'desc' }, take: 1 },
    },
  });
  return new Map(
    rows.flatMap(({ id, state, endedAt, transactions: [asked] }): [string, KnownEnd][] => {
      if (isEnded(state)) return [[id, { state, at: endedAt }]];
      if (asked === undefined) return [];
      const by = asked.replacement === null ? 'RETRACTED' : 'SUPERSEDED';
      return [[id, { state: by, at: asked.createdAt }]];
    }),
  );
}

function isEnded(state: Report['state']): state is EndedState {
  return ENDED_STATES.some((ended) => ended === state);
}
