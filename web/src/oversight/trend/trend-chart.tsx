// Lines over time, told apart by colour, dash and mark; the table beside it holds the same figures.
import { useElementSize } from '@mantine/hooks';
import { useFormat } from '../../texts/format.ts';
import type { Figure } from './periods.ts';
import classes from './trend-chart.module.css';

export type Series = 'received' | 'answered' | 'ended';
export const allSeries: Series[] = ['received', 'answered', 'ended'];

const height = 240;
const edge = { left: 40, right: 12, top: 12, bottom: 28 };

/** Half of the room for the name of a period. */
const labelHalf = 36;

/** A round number at or above, that four lines divide evenly. */
function topOf(most: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  const size = [1, 2, 2.5, 5, 10].find((factor) => factor * step * 4 >= most) ?? 10;
  return Math.max(4, Math.ceil(size * step) * 4);
}

function Mark({ series, x, y }: { series: Series; x: number; y: number }) {
  if (series === 'received') return <circle cx={x} cy={y} r={4} />;
  if (series === 'answered') return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} />;
  return <path d={`M${x} ${y - 4.5}l4.5 8h-9z`} />;
}

export function Legend({ names }: { names: Record<Series, string> }) {
  return (
    <ul className={classes.legend} aria-hidden>
      {allSeries.map((series) => (
        <li key={series}>
          <svg width={36} height={14} className={classes.line} data-series={series}>
            <path d="M0 7H36" />
            <Mark series={series} x={18} y={7} />
          </svg>
          {names[series]}
        </li>
      ))}
    </ul>
  );
}

interface TrendChartProps {
  figures: Figure[];
  label: string;
  periodName: (period: string) => string;
}

export function TrendChart({ figures, label, periodName }: TrendChartProps) {
  const { ref, width } = useElementSize();
  const { number } = useFormat();
  const most = topOf(Math.max(...figures.flatMap((figure) => allSeries.map((series) => figure[series]))));
  const inner = Math.max(0, width - edge.left - edge.right);
  const x = (index: number) => edge.left + ((index + 0.5) * inner) / figures.length;
  const y = (value: number) => edge.top + (1 - value / most) * (height - edge.top - edge.bottom);
  // As many names as there is room for.
  const every = Math.max(1, Math.ceil(figures.length / Math.max(1, Math.floor(inner / (2 * labelHalf + 8)))));
  // What a translator puts in the place of its texts an SVG does not draw.
  return (
    <div ref={ref} className={classes.chart} translate="no">
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {[0, 1, 2, 3, 4].map((line) => {
            const value = (most / 4) * line;
            return (
              <g key={line} className={classes.grid}>
                <path d={`M${edge.left} ${y(value)}H${width - edge.right}`} />
                <text x={edge.left - 8} y={y(value) + 4} textAnchor="end">
                  {number(value)}
                </text>
              </g>
            );
          })}
          {figures.map(({ period }, index) =>
            (figures.length - 1 - index) % every === 0 ? (
              <text
                key={period}
                className={classes.period}
                x={Math.min(x(index), width - labelHalf)}
                y={height - 8}
                textAnchor="middle"
              >
                {periodName(period)}
              </text>
            ) : null,
          )}
          {allSeries.map((series) => (
            <g key={series} className={classes.line} data-series={series}>
              <path d={`M${figures.map((figure, index) => `${x(index)} ${y(figure[series])}`).join('L')}`} />
              {figures.map((figure, index) => (
                <Mark key={figure.period} series={series} x={x(index)} y={y(figure[series])} />
              ))}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
