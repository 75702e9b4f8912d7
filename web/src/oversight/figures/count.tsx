// A number, as a link to the list of what it counts.
import { Link } from 'wouter';
import { useFormat } from '../../texts/format.ts';
import classes from '../../shared/officers/table.module.css';

export function Count({ value, href }: { value: number; href?: string | undefined }) {
  const { number } = useFormat();
  if (href === undefined || value === 0) return <span className={classes.count}>{number(value)}</span>;
  return (
    <Link href={href} className={classes.count}>
      {number(value)}
    </Link>
  );
}
