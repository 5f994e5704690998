import { z } from 'zod';
import { UploadKind, UploadState } from '@/generated/prisma/enums';
import { REFUSALS } from './refusals';

/** One file as its patient sees it. */
export const ownUploadSchema = z.object({
  id: z.string(),
  state: z.enum(UploadState),
  kind: z.enum(UploadKind),
  title: z.string(),
  takenOn: z.string().nullable(),
  note: z.string().nullable(),
  clinicMayLook: z.boolean(),
  /** ISO 8601. */
  announcedAt: z.string(),
  bytes: z.number(),
  mediaType: z.string().nullable(),
  pages: z.number().nullable(),
  isScanned: z.boolean().nullable(),
  hasPicture: z.boolean(),
  refusal: z.enum(REFUSALS).nullable(),
  /** The store has lost or altered it. */
  isDamaged: z.boolean(),
  /** Of the administrator who rejected it. */
  reason: z.string().nullable(),
});

/** One file as its patient sees it. */
export type OwnUpload = z.infer<typeof ownUploadSchema>;
