import { MAX_FILE_BYTES } from '@/records/uploads/upload-limits';
import { receiveUpload } from '@/records/uploads/receive-upload';
import { defineRoute } from '../../../define-route';
import { streamBody } from '../../../read-body';
import { uploadParams } from '../../upload-params';

export const PUT = defineRoute({
  summary: 'Sends the file that was announced; its bytes are the body.',
  who: 'patient',
  limit: { calls: 120, minutes: 60 },
  params: uploadParams,
  run: ({ actor, params, request }) =>
    receiveUpload(actor, params.uploadId, streamBody(request, MAX_FILE_BYTES)),
});
