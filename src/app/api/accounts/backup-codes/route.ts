import { z } from 'zod';
import { createBackupCodes } from '@/accounts/factors/backup-codes/create-backup-codes';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Makes ten single-use backup codes in the place of those before; they are shown once.',
  who: 'signed-in',
  limit: { calls: 10, minutes: 15 },
  answer: z.object({ codes: z.array(z.string()) }),
  run: async ({ actor }) => ({ codes: await createBackupCodes(actor) }),
});
