import { expect, test } from '@playwright/test';
import { PAYER } from './support/demo-wallet-steps';
import { beginReport, fillHba1c } from './support/doctor-steps';
import { walkWholePath } from './support/whole-path';
import { t } from '../support/messages/english';

test('an HbA1c report, from the doctor’s form to a guest’s screen', async ({ browser }) => {
  await walkWholePath(browser, {
    patientName: 'Ömer Faruk Yıldız',
    payer: PAYER.hba1c,
    guest: 'diabetes.nurse@clinic-south.example',
    begin: (page) => beginReport(page, 'HBA1C'),
    fill: fillHba1c,
    expectContent: async (report) => {
      await expect(report).toContainText('58 mmol/mol 7.5 %');
      await expect(report).toContainText(t('templates.hba1c.ada.diabetes'));
      await expect(report).toContainText('At most 53 mmol/mol (7.0 %)');
      await expect(report).toContainText('Metformin 850 mg');
      await expect(report).toContainText(t('templates.hba1c.oneTestIsNoDiagnosis'));
    },
    printed: '58 mmol/mol (7.5 %)',
  });
});
