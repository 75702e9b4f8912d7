// What has happened to the report, the newest first.
import type { ReporterView } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import said from '../../shared/said/said.module.css';
import classes from './following.module.css';

export function Timeline({ view }: { view: ReporterView }) {
  const { following } = useTexts();
  const { moment } = useFormat();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{following.timeline}</h2>
      <ol className={classes.timeline} reversed>
        {view.timeline.toReversed().map((line, place) => (
          <li key={`${line.at}/${line.type}`} data-newest={place === 0}>
            <strong>
              {following.events[line.type]?.({ ...line, closedBy: view.closedBy }) ?? line.title}
            </strong>
            <time dateTime={line.at}>{moment(line.at)}</time>
            {line.text && <p className={said.text}>{line.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
