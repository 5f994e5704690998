import type { Translate } from '@/messages/translator';
import type { AccessLogEntry } from './access-log-entry';

/** Who did what a line of the access log is about, as its patient reads it. */
export function nameInLog({ who, name }: AccessLogEntry, t: Translate): string {
  if (who === 'you') return t('sharing.accessLog.you');
  if (who === 'system') return 'MedAnchor';
  if (who === 'stranger') return t('sharing.accessLog.stranger');
  return name ?? t('sharing.accessLog.formerAccount');
}
