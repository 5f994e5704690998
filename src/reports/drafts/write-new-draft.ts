import { v7 as uuidv7 } from 'uuid';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { newReportCode } from '@/reports/frame/report-code';
import { ownerOf } from '@/reports/sealed/keyed-report';
import { sealTemplate } from '@/reports/sealed/report-template';
import { sealStaged, type StagedContent } from '@/reports/sealed/staged-content';
import { newDataKey, wrapDataKey } from '@/vault/data-key';
import { ensurePersonKey } from '@/vault/person-key';

/** Writes the row of a new draft, sealed from the beginning with a data key of its own. @returns its id */
export async function writeNewDraft(
  tx: Transaction,
  draft: {
    template: ReportTemplate;
    doctorId: string;
    patientId: string | null;
    amendsId: string | null;
    form: StagedContent['form'];
  },
): Promise<string> {
  const { template, form, ...people } = draft;
  const id = uuidv7();
  const dataKey = newDataKey();
  const { doctorId, patientId } = draft;
  const personKey = await ensurePersonKey(tx, ownerOf(draft));
  const context = { reportId: id, doctorId, patientId, contentHash: null };
  await tx.report.create({
    data: {
      id,
      ...people,
      code: newReportCode(),
      state: 'DRAFT',
      wrappedKey: wrapDataKey(dataKey, personKey, context),
      sealedTemplate: sealTemplate(dataKey, id, template),
      staged: { create: { sealed: sealStaged(dataKey, id, { form }) } },
    },
  });
  countAtCommit(tx, id);
  return id;
}
