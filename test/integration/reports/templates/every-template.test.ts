import { describe, expect, it } from 'vitest';
import { classesFrom } from '@/audit/policy/data-class';
import { ReportTemplate } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { showReport } from '@/reports/content/show-report';
import { readDraftForm } from '@/reports/drafts/read-draft-form';
import { amendReport } from '@/reports/drafts/amend-report';
import { requireDataKey, WITH_KEYS } from '@/reports/sealed/keyed-report';
import { dataClassOf, sealTemplate, templateOf } from '@/reports/sealed/report-template';
import { requireStaged } from '@/reports/sealed/staged-content';
import { completeForm, TEMPLATES } from '@/reports/templates/templates';
import { createDoctor, createPatient } from '../../../support/people/factories';
import {
  createApprovedReport,
  createRejectedReport,
  reportRow,
} from '../../../support/reports/report-factories';

describe.each(Object.values(ReportTemplate))('a report of the kind %s', (template) => {
  const lowest = TEMPLATES[template].class;

  it('is written, sent and approved, and its reader gets it from its own PDF', async () => {
    const doctor = await createDoctor();
    const patient = await createPatient();
    const reportId = await createApprovedReport({ doctor, patient, template });
    const row = await reportRow(reportId);
    expect([templateOf(row), row.state]).toEqual([template, 'APPROVED']);
    expect(dataClassOf(row)).toBe(lowest);
    for (const { actor } of [doctor, patient]) {
      const content = await showReport(actor, reportId);
      expect(content?.patient.name).toBe(patient.actor.displayName);
      expect(content?.findings.kind).toBe(template);
      expect(content?.confidentiality).toBe(lowest);
      expect(content?.remarks).not.toBe('');
    }
  });

  it('may be more confidential than its kind, never less, and is of its kind where nothing was chosen', async () => {
    const doctor = await createDoctor();
    const patient = await createPatient();
    const form = { confidentiality: 'V' };
    const reportId = await createRejectedReport({ doctor, patient, template, form });
    const row = await reportRow(reportId);
    expect(dataClassOf(row)).toBe('V');
    // A correction is as confidential as what it corrects.
    const { reportId: draftId } = await amendReport(doctor.actor, reportId);
    const draft = await database().report.findUniqueOrThrow({
      where: { id: draftId },
      include: { staged: true, ...WITH_KEYS },
    });
    const typed = readDraftForm(template, requireStaged(draft).form);
    expect(typed.form.confidentiality).toBe('V');

    const fields = Object.entries(typed.form).filter(([name]) => name !== 'confidentiality');
    const old = Object.fromEntries(fields);
    expect(completeForm(template, old)).toMatchObject({
      filled: { form: { confidentiality: lowest } },
    });
    for (const confidentiality of ['N', 'R', 'V'] as const) {
      const { success } = completeForm(template, { ...old, confidentiality });
      expect(success).toBe(classesFrom(lowest).includes(confidentiality));
    }
  });

  it('has a class that nobody reads in the database, restricted in rows from before there were classes', async () => {
    const doctor = await createDoctor();
    const patient = await createPatient();
    const row = await reportRow(await createApprovedReport({ doctor, patient, template }));
    const key = requireDataKey(row);
    const seals = (['N', 'R', 'V', undefined] as const).map((one) =>
      sealTemplate(key, row.id, template, one),
    );
    expect(new Set(seals.map(({ length }) => length)).size).toBe(1);
    expect(dataClassOf({ ...row, sealedTemplate: seals[3] ?? null })).toBe('R');
    expect(dataClassOf({ ...row, wrappedKey: null })).toBeNull();
  });
});
