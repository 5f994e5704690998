import classes from './sealed-report-drawing.module.css';

/** Decoration: a report with a seal on it. */
export function SealedReportDrawing() {
  return (
    <svg className={classes['figure']} viewBox="0 0 300 240" aria-hidden="true">
      <rect className={classes['behind']} x="62" y="22" width="176" height="206" rx="10" />
      <rect className={classes['sheet']} x="48" y="12" width="176" height="206" rx="10" />
      <g className={classes['line']}>
        <path className={classes['title']} d="M70 40h74" />
        <path d="M70 60h118M70 74h96" />
        <path d="M70 176h84M70 190h56" />
      </g>
      <rect className={classes['band']} x="70" y="112" width="132" height="18" rx="3" />
      <path className={classes['grid']} d="M70 94h132M70 148h132" />
      <g className={classes['reading']}>
        <path d="M92 104v34M136 108v28M180 110v24" />
        <circle cx="92" cy="104" r="4" />
        <circle cx="136" cy="108" r="4" />
        <circle cx="180" cy="110" r="4" />
      </g>
      <circle className={classes['seal']} cx="218" cy="184" r="38" />
      <circle className={classes['rim']} cx="218" cy="184" r="31" />
      <g className={classes['anchor']} transform="translate(195 161) scale(1.44)">
        <circle cx="16" cy="8.6" r="2.6" />
        <path d="M16 11.2V25M11.5 15.2h9" />
        <path d="M6.8 18.2c.5 4.4 4.2 6.8 9.2 6.8s8.7-2.4 9.2-6.8" />
      </g>
    </svg>
  );
}
