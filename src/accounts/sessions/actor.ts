import type { AccountStatus, Role } from '@/generated/prisma/client';

/** The person behind a session, as the database knows them at this request. */
export interface Actor {
  accountId: string;
  sessionId: string;
  role: Role;
  status: AccountStatus;
  displayName: string;
  email: string;
  /** The browser that makes this request, e.g. `Firefox on Windows`; null when it does not say. */
  device: string | null;
}
