import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ChartColumn, Table2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { Tooltip } from '@/components/ui/tooltip';
import { formatNumber } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { Swatch } from './PatternFill';
import type { ChartRow, Series } from './series';

const ChartCanvas = lazy(() => import('./ChartCanvas'));

export interface ChartProps {
  title: string;
  /** One sentence that says what the chart shows; it is also what a screen reader hears. */
  summary: string;
  /** `bars` are stacked; `lines` are not. */
  kind: 'bars' | 'lines';
  /** What a row is, such as "Day". */
  rowLabel: string;
  rows: readonly ChartRow[];
  series: readonly Series[];
  format?: (value: number) => string;
  /** Where the scale ends, if its end is known. */
  most?: number;
  /** Of the drawing at least, in pixels; it grows with what holds the chart. */
  height?: number;
}

/** A chart with its title, its sentence, a legend that needs no colour, and the same figures as a table. */
export function Chart({
  title,
  summary,
  kind,
  rowLabel,
  rows,
  series,
  format = formatNumber,
  most,
  height = 220,
}: ChartProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const [asTable, setAsTable] = useState(false);
  const Icon = asTable ? ChartColumn : Table2;
  const toggle = asTable ? m.chart.asChart : m.chart.asTable;
  return (
    <figure className="flex h-full min-w-0 flex-col gap-3">
      <figcaption className="flex items-start gap-3">
        <span className="min-w-0 flex-1">
          <span className="block text-sm font-semibold">{title}</span>
          <span className="block text-sm text-muted-foreground">{summary}</span>
        </span>
        <Tooltip label={toggle}>
          <Button
            variant="ghost"
            size="icon"
            className="-me-1.5 -mt-1.5 text-muted-foreground"
            aria-label={toggle}
            onClick={() => setAsTable(!asTable)}
          >
            <Icon aria-hidden />
          </Button>
        </Tooltip>
      </figcaption>
      {asTable ? (
        <ChartTable {...{ title, rowLabel, rows, series, format }} />
      ) : (
        <>
          {series.length > 1 && (
            <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted-foreground">
              {series.map((one) => (
                <li key={one.key} className="inline-flex items-center gap-1.5">
                  <Swatch id={`${id}-swatch-${one.key}`} series={one} />
                  {one.label}
                </li>
              ))}
            </ul>
          )}
          <WhenSeen height={height}>
            <ChartCanvas {...{ id, kind, rows, series, format, most, height }} />
          </WhenSeen>
        </>
      )}
    </figure>
  );
}

/** The drawing is large and slow to start: it waits until it can be seen and the page is at rest. */
function WhenSeen({ height, children }: { height: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(() => typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (seen || !place.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      if ('requestIdleCallback' in window) requestIdleCallback(() => setSeen(true));
      else setTimeout(() => setSeen(true));
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [seen]);
  const waiting = <Skeleton className="h-full w-full" />;
  return (
    <div ref={place} aria-hidden className="relative flex-1" style={{ minHeight: height }}>
      <div className="absolute inset-0">
        {seen ? <Suspense fallback={waiting}>{children}</Suspense> : waiting}
      </div>
    </div>
  );
}

type ChartTableProps = Required<Pick<ChartProps, 'title' | 'rowLabel' | 'rows' | 'series' | 'format'>>;

function ChartTable({ title, rowLabel, rows, series, format }: ChartTableProps) {
  return (
    <div className="max-h-80 overflow-auto rounded-md border">
      <Table caption={title}>
        <TableHeader>
          <TableRow>
            <TableHead>{rowLabel}</TableHead>
            {series.map(({ key, label }) => (
              <TableHead key={key} numeric>
                {label}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ label, values }) => (
            <TableRow key={label}>
              <TableCell>{label}</TableCell>
              {series.map(({ key }) => (
                <TableCell key={key} numeric>
                  {format(values[key] ?? 0)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
