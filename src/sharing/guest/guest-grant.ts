import type { Prisma } from '@/generated/prisma/client';

/** The relations to read with a guest's grant. */
export const withReport = { report: true } satisfies Prisma.GrantInclude;

/** A grant with its report. */
export type GuestGrant = Prisma.GrantGetPayload<{ include: typeof withReport }>;
