import type { z } from 'zod';
import type { DataClass } from '@/audit/policy/data-class';
import type { ReportTemplate, Role } from '@/generated/prisma/enums';
import type { MessageKey, Sentence, Translate } from '@/messages/translator';
import type { BundleReader } from '@/reports/fhir/bundle-reader';
import type { ReportFrame } from '@/reports/frame/report-frame';
import type { TestParts } from '../fhir/bundle-frame';
import type { Coding } from '../fhir/coding';
import type { Part, Sheet } from '../pdf/sheet';
import type { IdentityDocument } from './identity-document';
import type { Row } from '@/reports/frame/row';

/** The fields that every form has. */
export interface CommonForm {
  /** Day of the examination, `YYYY-MM-DD`. */
  date: string;
  remarks: string;
  /** HL7 v3 Confidentiality: the class of its kind, or a higher one. */
  confidentiality: string;
  confirmedUnusual: boolean;
}

/** The key of a template's title. */
export type TitleKey = Extract<MessageKey, `templates.${string}.title`>;

/** The form of a kind of report. */
export interface TemplateForm<Form extends CommonForm, Draft extends CommonForm> {
  title: TitleKey;
  /** How confidential this kind of report is at least. */
  class: DataClass;
  /** The complete form. */
  schema: z.ZodType<Form>;
  /** The form as typed: any part of it may be missing or wrong. */
  draftSchema: z.ZodType<Draft>;
  emptyForm: Draft;
  /** Sentences about what is typed so far, possible but unusual, for the writer to confirm. */
  unusual: (draft: Draft) => Sentence[];
}

/** A kind of report. */
export interface Template<
  Id extends ReportTemplate,
  Form extends CommonForm,
  Draft extends CommonForm,
> extends TemplateForm<Form, Draft> {
  id: Id;
  codes: {
    /** The kind of document (LOINC, scale Doc). */
    document: Coding;
    /** The kind of section in which the results stand (LOINC). */
    section: Coding;
    /** HL7 table 0074, diagnostic service section. */
    service: Coding;
  };
  writtenBy: Role;
  /** Which of the patient's details its purpose needs beside name and date of birth (decision 088). */
  patientDetails: readonly ('gender' | 'bloodGroup')[];
  /** The identity document that the form names. */
  identity?: (form: Form) => IdentityDocument | null;
  /** Fields that were read from a clock: name → ISO 8601 with an offset. */
  moments?: (form: Form) => Readonly<Record<string, string>>;
  /** The test information line by line, without the remarks. */
  describe: (form: Form, t: Translate) => Row[];
  /** What the form contributes to the FHIR document. */
  toFhir: (frame: ReportFrame, form: Form, t: Translate) => TestParts;
  /** What the PDF shows below the lines of `describe`. */
  drawPdf?: (sheet: Sheet, parent: Part, form: Form, t: Translate) => void;
  /**
   * Reads what `toFhir` wrote, for the reading page.
   * @throws Error, z.ZodError when something is missing
   */
  read: (bundle: BundleReader) => { kind: Id };
}

/** Declares a kind of report, one folder of `templates/`; `templates.ts` lists them all. */
export function defineTemplate<
  Id extends ReportTemplate,
  Form extends CommonForm,
  Draft extends CommonForm,
>(template: Template<Id, Form, Draft>): Template<Id, Form, Draft> {
  return template;
}
