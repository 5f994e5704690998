import { useTranslations } from 'next-intl';
import { QrCode } from '@/components/qr-code';
import classes from './print-foot.module.css';

interface PrintFootProps {
  /** The report's 16 characters. */
  code: string;
  /** Where anyone can check its PDF. */
  verifyUrl: string;
}

/** The foot of a printed page: the report's code, and where its PDF can be checked. */
export function PrintFoot({ code, verifyUrl }: PrintFootProps) {
  const t = useTranslations();
  return (
    <div className={classes['foot']}>
      <QrCode text={verifyUrl} label={t('reports.printFoot.qrCode')} size={110} />
      <div>
        <p>
          {t.rich('reports.printFoot.code', {
            code,
            strong: (chunks) => <strong>{chunks}</strong>,
          })}
        </p>
        <p>
          {t('reports.printFoot.check', {
            address: verifyUrl.replace(/^https?:\/\//, '').replace(/#.*$/, ''),
          })}
        </p>
      </div>
    </div>
  );
}
