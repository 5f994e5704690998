import { createHash, randomUUID } from 'node:crypto';
import { enqueueMany } from '@/jobs/enqueue-many';
import type { JobKind, JobPayload } from '@/jobs/job-kinds';
import type { Transaction } from '@/platform/database/database';
import type { NoticeKind } from './notice-kinds';
import { readWishes } from './read-wishes';

/** The job that mails about an event. */
type NoticeMail = {
  [K in JobKind]: { kind: K; payload: JobPayload<K>; dedupeKey?: string };
}[JobKind];

/** One event as one person reads of it. */
export interface Notice {
  accountId: string;
  kind: NoticeKind;
  /** The thing that it is about, which the person may see. */
  refId?: string | undefined;
  /** How many reports it is about, if not one. */
  reports?: number;
  /** How many viewers it is about. */
  viewers?: number;
  /** Names an event that may be met several times: the person reads of it once. By default the key of its mail. */
  once?: string;
  /** The mail of this kind of notice; without one, a mail of its sentence. Null: it is mailed in another way. */
  mail?: NoticeMail | null;
}

/**
 * Notes an event for the people whom it concerns, and queues the mail about it unless they chose to do without. Call
 * it in the transaction of the change. Many people are notified by the same few statements; no row is shared.
 * A person whose account is gone or erased is skipped.
 */
export async function notify(tx: Transaction, notices: Notice | readonly Notice[]): Promise<void> {
  const given = [notices].flat();
  if (given.length === 0) return;
  const identified = given.map((notice) => ({ ...notice, id: randomUUID() }));
  const all = await readWishes(tx, identified);
  if (all.length === 0) return;
  await tx.notification.createMany({
    data: all.map(({ notice }) => ({
      id: notice.id,
      accountId: notice.accountId,
      kind: notice.kind,
      refId: notice.refId ?? null,
      reports: notice.reports ?? null,
      viewers: notice.viewers ?? null,
      onceHash: hashOf(notice.once ?? notice.mail?.dedupeKey),
    })),
    skipDuplicates: true,
  });
  const mails = all.filter(({ isMailed }) => isMailed).flatMap(({ notice }) => mailOf(notice));
  for (const [kind, ofKind] of Map.groupBy(mails, (mail) => mail.kind)) {
    await enqueueMany(tx, kind, ofKind);
  }
}

function hashOf(name: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (name === undefined) return null;
  return Uint8Array.from(createHash('sha256').update(name).digest());
}

function mailOf({ id, accountId, kind, once, mail }: Notice & { id: string }): NoticeMail[] {
  if (mail === null) return [];
  if (mail !== undefined) return [mail];
  return [
    {
      kind: 'mail-notification',
      payload: { notificationId: id },
      ...(once !== undefined && { dedupeKey: `mail-notification:${kind}:${accountId}:${once}` }),
    },
  ];
}
