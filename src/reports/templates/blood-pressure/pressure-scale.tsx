import { useTranslations } from 'next-intl';
import { ESH_2023, type EshCode } from './categories';
import classes from './pressure-scale.module.css';

const STEPS = ESH_2023.toReversed();

/** Where a category stands among the six of ESH 2023: by place, word and colour. */
export function PressureScale({ category }: { category: EshCode }) {
  const t = useTranslations();
  const wordOf = (code: EshCode) => t(`templates.bloodPressure.eshShort.${code}`);
  const at = STEPS.findIndex(({ code }) => code === category);
  return (
    <div
      role="img"
      aria-label={t('templates.bloodPressure.scale', {
        at: at + 1,
        count: STEPS.length,
        lowest: wordOf('optimal'),
        highest: wordOf('grade-3'),
        category: wordOf(category),
      })}
      className={classes['scale']}
    >
      {STEPS.map((step) => (
        <div
          key={step.code}
          className={classes['step']}
          data-code={step.code}
          data-here={step.code === category ? true : undefined}
        >
          <span className={classes['bar']} />
          <span className={classes['name']}>{wordOf(step.code)}</span>
        </div>
      ))}
    </div>
  );
}
