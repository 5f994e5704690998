import { decideUpload, uploadDecision } from '@/records/uploads/decide-upload';
import { defineRoute } from '../../../../define-route';
import { uploadParams } from '../../../../uploads/upload-params';

export const POST = defineRoute({
  summary: 'Approves or rejects a checked file that a patient has brought.',
  who: 'admin',
  params: uploadParams,
  body: uploadDecision,
  run: ({ actor, params, body }) => decideUpload(actor, params.uploadId, body),
});
