import { useTranslations } from 'next-intl';
import { QrCode } from '@/components/qr-code';
import classes from './print-foot.module.css';

interface PrintFootProps {
  /** The report's 16 characters. */
  code: string;
  /** Where anybody can check its PDF. */
  verifyUrl: string;
}

/** On paper only: which report this is, and where its PDF can be checked. */
export function PrintFoot({ code, verifyUrl }: PrintFootProps) {
  const t = useTranslations();
  return (
    <div className={classes['foot']}>
      <QrCode text={verifyUrl} label={t('reports.printFoot.checkThisReport')} size={110} />
      <div>
        <p>
          Report code <strong>{code}</strong>
        </p>
        <p>
          Printed from MedAnchor. Paper proves nothing: ask for the PDF, and check it at{' '}
          {verifyUrl.replace(/^https?:\/\//, '').replace(/#.*$/, '')}.
        </p>
      </div>
    </div>
  );
}
