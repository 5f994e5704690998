import { z } from 'zod';
import { announceUpload, announcementSchema } from '@/records/uploads/announce-upload';
import { listOwnUploads } from '@/records/uploads/list-own-uploads';
import { ownUploadSchema } from '@/records/uploads/own-upload-schema';
import { defineRoute } from '../define-route';

export const GET = defineRoute({
  summary: 'The files that the patient has brought.',
  who: 'patient',
  answer: z.array(ownUploadSchema),
  run: ({ actor }) => listOwnUploads(actor),
});

export const POST = defineRoute({
  summary: 'Announces a file: what it is, how long, and what the patient types about it.',
  who: 'patient',
  limit: { calls: 120, minutes: 60 },
  body: announcementSchema,
  answer: z.object({ id: z.uuid() }),
  run: ({ actor, body }) => announceUpload(actor, body),
});
