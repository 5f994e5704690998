import { recordEmergencyCopy } from '@/sharing/emergency/read-emergency-report';
import { CHAIN_LIMITS } from '../../../../../chain-limits';
import { defineRoute } from '../../../../../define-route';
import { accessedReportParams } from '../../../../access-params';

export const POST = defineRoute({
  summary: 'Records that the doctor saved the PDF of such a report.',
  who: 'doctor',
  limit: CHAIN_LIMITS.document,
  params: accessedReportParams,
  run: ({ actor, params }) => recordEmergencyCopy(actor, params.accessId, params.reportId),
});
