import type { Actor } from '@/accounts/sessions/actor';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { AppError } from '@/platform/errors';
import { TEMPLATES } from '@/reports/templates/templates';

/**
 * Refuses everyone whose role does not write this kind of report.
 * @throws AppError forbidden
 */
export function requireWriter({ role }: Pick<Actor, 'role'>, template: ReportTemplate): void {
  if (role !== TEMPLATES[template].writtenBy) throw new AppError('forbidden');
}
