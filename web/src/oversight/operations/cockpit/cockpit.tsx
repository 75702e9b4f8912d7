// The cockpit: in a sentence whether all is well, then each part with its state, and what to do where it is not.
import { Pending } from '../../../shared/messages/states.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { useFormat } from '../../../texts/format.ts';
import { useCockpitTexts } from '../../../texts/oversight.ts';
import type { CockpitParts } from '../../../api/types.ts';
import classes from './cockpit.module.css';
import { PartCard } from './part-card.tsx';
import { usePartLines } from './part-lines.ts';
import { useCockpit } from './use-cockpit.ts';

const names = (parts: CockpitParts) => Object.keys(parts) as (keyof CockpitParts)[];

export function Cockpit() {
  const texts = useCockpitTexts();
  const { moment } = useFormat();
  const asked = useCockpit();
  const linesOf = usePartLines();
  const { data, error } = asked;
  if (!data) return <Pending asked={asked} />;
  const { at, parts } = data;
  const unwell = names(parts).filter((name) => parts[name].state !== 'good');
  const isBroken = unwell.some((name) => parts[name].state === 'broken');
  const tone = isBroken ? 'bad' : unwell.length > 0 ? 'warn' : 'good';
  return (
    <section aria-label={texts.title} className={classes.cockpit}>
      {error && <Pending asked={asked} />}
      <div role="status">
        <Notice
          tone={tone}
          title={unwell.length === 0 ? texts.allGood : texts.notGood(unwell.map((name) => texts.names[name]))}
        >
          {unwell.length > 0 && (
            <ul className={classes.unwell}>
              {unwell.map((name) => (
                <li key={name}>
                  <a href={`#${name}`}>
                    {texts.names[name]}: {texts.states[parts[name].state].toLowerCase()}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Notice>
      </div>
      <p className={classes.at}>{error ? texts.stale(moment(at)) : texts.checked(moment(at))}</p>
      {/* What is to be done first; the others are short. */}
      {[unwell, names(parts).filter((name) => !unwell.includes(name))].map((some) => (
        <ul key={some === unwell ? 'unwell' : 'well'} className={classes.parts} data-unwell={some === unwell}>
          {some.map((name) => (
            <PartCard key={name} name={name} parts={parts} lines={linesOf(name, parts)} />
          ))}
        </ul>
      ))}
    </section>
  );
}
