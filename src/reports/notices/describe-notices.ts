import type { Translate } from '@/messages/translator';
import type { StoredNotice } from '@/notifications/list-notifications';
import { noticePath } from '@/notifications/notice-path';
import type { NoticeReader } from '@/notifications/notice-reader';
import type { ShownNotice } from '@/notifications/shown-notice';
import { findReportNames } from './find-report-names';

/**
 * Notices as their person reads them: a sentence, made now in their language, and the page that it is about. Reports
 * that are not theirs are not named.
 * @param t in the language of the person
 */
export async function describeNotices(
  reader: NoticeReader,
  notices: readonly StoredNotice[],
  t: Translate,
): Promise<ShownNotice[]> {
  const ids = notices.flatMap(({ refId }) => refId ?? []);
  const names = await findReportNames(reader.accountId, ids);
  return notices.map((notice) => {
    const { id, kind, refId, reports, viewers, createdAt, readAt } = notice;
    const report = refId === null ? undefined : names.get(refId);
    return {
      id,
      sentence: t(`notifications.sentence.${kind}`, {
        doctor: report?.doctor ?? t('notifications.describeNotices.yourDoctor'),
        patient: report?.patient ?? t('notifications.describeNotices.yourPatient'),
        code: report?.code ?? '',
        reports: reports ?? 1,
        viewers: viewers ?? 0,
      }),
      href: noticePath(reader.role, notice),
      createdAt: createdAt.toISOString(),
      isRead: readAt !== null,
    };
  });
}
