import { emergencyReportSchema } from '@/sharing/emergency/emergency-report-schema';
import { readEmergencyReport } from '@/sharing/emergency/read-emergency-report';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { accessedReportParams } from '../../../access-params';

export const GET = defineRoute({
  summary: 'One of these reports with its proof. The blockchain is asked whether it is valid.',
  who: 'doctor',
  limit: CHAIN_LIMITS.document,
  params: accessedReportParams,
  answer: emergencyReportSchema,
  run: ({ actor, params }) => readEmergencyReport(actor, params.accessId, params.reportId),
});
