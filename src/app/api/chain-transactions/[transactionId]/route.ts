import { readTransactionProgress } from '@/registry/calls/transaction-progress';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { transactionAnswerSchema } from '@/sharing/anchoring/prepared-transaction';
import { readRelay } from '@/sharing/anchoring/read-relay';
import { resumeTransaction } from '@/sharing/anchoring/resume-transaction';
import { CHAIN_LIMITS } from '../../chain-limits';
import { defineRoute } from '../../define-route';
import { transactionParams } from '../transaction-params';

export const GET = defineRoute({
  summary: 'Where a transaction is and, for its patient, the request while the wallet may send it.',
  who: 'signed-in',
  limit: CHAIN_LIMITS.progress,
  params: transactionParams,
  answer: transactionAnswerSchema,
  run: async ({ actor, params }) => {
    const progress = await readTransactionProgress(actor, params.transactionId);
    const [prepared, relay] = await Promise.all([
      resumeTransaction(actor, params.transactionId),
      readRelay(actor, params.transactionId),
    ]);
    return { ...progress, prepared, relay };
  },
});

export const DELETE = defineRoute({
  summary: 'The person declined in the wallet: gives the transaction up.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: transactionParams,
  run: ({ actor, params }) => cancelTransaction(actor, params.transactionId),
});
