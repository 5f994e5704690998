import type { Sentence } from '@/messages/translator';
import { AppError } from '@/platform/errors';

/** Why a code was not accepted. */
export type CodeFault = 'wrong' | 'used' | 'clock-off';

const DETAIL: Record<CodeFault, Sentence> = {
  wrong: (t) => t('accounts.factors.codeWrong'),
  used: (t) => t('accounts.factors.codeUsed'),
  'clock-off': (t) => t('accounts.factors.clockOff'),
};

/** The refusal of a typed code, beside its field. */
export function codeRefusal(fault: CodeFault): AppError {
  const detail = DETAIL[fault];
  return new AppError('factor-wrong', { detail, fields: { code: detail } });
}
