// Whose map it is, and who learns that it is looked at.
import type { MapSource } from '../../../api/types.ts';
import { useMapTexts } from '../../../texts/form/map.ts';
import classes from './map.module.css';

const licence = 'https://creativecommons.org/licenses/by/4.0/';

export function Attribution({ tiles }: { tiles: MapSource['tiles'] }) {
  const texts = useMapTexts();
  return (
    <div className={classes.small}>
      {tiles ? (
        <p>{`${texts.streets(tiles.attribution)} ${texts.asked(new URL(tiles.url).host)}`}</p>
      ) : (
        <p>{texts.rough}</p>
      )}
      <p>
        {texts.outline}{' '}
        <a href={licence} target="_blank" rel="license noreferrer">
          {texts.licence}
        </a>
      </p>
    </div>
  );
}
