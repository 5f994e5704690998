import { z } from 'zod';
import { timeZoneSchema } from '@/platform/time/time-zone';

/** Which of the next seven days (UTC), and in which zone the mail names its hours. */
export const reminderRequestSchema = z.object({ date: z.iso.date(), timeZone: timeZoneSchema });

/** When the person is reminded, ISO 8601. */
export const reminderSchema = z.object({ remindsAt: z.iso.datetime() });
