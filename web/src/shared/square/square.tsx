// A QR code, drawn here: no server learns what is in it.
import { encodeQR } from 'qr';
import classes from './square.module.css';

/** `label`: what it does, for those who do not see it. */
export default function Square({ content, label }: { content: string; label: string }) {
  const rows = encodeQR(content, 'raw', { ecc: 'medium', border: 4 });
  const dots = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className={classes.square}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={dots.join('')} />
    </svg>
  );
}
