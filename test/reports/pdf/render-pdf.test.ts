import { describe, expect, it } from 'vitest';
import { AppError } from '@/platform/errors';
import { contentHash } from '@/reports/sealed/content-hash';
import { describeDoctor, describePatient } from '@/reports/documents/describe-people';
import { reportBundle } from '@/reports/documents/report-bundle';
import { renderPdf } from '@/reports/documents/render-pdf';
import { describeForm } from '@/reports/templates/templates';
import { readPdf } from '../../support/reports/read-pdf';
import {
  bloodPressureDocument,
  covid19Document,
  hba1cDocument,
} from '../../support/reports/report-documents';
import { t } from '../../support/messages/english';

const LETTERS = {
  turkish: 'ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ abcçdefgğhıijklmnoöprsştuüvyz',
  greek: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρσςτυφχψω άέήίόύώϊϋΐΰ',
  cyrillic: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя їієґЇІЄҐ',
  latin: 'ÅåÆæØøßÑñŁłŐőŰűŽžČčĐđÞþŢţȘșǦǧ ẤấỆệỮữ',
};

describe.each([
  ['blood pressure', bloodPressureDocument()],
  ['COVID-19', covid19Document()],
  ['HbA1c', hba1cDocument()],
])('the PDF of a %s report', (_, document) => {
  it('shows the whole content of the report on one page', async () => {
    const { pages } = await readPdf(await renderPdf(document));
    expect(pages).toHaveLength(1);
    const rows = [
      ...describePatient(document, t),
      ...describeDoctor(document.doctor, t),
      ...describeForm(document, t),
    ];
    for (const { label, value } of rows) {
      expect(pages[0]).toContain(label);
      expect(pages[0]).toContain(value);
    }
    for (const line of document.form.remarks.split('\n')) expect(pages[0]).toContain(line);
    expect(pages[0]).toContain('Report code 1A4Y3JWDLHPRY31M');
    expect(pages[0]).toContain('4 March 2026, 14:15 (Asia/Nicosia, UTC+02:00)');
    expect(pages[0]).toContain('Page 1 of 1');
    expect(pages[0]).not.toContain(t('reports.pdf.preview'));
    // A glyph that is missing reads back as one of these.
    expect(pages[0]).not.toMatch(/[\u0000\ufffd]/);
  });

  it('gives screen readers its title, language and structure', async () => {
    const { title, language, isTagged, roles } = await readPdf(await renderPdf(document));
    expect(title).toContain('report 1A4Y3JWDLHPRY31M');
    expect(title).not.toContain(document.patient.name);
    expect(language).toBe('en');
    expect(isTagged).toBe(true);
    expect(roles[0]).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'Table', 'TH', 'TD']));
    expect(roles[0]?.filter((role) => role === 'H1')).toHaveLength(1);
  });

  it('carries the FHIR document and the random bytes', async () => {
    const { attachments } = await readPdf(await renderPdf(document));
    const bundle: unknown = JSON.parse(
      new TextDecoder().decode(attachments.get('report.fhir.json')),
    );
    expect(bundle).toEqual(reportBundle(document));
    expect(attachments.get('salt.bin')).toEqual(document.salt);
  });

  it('is the same for the same report, and another for another salt', async () => {
    const hash = async (salt: Uint8Array) => contentHash(await renderPdf({ ...document, salt }));
    expect(await hash(document.salt)).toEqual(await hash(document.salt));
    expect(await hash(document.salt)).not.toEqual(await hash(new Uint8Array(32)));
  });

  it('is marked on every page while it is a preview', async () => {
    const remarks = 'A long remark. '.repeat(600);
    const form = { ...document.form, remarks };
    const preview = { ...document, form, preview: true } as typeof document;
    const { pages } = await readPdf(await renderPdf(preview));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain(t('reports.pdf.previewMark'));
  });
});

describe('the patient in a PDF', () => {
  it('is for a border the name, the birth date and the document, and no more', async () => {
    const { pages } = await readPdf(await renderPdf(covid19Document()));
    expect(pages[0]).toContain('Passport number U 1234567');
    for (const surplus of [
      t('reports.people.bloodGroup'),
      t('reports.people.gender'),
      'aysegul@example.org',
    ]) {
      expect(pages[0]).not.toContain(surplus);
    }
  });

  it('names no document where none was stated', async () => {
    const none = covid19Document({ identityType: '', identityNumber: '' });
    const { pages } = await readPdf(await renderPdf(none));
    expect(pages[0]).not.toMatch(/passport|identity/i);
  });

  it('is for clinicians also gender and blood group, but no e-mail address', async () => {
    const { pages } = await readPdf(await renderPdf(bloodPressureDocument()));
    expect(pages[0]).toContain(
      `${t('reports.people.bloodGroup')} ${t('reports.people.bloodGroups.A_POSITIVE')}`,
    );
    expect(pages[0]).not.toContain('aysegul@example.org');
  });

  it('is titled “Blood pressure” whatever the readings are', async () => {
    const low = { systolic: 112, diastolic: 72, pulse: null };
    const document = bloodPressureDocument({ measurements: { a: low, b: low, c: low } });
    const { pages, title } = await readPdf(await renderPdf(document));
    expect(title).toBe('Blood pressure report 1A4Y3JWDLHPRY31M');
    expect(pages[0]).not.toMatch(/high blood pressure/i);
  });
});

describe('long remarks', () => {
  it('flow to further pages, each with code, patient and number', async () => {
    const lines = Array.from({ length: 90 }, (_, at) => `Remark ${at + 1} is about the evening.`);
    const { pages, roles } = await readPdf(
      await renderPdf(bloodPressureDocument({ remarks: lines.join('\n') })),
    );
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(pages.filter((page) => page.includes(line))).toHaveLength(1);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(page).toContain('1A4Y3JWDLHPRY31M');
      expect(page).toContain('Ayşegül Çağlar');
      expect(roles[at]).toContain('P');
    }
    expect(pages.at(-1)).toContain(t('reports.people.licenceNumber'));
  });

  it('flow even as a single paragraph or a single endless word', async () => {
    const paragraph = await readPdf(
      await renderPdf(covid19Document({ remarks: 'All in one breath, '.repeat(520) })),
    );
    expect(paragraph.pages.join(' ').match(/breath/g)).toHaveLength(520);
    const word = await readPdf(await renderPdf(covid19Document({ remarks: 'W'.repeat(9_000) })));
    expect(word.pages.join('').match(/W{9}/g)?.length).toBeGreaterThan(900);
  });
});

function noRefusal(): never {
  throw new Error('It was not refused');
}

function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

describe('letters', () => {
  it('are those of the document, whatever was rendered before', async () => {
    // A glyph with an accent is made of the glyph without.
    await renderPdf(covid19Document({ remarks: 'Ǿ ǻ ǽ ῴ ẁ' }));
    const { pages } = await readPdf(await renderPdf(covid19Document({ remarks: 'Ø å æ ῳ w' })));
    expect(pages[0]).toContain('Ø å æ ῳ w');
  });

  it.each(Object.entries(LETTERS))('of %s are drawn and read back', async (_, letters) => {
    const document = covid19Document(
      { remarks: letters },
      { doctor: { ...covid19Document().doctor, clinic: letters.slice(0, 60) } },
    );
    const { pages } = await readPdf(await renderPdf(document));
    expect(pages[0]).toContain(letters);
  });

  it.each([
    'BP ≥140 → grade 1, ≤ 130 ↑ ↓ ✓ ±5',
    '✓ seen, ✗ not seen, ☐ open, ☑ done, ⚠ allergy',
    '≈ ≠ ∞ ∑ √ ½ ¼ mg °C ‰ ♀ ♂ ⇒ ↔ • … – — “ ” ₂ ⁺',
    '→→→',
  ])('and medical shorthand are drawn and read back: %s', async (text) => {
    const document = bloodPressureDocument({ remarks: text, medication: text });
    const { pages } = await readPdf(await renderPdf(document));
    expect(pages[0]?.split(text)).toHaveLength(3);
    expect(pages[0]).not.toMatch(/[\u0000\ufffd]/);
    expect(contentHash(await renderPdf(document))).toEqual(contentHash(await renderPdf(document)));
  });

  it('wrap with signs among them, and long ones flow to further pages', async () => {
    const remarks = 'Systolic ≥ 140 → refer; diastolic ≤ 90 ✓ '.repeat(220);
    const { pages } = await readPdf(await renderPdf(covid19Document({ remarks })));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join(' ').match(/≥ 140 → refer/g)?.length).toBeGreaterThan(200);
  });

  it.each(['Well \ufffd done', 'Half \ud83d a letter'])(
    'that stand for lost ones are refused: %j',
    async (remarks) => {
      const refusal = renderPdf(covid19Document({ remarks }));
      const { code, fields } = await refusal.then(noRefusal, refusalOf);
      expect(code).toBe('undrawable-character');
      expect(fields?.['remarks']?.(t)).toBe(t('validation.lostCharacter'));
    },
  );

  it.each([
    ['remarks', '“😀” (U+1F600)', covid19Document({ remarks: 'Well 😀' })],
    ['medication', '“薬” (U+85AC)', bloodPressureDocument({ medication: '薬' })],
    ['otherReason', '“ع” (U+0639)', covid19Document({ reason: 'other', otherReason: 'ع' })],
    ['otherSymptoms', 'U+0007', covid19Document({ otherSymptoms: 'a\u0007' })],
    [
      'patient.name',
      '“א” (U+05D0)',
      covid19Document({}, { patient: { ...covid19Document().patient, name: 'א' } }),
    ],
    [
      'doctor.clinic',
      '“北” (U+5317)',
      covid19Document({}, { doctor: { ...covid19Document().doctor, clinic: '北京' } }),
    ],
  ])('that cannot be drawn are refused at %s: %s', async (field, named, document) => {
    const refusal = await renderPdf(document).then(noRefusal, refusalOf);
    expect(refusal.code).toBe('undrawable-character');
    expect(Object.keys(refusal.fields ?? {})).toEqual([field]);
    expect(refusal.fields?.[field]?.(t)).toContain(named);
  });
});
