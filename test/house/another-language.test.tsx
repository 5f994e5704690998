import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ZonedTime } from '@/components/zoned-time';
import { requestLocale } from '@/messages/request-locale';
import { translatorOf, type MessageKey } from '@/messages/translator';
import { ApiProblem, problemMessage } from '@/platform/http/call-api';
import { fieldErrors } from '@/platform/http/field-errors';
import { formatDay } from '@/platform/time/format-time';
import { usdText } from '@/registry/fees/fee-text';
import { WalletError } from '@/registry/wallet/wallet-errors';
import { renderPdf } from '@/reports/documents/render-pdf';
import { BloodPressureBody } from '@/reports/templates/blood-pressure/body';
import { renderIn } from '../support/messages/in-english';
import {
  addPseudoLanguage,
  removeEnglish,
  withoutPseudo,
} from '../support/messages/pseudo-language';
import { bloodPressureContent } from '../support/reports/blood-pressure-content';
import { readPdf } from '../support/reports/read-pdf';
import { bloodPressureDocument } from '../support/reports/report-documents';

const PSEUDO = addPseudoLanguage();
// Whatever still asks for an English sentence writes to the console, and so fails.
removeEnglish();
const t = translatorOf(PSEUDO);

/** The words that a reader of a component sees. */
function wordsIn(html: string): string {
  return html.replaceAll(/<style.*?<\/style>/gs, '').replaceAll(/<[^>]+>/g, ' ');
}

describe('a language that has a catalogue', () => {
  it('is chosen by a request for it', () => {
    expect(requestLocale('eo, en;q=0.5')).toBe(PSEUDO);
    expect(requestLocale('fr, en;q=0.5')).toBe('en');
  });

  it('is that of every word of a PDF that the report does not contain', async () => {
    const document = bloodPressureDocument({}, { locale: PSEUDO });
    const { pages, title, language } = await readPdf(await renderPdf(document));
    expect(language).toBe(PSEUDO);
    expect(withoutPseudo(String(title))).toBe('');
    const { patient, doctor, form, code } = document;
    const own = [
      patient.name,
      doctor.name,
      doctor.clinic,
      doctor.licenceNumber,
      doctor.email,
      code,
    ];
    const values = [...own, form.remarks.replaceAll('\n', ' '), 'Amlodipine 5 mg, once a day'];
    const rest = values.reduce(
      (text, value) => text.replaceAll(value, ''),
      withoutPseudo(pages[0] ?? ''),
    );
    // Besides the days there are only the letters of the three readings.
    expect(rest.match(/\p{L}{2,}/gu)).toEqual([
      'Marto',
      'Asia',
      'Nicosia',
      'UTC',
      'Marto',
      'Marto',
    ]);
  });

  it('is that of every word of a component', () => {
    const readings = {
      a: { systolic: 181, diastolic: 98 },
      b: { systolic: 150, diastolic: 94 },
      c: { systolic: 147, diastolic: 92 },
    };
    const html = renderIn(
      PSEUDO,
      <MantineProvider>
        <BloodPressureBody findings={bloodPressureContent(readings, t)} />
      </MantineProvider>,
    );
    const words = wordsIn(html);
    expect(words).toContain(t('templates.bloodPressure.actAtOnce'));
    expect(words).toContain('2026-Marto-4');
    expect(withoutPseudo(words).match(/\p{L}{2,}/gu)).toBeNull();
  });

  it('is that of what a form refuses', () => {
    const schema = z.object({
      name: z.string().min(2),
      age: z.number().max(1_234),
      note: z.string('templates.bloodPressure.noneStated' satisfies MessageKey),
    });
    const { error } = schema.safeParse({ name: '', age: 2_000 });
    if (error === undefined) throw new Error('The form was accepted');
    const sentences = Object.entries(fieldErrors(error)).map(([field, wrong]) => [field, wrong(t)]);
    expect(Object.fromEntries(sentences)).toEqual({
      name: t('validation.atLeastCharacters', { minimum: 2 }),
      age: t('validation.tooLarge', { maximum: 1_234 }),
      note: t('templates.bloodPressure.noneStated'),
    });
    for (const [, sentence = ''] of sentences) expect(withoutPseudo(sentence)).toBe('');
  });

  it('is that of what a call of the browser or a wallet refuses', () => {
    const problem = new ApiProblem('offline', (translate) => translate('platform.callApi.offline'));
    expect(problemMessage(problem, t)).toBe(t('platform.callApi.offline'));
    // For the log, where the English sentence is missing.
    expect(problem.message).toBe('platform.callApi.offline');
    const refusal = new WalletError('rejected', { question: 'signature' });
    expect(withoutPseudo(refusal.sentence(t))).toBe('');
    expect(refusal.message).toBe('registry.walletErrors.signature-rejected');
  });

  it('writes dates, numbers and money in its own way', () => {
    expect(formatDay('2026-03-04', t)).toBe('2026-Marto-4');
    expect(t('validation.tooLarge', { maximum: 12_345 })).toMatch(/12\s345/);
    expect(usdText(12_345.5, t)).toMatch(/12\s345,50/);
    expect(wordsIn(renderIn(PSEUDO, <ZonedTime at="2026-03-04T12:15:30Z" dateOnly />))).toContain(
      '2026-Mar-04',
    );
  });
});
