import { describe, expect, it } from 'vitest';
import { ReportTemplate } from '@/generated/prisma/enums';
import { showReport } from '@/reports/content/show-report';
import { templateOf } from '@/reports/sealed/report-template';
import { createDoctor, createPatient } from '../../../support/people/factories';
import { createApprovedReport, reportRow } from '../../../support/reports/report-factories';

describe.each(Object.values(ReportTemplate))('a report of the kind %s', (template) => {
  it('is written, sent and approved, and its reader gets it from its own PDF', async () => {
    const doctor = await createDoctor();
    const patient = await createPatient();
    const reportId = await createApprovedReport({ doctor, patient, template });
    const row = await reportRow(reportId);
    expect([templateOf(row), row.state]).toEqual([template, 'APPROVED']);
    for (const { actor } of [doctor, patient]) {
      const content = await showReport(actor, reportId);
      expect(content?.patient.name).toBe(patient.actor.displayName);
      expect(content?.findings.kind).toBe(template);
      expect(content?.remarks).not.toBe('');
    }
  });
});
