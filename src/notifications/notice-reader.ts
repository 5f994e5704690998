import type { Role } from '@/generated/prisma/enums';

/** Whose notices they are, and as what this person reads them. */
export interface NoticeReader {
  accountId: string;
  role: Role;
}
