import type { Prisma } from '@/generated/prisma/client';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';

/** The relations to read with a guest's grant. */
export const withReport = { report: { include: WITH_KEYS } } satisfies Prisma.GrantInclude;

/** A grant with its report. */
export type GuestGrant = Prisma.GrantGetPayload<{ include: typeof withReport }>;
