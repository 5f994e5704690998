import { removeUpload } from '@/records/uploads/remove-upload';
import { defineRoute } from '../../define-route';
import { uploadParams } from '../upload-params';

export const DELETE = defineRoute({
  summary: 'Removes a file that the patient has brought.',
  who: 'patient',
  params: uploadParams,
  run: ({ actor, params }) => removeUpload(actor, params.uploadId),
});
