// Weeks and offices: how much of what was in hand came late. A table; its shades only underline what its numbers say.
import { Link } from 'wouter';
import type { Summary, Weeks } from '../../api/types.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import tables from '../../shared/officers/table.module.css';
import { useFormat } from '../../texts/format.ts';
import { useBriefTexts } from '../../texts/oversight.ts';
import { officePath } from '../brief/paths.ts';
import { useBeside } from '../dashboard/use-figures.ts';
import { listPath, type Scope } from '../filter/scope.ts';
import classes from './heat-map.module.css';

type Figure = Weeks['whole'][number];

/** Of the offices below, as many as fit on a sheet: those that had most late in these weeks. */
const most = 15;
/** From which share on a cell has the next shade, and that of the legend. */
const shades = [0, 0.001, 0.1, 0.25, 0.5];

/** Null: nothing was in hand. */
function shadeOf({ handled, late }: Figure): number | null {
  return handled === 0 ? null : shades.findLastIndex((from) => late / handled >= from);
}

interface CellProps {
  figure: Figure;
  href: string;
}

function Cell({ figure, href }: CellProps) {
  const texts = useBriefTexts();
  const { number } = useFormat();
  const shade = shadeOf(figure);
  if (shade === null) return <td className={classes.cell}>–</td>;
  const [late, handled] = [number(figure.late), number(figure.handled)];
  return (
    <td className={classes.cell} data-shade={shade}>
      {figure.late === 0 ? (
        <span>
          0<span className="visually-hidden"> {texts.lateOf(handled)}</span>
        </span>
      ) : (
        <Link href={href}>
          {late}
          <span className="visually-hidden"> {texts.lateOf(handled)}</span>
        </Link>
      )}
    </td>
  );
}

function Legend() {
  const texts = useBriefTexts();
  return (
    <ul className={classes.legend}>
      {texts.shades.map((words, shade) => (
        <li key={words}>
          <span className={classes.swatch} data-shade={shade} aria-hidden />
          {words}
        </li>
      ))}
    </ul>
  );
}

export function HeatMap({ summary, scope }: { summary: Summary; scope: Scope }) {
  const texts = useBriefTexts();
  const { data } = useBeside<Weeks>('weeks', { officeId: scope.officeId });
  if (!data?.whole.some(({ handled }) => handled > 0)) return null;
  const weekOf = (week: string) => Number(week.split('-W')[1]);
  const lateIn = (figures: Figure[]) => figures.reduce((sum, { late }) => sum + late, 0);
  const place = new Map(summary.brief.ranking.map(({ officeId }, nth) => [officeId, nth]));
  const kept = data.offices.toSorted((a, b) => lateIn(b.figures) - lateIn(a.figures)).slice(0, most);
  // In the order of the ranking, which is the page's.
  const offices = kept.toSorted((a, b) => (place.get(a.officeId) ?? 0) - (place.get(b.officeId) ?? 0));
  const cells = (figures: Figure[], officeId: string) =>
    figures.map((figure, nth) => {
      const week = data.weeks[nth] ?? '';
      const href = listPath({ from: '', to: '', officeId }, { lateIn: week });
      return <Cell key={week} figure={figure} href={href} />;
    });
  return (
    <Section title={texts.weeks} why={texts.weeksWhy(data.weeks.length)}>
      <Legend />
      <ScrollTable caption={texts.weeks} className={`${tables.table} ${classes.map}`}>
        <thead>
          <tr>
            <th scope="col">{texts.office}</th>
            {data.weeks.map((week) => (
              <th key={week} scope="col" className={classes.week}>
                <span className="visually-hidden">{texts.week} </span>
                {weekOf(week)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <span className={tables.label}>{texts.wholePart}</span>
            </th>
            {cells(data.whole, scope.officeId)}
          </tr>
          {offices.map(({ officeId, name, figures }) => (
            <tr key={officeId}>
              <th scope="row">
                <Link className={tables.label} href={officePath(officeId, scope)}>
                  {name}
                </Link>
              </th>
              {cells(figures, officeId)}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  );
}
