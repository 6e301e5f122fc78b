import type { Series } from './series';

/** The definition of a filling, for the `fill` of what `fillOf` names. */
export function PatternFill({ id, series: { color, pattern = 'plain' } }: { id: string; series: Series }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={color} fillOpacity={grounds[pattern]} />
      {pattern === 'stripes' && <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke={color} strokeWidth="1.6" />}
      {pattern === 'grid' && <path d="M0 3h6M3 0v6" stroke={color} strokeWidth="1.2" />}
      {pattern === 'dots' && <circle cx="3" cy="3" r="1.5" fill={color} />}
    </pattern>
  );
}

const grounds = { plain: 1, stripes: 0.25, grid: 0.2, dots: 0.15, hollow: 0.08 };

/** A sample of the filling, for the legend. */
export function Swatch({ id, series }: { id: string; series: Series }) {
  return (
    <svg aria-hidden width="14" height="14" className="shrink-0">
      <defs>
        <PatternFill id={id} series={series} />
      </defs>
      <rect x="0.5" y="0.5" width="13" height="13" rx="2" fill={`url(#${id})`} stroke={series.color} />
    </svg>
  );
}
