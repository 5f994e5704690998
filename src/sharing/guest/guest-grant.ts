import type { Prisma } from '@/generated/prisma/client';

/** What is read of a grant for its guest. */
export const withReport = { report: true } satisfies Prisma.GrantInclude;

/** A grant with the report that it opens. */
export type GuestGrant = Prisma.GrantGetPayload<{ include: typeof withReport }>;
