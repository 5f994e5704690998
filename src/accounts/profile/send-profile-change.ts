import { notMeAction } from '@/accounts/notices/not-me-action';
import { originText } from '@/accounts/notices/origin-text';
import type { ProfileChange } from '@/generated/prisma/client';
import type { JobHandler } from '@/jobs/job-kinds';
import { translatorOf, type Translate } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { readPersonTexts } from '@/vault/person-texts';
import { formatPartialDate } from '@/platform/time/partial-date';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import {
  PROFILE_FIELDS,
  profileFieldsSchema,
  withWorkplace,
  type ProfileFields,
} from './profile-fields';
import { readProfile } from './read-profile';

/** Mails a person that their name or birth date was corrected, and how, or that their request was declined. */
export const sendProfileChange: JobHandler<'mail-profile-change'> = async (
  { changeId, device },
  job,
) => {
  const change = await database().profileChange.findUnique({
    where: { id: changeId },
    include: { account: true },
  });
  if (change?.decidedAt == null) return;
  const { account, decidedAt } = change;
  const textOf = await readPersonTexts(database(), [account.id]);
  const answer = textOf(account.id, `profile-change/${changeId}/answer`, change.sealedAnswer);
  const t = translatorOf(job.locale);
  const mail = { to: account.email, reason: t('accounts.securityNotice.reason') };
  const reader = { role: account.role, group: 'security' } as const;
  const profile = { path: `${PORTAL_OF[account.role]}/profile` };
  if (change.state === 'DECLINED') {
    await sendNoticeMail(job, reader, {
      ...mail,
      subject: t('accounts.profileMail.declined.subject'),
      paragraphs: [
        t('accounts.profileMail.declined.body'),
        ...(await describeWish(change, t)),
        t('accounts.profileMail.why', { reason: answer ?? '' }),
        t('accounts.profileMail.declined.again'),
      ],
      action: { label: t('accounts.profileMail.action'), ...profile },
    });
    return;
  }
  const isOwn = change.decidedById === account.id;
  const at = decidedAt.toISOString();
  await sendNoticeMail(job, reader, {
    ...mail,
    subject: t('accounts.profileMail.corrected.subject'),
    paragraphs: [
      ...(isOwn
        ? [t('accounts.profileMail.corrected.own'), originText({ at, device }, account.timeZone, t)]
        : [t('accounts.profileMail.corrected.byAdministrator')]),
      ...describeChange(change, t),
      ...(answer === null ? [] : [t('accounts.profileMail.why', { reason: answer })]),
      t('accounts.profileMail.corrected.reports'),
    ],
    action: isOwn
      ? await notMeAction(account.id, t)
      : { label: t('accounts.profileMail.action'), ...profile },
  });
};

/** One line for each thing that changed: what was there, and what is there now. */
function describeChange(
  { former, wanted }: { former: unknown; wanted: unknown },
  t: Translate,
): string[] {
  const before = profileFieldsSchema.parse(former);
  const after = profileFieldsSchema.parse(wanted);
  return PROFILE_FIELDS.filter((field) => before[field] !== after[field]).map((field) =>
    t('accounts.profileMail.line', {
      what: t(`accounts.profile.fields.${field}`),
      before: shown(field, before, t),
      after: shown(field, after, t),
    }),
  );
}

/** What a declined request would have changed, as lines of the same kind. */
async function describeWish(change: ProfileChange, t: Translate): Promise<string[]> {
  const { fields: former } = await readProfile(database(), change.accountId);
  const wish = profileFieldsSchema.parse(change.wanted);
  return describeChange({ former, wanted: withWorkplace(wish, former) }, t);
}

function shown(field: keyof ProfileFields, fields: ProfileFields, t: Translate): string {
  const value = fields[field];
  if (value === null) return t('accounts.profile.none');
  return field === 'birthDate' ? formatPartialDate(value, t) : value;
}
