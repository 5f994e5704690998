import type { Prisma, ReportState } from '@/generated/prisma/client';

/** A state as pages show it, or all of them but DISCARDED. */
export type CountedState = ReportState | 'ALL';

/** The patient of drafts in which none was picked yet. */
export const NO_PATIENT = '';

/** One row of PairCount. */
export interface CountedPlace {
  doctorId: string;
  /** NO_PATIENT where none was picked. */
  patientId: string;
  state: CountedState;
}

/** A report that has come to a place, or has left it. */
export interface PlaceChange extends CountedPlace {
  reports: 1 | -1;
  createdAt: Date;
  forwardedAt: Date | null;
}

/** What the places of one report's change come to for one place. */
export interface PlaceTotal extends CountedPlace {
  reports: number;
  /** The newest report that came. */
  newestAt: Date | null;
  /** When one that came was last sent. */
  sentAt: Date | null;
  /** The newest report that left. */
  leftAt: Date | null;
}

/** As a condition on a row of Report. */
export function reportsOf({ doctorId, patientId, state }: CountedPlace): Prisma.ReportWhereInput {
  return {
    doctorId,
    patientId: patientId === NO_PATIENT ? null : patientId,
    ...(state !== 'ALL' && { shownState: state }),
  };
}

/** Adds the changes up by place, in the order in which the places are written. */
export function sumByPlace(changes: readonly PlaceChange[]): PlaceTotal[] {
  const totals = new Map<string, PlaceTotal>();
  for (const { doctorId, patientId, state, reports, createdAt, forwardedAt } of changes) {
    const key = placeKey({ doctorId, patientId, state });
    const total = totals.get(key);
    const came = reports > 0;
    totals.set(key, {
      ...{ doctorId, patientId, state },
      reports: (total?.reports ?? 0) + reports,
      newestAt: later(total?.newestAt ?? null, came ? createdAt : null),
      sentAt: later(total?.sentAt ?? null, came && state === 'ALL' ? forwardedAt : null),
      leftAt: later(total?.leftAt ?? null, came ? null : createdAt),
    });
  }
  return [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

/** A place as one word. */
export function placeKey({ doctorId, patientId, state }: CountedPlace): string {
  return [doctorId, patientId, state].join(' ');
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
