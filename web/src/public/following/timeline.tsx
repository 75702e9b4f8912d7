// What has happened to the report, the newest first.
import type { ReporterView } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import said from '../said.module.css';
import classes from './following.module.css';

export function Timeline({ view }: { view: ReporterView }) {
  const { following } = useTexts();
  const { moment } = useFormat();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{following.timeline}</h2>
      <ol className={classes.timeline} reversed>
        {view.timeline.toReversed().map(({ at, type, title, text }, place) => (
          <li key={`${at}/${type}`} data-newest={place === 0}>
            <strong>{following.events[type] ?? title}</strong>
            <time dateTime={at}>{moment(at)}</time>
            {text && <p className={said.text}>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
