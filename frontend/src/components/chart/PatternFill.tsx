import type { Series } from './series';

/** The definition of a filling: the hue with a fine texture in it, so that neighbours differ without colour, too. */
export function PatternFill({ id, series: { color, pattern = 'plain' } }: { id: string; series: Series }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={color} fillOpacity={pattern === 'hollow' ? 0.3 : 1} />
      <g stroke="var(--card)" strokeOpacity="0.5">
        {pattern === 'stripes' && <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" strokeWidth="1.2" />}
        {pattern === 'lines' && <path d="M0 3h6" strokeWidth="1.2" />}
      </g>
      {pattern === 'dots' && <circle cx="3" cy="3" r="1.1" fill="var(--card)" fillOpacity="0.65" />}
    </pattern>
  );
}

/** A sample of the filling, for the legend. */
export function Swatch({ id, series }: { id: string; series: Series }) {
  return (
    <svg aria-hidden width="12" height="12" className="shrink-0">
      <defs>
        <PatternFill id={id} series={series} />
      </defs>
      <rect width="12" height="12" rx="3" fill={`url(#${id})`} />
    </svg>
  );
}
