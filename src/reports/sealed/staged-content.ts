import { z } from 'zod';
import type { StagedReport } from '@/generated/prisma/client';
import { AppError } from '@/platform/errors';
import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';
import { requireDataKey, type KeyColumns } from './keyed-report';

const stagedContentSchema = z.object({
  /** The template's form as typed; complete and valid once it was sent. */
  form: z.record(z.string(), z.json()),
  /** Snapshots of the people, taken when it was sent. */
  patient: z.json().optional(),
  doctor: z.json().optional(),
  /** Why the patient rejected it. */
  rejectionReason: z.string().optional(),
});

/** A report's content while it is a draft or waits. */
export type StagedContent = z.infer<typeof stagedContentSchema>;

/** Seals it with a key derived from the report's data key, bound to the report. */
export function sealStaged(
  dataKey: Uint8Array,
  reportId: string,
  content: StagedContent,
): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(JSON.stringify(content), 'utf8');
  return sealBytes(deriveKey(dataKey, 'staged'), bytes, associatedData(reportId));
}

/**
 * What is staged of a report; null when nothing is, or no more.
 * @throws AppError not-found when its key was destroyed, object-altered when a key was moved; Error when it was altered
 */
export function stagedOf(
  report: KeyColumns & { staged: StagedReport | null },
): StagedContent | null {
  if (report.staged === null) return null;
  const key = deriveKey(requireDataKey(report), 'staged');
  const bytes = openBytes(key, report.staged.sealed, associatedData(report.id));
  return stagedContentSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/**
 * What is staged of a report, see `stagedOf`.
 * @throws AppError wrong-state when nothing is
 */
export function requireStaged(report: KeyColumns & { staged: StagedReport | null }): StagedContent {
  const staged = stagedOf(report);
  if (staged === null) throw new AppError('wrong-state');
  return staged;
}

function associatedData(reportId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/staged/${reportId}`);
}
