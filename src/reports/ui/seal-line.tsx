import { useTranslations } from 'next-intl';
import { IconRosetteDiscountCheck, IconRosetteDiscountCheckOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Text } from '@/components/plain/text';
import { ZonedTime } from '@/components/zoned-time';
import { shortAddress } from '@/registry/contract/short-address';
import classes from './seal-line.module.css';

interface SealLineProps {
  seal: {
    /** ISO 8601. */
    at: string;
    block: number;
    chainName: string;
    /** The key that attested it, EIP-55. */
    issuer: string;
  };
  /** The doctor with the clinic, e.g. `Dr. A. Georgiou, Clinic North`. */
  issuedBy: string;
  /** Whether the stored file was compared with the blockchain for this page. */
  compared: boolean;
  /** Whether it is valid now; null when the blockchain could not be asked. */
  valid: boolean | null;
  /** When the blockchain was asked about that. */
  asked: ReactNode;
}

/** The seal of a report: when it was made, and whether the report is original and valid. Never about its result. */
export function SealLine({ seal, issuedBy, compared, valid, asked }: SealLineProps) {
  const t = useTranslations();
  const whole = valid === true && compared;
  const Seal = valid === false ? IconRosetteDiscountCheckOff : IconRosetteDiscountCheck;
  return (
    <section
      className={classes['seal']}
      aria-label={t('reports.sealLine.label')}
      data-whole={whole ? true : undefined}
    >
      <p className={classes['line']}>
        <Seal size={26} aria-hidden="true" />
        <span>
          {t.rich('reports.sealLine.sealed', {
            chain: seal.chainName,
            block: seal.block,
            time: () => <ZonedTime at={seal.at} />,
          })}
        </span>
      </p>
      <Answer
        question={t('reports.sealLine.isOriginalQuestion')}
        answer={
          compared ? t('reports.sealLine.comparedAnswer') : t('reports.sealLine.notComparedAnswer')
        }
      >
        {compared ? t('reports.sealLine.original') : t('reports.sealLine.notCompared')}
      </Answer>
      <Answer question={t('reports.sealLine.issuerQuestion')} answer={issuedBy}>
        {t('reports.sealLine.signedWith', {
          shortAddress: shortAddress(seal.issuer),
        })}
      </Answer>
      <Answer
        question={t('reports.sealLine.isValidQuestion')}
        answer={t(`reports.sealLine.valid.${validAnswer(valid)}`)}
      >
        {valid === true && `${t('reports.sealLine.stillValid')} `}
        {asked}
      </Answer>
    </section>
  );
}

function validAnswer(valid: boolean | null): 'yes' | 'no' | 'notAsked' {
  if (valid === null) return 'notAsked';
  return valid ? 'yes' : 'no';
}

interface AnswerProps {
  question: string;
  answer: string;
  children: ReactNode;
}

function Answer({ question, answer, children }: AnswerProps) {
  return (
    <div className={classes['answer']}>
      <h2 className={classes['question']}>{question}</h2>
      <div>
        <Text component="span" fw={650} className={classes['word']}>
          {answer}
        </Text>
        <Text component="span" c="dimmed" style={{ display: 'block' }} size="sm">
          {children}
        </Text>
      </div>
    </div>
  );
}
