import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatCompact } from '@/i18n/format';
import { PatternFill } from './PatternFill';
import type { ChartRow, Series } from './series';

interface ChartCanvasProps {
  id: string;
  kind: 'bars' | 'lines';
  rows: readonly ChartRow[];
  series: readonly Series[];
  format: (value: number) => string;
  most: number | undefined;
  /** At least, in pixels: it fills what holds it. */
  height: number;
}

const axis = {
  tickLine: false,
  axisLine: false,
  tick: { fill: 'var(--muted-foreground)', fontSize: 12 },
} as const;

const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 2'];

/** The drawing alone. It brings the chart library, so it is loaded lazily. */
export default function ChartCanvas({ id, kind, rows, series, format, most, height }: ChartCanvasProps) {
  const ticks = new Map(rows.map(({ label, tick = label }) => [label, tick]));
  const data = rows.map(({ label, values }) => ({ label, ...values }));
  const Frame = kind === 'bars' ? BarChart : LineChart;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Frame data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <defs>
          {series.map((one) => (
            <PatternFill key={one.key} id={`${id}-${one.key}`} series={one} />
          ))}
        </defs>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="label"
          {...axis}
          minTickGap={24}
          tickFormatter={(label: string) => ticks.get(label) ?? label}
        />
        <YAxis
          {...axis}
          width={44}
          allowDecimals={false}
          domain={[0, most ?? 'auto']}
          tickCount={most ? 6 : height < 200 ? 3 : 5}
          tickFormatter={formatCompact}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--accent)', stroke: 'var(--border-strong)' }}
          formatter={(value, name) => [format(Number(value)), name]}
          contentStyle={{
            background: 'var(--popover)',
            border: '1px solid var(--border)',
            borderRadius: 10,
            boxShadow: 'var(--shadow-popover)',
            fontSize: 13,
          }}
          itemStyle={{ color: 'var(--popover-foreground)' }}
          labelStyle={{ color: 'var(--muted-foreground)' }}
        />
        {series.map((one, index) =>
          kind === 'bars' ? (
            <Bar
              key={one.key}
              dataKey={one.key}
              name={one.label}
              stackId="all"
              fill={`url(#${id}-${one.key})`}
              stroke="var(--card)"
              strokeWidth={1}
              maxBarSize={28}
              isAnimationActive={false}
            />
          ) : (
            <Line
              key={one.key}
              dataKey={one.key}
              name={one.label}
              stroke={one.color}
              strokeWidth={2}
              strokeDasharray={dashes[index % dashes.length]}
              dot={rows.length < 40 ? { r: 2.5, fill: one.color, strokeDasharray: '' } : false}
              isAnimationActive={false}
            />
          ),
        )}
      </Frame>
    </ResponsiveContainer>
  );
}
