import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { IconRosetteDiscountCheck, IconRosetteDiscountCheckOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
  /** Whether it stands now; null when the blockchain could not be asked. */
  valid: boolean | null;
  /** Since when, or from whom, that is known. */
  asked: ReactNode;
}

/** The seal: since when, and the three questions of whoever must trust the report. Never about its result. */
export function SealLine({ seal, issuedBy, compared, valid, asked }: SealLineProps) {
  const t = useTranslations();
  const whole = valid === true && compared;
  const Seal = valid === false ? IconRosetteDiscountCheckOff : IconRosetteDiscountCheck;
  return (
    <section
      className={classes['seal']}
      aria-label={t('reports.sealLine.whatTheBlockchainSays')}
      data-whole={whole ? true : undefined}
    >
      <p className={classes['line']}>
        <Seal size={26} aria-hidden="true" />
        <span>
          Sealed <ZonedTime at={seal.at} />, {seal.chainName} block {seal.block}
        </span>
      </p>
      <Answer
        question={t('reports.sealLine.isItOriginal')}
        answer={compared ? 'Yes' : 'Not compared now'}
      >
        {compared
          ? t('reports.sealLine.bitForBitTheFileWhose')
          : t('reports.sealLine.theStoredFileCouldNotBe')}
      </Answer>
      <Answer question={t('reports.sealLine.whoIssuedIt')} answer={issuedBy}>
        {t('reports.sealLine.signedWithTheClinicsKeyShortAddress', {
          shortAddress: shortAddress(seal.issuer),
        })}
      </Answer>
      <Answer
        question={t('reports.sealLine.isItStillValid')}
        answer={VALID_WORDS[String(valid)] ?? ''}
      >
        {valid === true && t('reports.sealLine.itHasBeenNeitherTakenBack')}
        {asked}
      </Answer>
    </section>
  );
}

const VALID_WORDS: Record<string, string> = { true: 'Yes', false: 'No', null: 'Not known now' };

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
        <Text component="span" c="dimmed" display="block" size="sm">
          {children}
        </Text>
      </div>
    </div>
  );
}
