import type { DataClass } from '@/audit/policy/data-class';

/** How confidential a report of this kind is at least. An infection that others may shun a person for. */
export const COVID19_CLASS = 'R' satisfies DataClass;
