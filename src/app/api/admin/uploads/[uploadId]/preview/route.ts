import { lookAtUpload } from '@/records/uploads/open-upload';
import { defineRoute } from '../../../../define-route';
import { fileResponse } from '../../../../uploads/file-response';
import { uploadParams } from '../../../../uploads/upload-params';

export const GET = defineRoute({
  summary: 'What a checked file shows, where its patient has said that the clinic may look.',
  who: 'admin',
  limit: { calls: 240, minutes: 60 },
  params: uploadParams,
  file: 'application/octet-stream',
  run: async ({ actor, params }) => fileResponse(await lookAtUpload(actor, params.uploadId)),
});
