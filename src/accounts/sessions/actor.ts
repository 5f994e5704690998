import type { AccountStatus, Role } from '@/generated/prisma/client';

/** The person of a session, as stored in the database at this request. */
export interface Actor {
  accountId: string;
  sessionId: string;
  role: Role;
  status: AccountStatus;
  displayName: string;
  email: string;
  /** The browser that makes this request, e.g. `Firefox on Windows`; null when it is unknown. */
  device: string | null;
}
