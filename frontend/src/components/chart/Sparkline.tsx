interface SparklineProps {
  /** At least two, in the order of time. */
  values: readonly number[];
}

const width = 96;
const height = 28;

/** The course of a figure, without axes: an ornament to a number that is written beside it. */
export function Sparkline({ values }: SparklineProps) {
  const most = Math.max(...values, 1);
  const points = values.map((value, index) => [
    (index / (values.length - 1)) * width,
    height - 2 - (value / most) * (height - 4),
  ]);
  const line = points.map(([x, y]) => `${x?.toFixed(1)} ${y?.toFixed(1)}`).join('L');
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="h-7 w-24 text-primary dark:text-ring"
    >
      <path d={`M${line}L${width} ${height}L0 ${height}Z`} fill="currentColor" fillOpacity="0.1" />
      <path
        d={`M${line}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
