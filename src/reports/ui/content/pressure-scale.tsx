import { ESH_2023, type EshCode } from '../../templates/blood-pressure-category';
import classes from './pressure-scale.module.css';

const STEPS = ESH_2023.toReversed();

/** Where a category stands among the six of ESH 2023: by place, word and colour. */
export function PressureScale({ category }: { category: EshCode }) {
  const at = STEPS.findIndex(({ code }) => code === category);
  return (
    <div
      role="img"
      aria-label={`Category ${at + 1} of ${STEPS.length}, from ${wordOf(STEPS[0])} to ${wordOf(STEPS.at(-1))}: ${wordOf(STEPS[at])}`}
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
          <span className={classes['name']}>{wordOf(step)}</span>
        </div>
      ))}
    </div>
  );
}

/** `Grade 1` of `Grade 1 hypertension`. */
function wordOf(step: (typeof STEPS)[number] | undefined): string {
  return step?.label.replace(' hypertension', '') ?? '';
}
