// Where and when it happened, as far as one knows.
import { TextInput } from '@mantine/core';
import { DayField } from '../../../shared/days/day-field.tsx';
import { longest } from '../../../shared/forms/longest.ts';
import { PointField } from '../../../shared/regions/point-field.tsx';
import { RegionField } from '../../../shared/regions/region-field.tsx';
import { useAskingTexts } from '../../../texts/form/asking.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { useWhereTexts } from '../../../texts/form/where.ts';
import { fieldId } from '../field-id.ts';
import { FormPart, type PartProps } from './part.tsx';

export default function PlacePart({ form: { draft, errors, set }, alone }: PartProps) {
  const { words } = useTexts();
  const asking = useAskingTexts();
  const texts = useWhereTexts();
  const { region, place, point, happenedOn } = draft.values;
  return (
    <FormPart id="place-part" title={asking.where} why={texts.optional} alone={alone}>
      <RegionField
        id={fieldId('region')}
        value={region}
        error={errors.region}
        onChange={(code) => set({ region: code })}
      />
      <TextInput
        id={fieldId('place')}
        label={texts.place}
        description={texts.placeWhy}
        maxLength={longest.place}
        value={place}
        error={errors.place}
        onChange={({ currentTarget }) => set({ place: currentTarget.value })}
      />
      <PointField value={point} region={region} error={errors.point} onChange={(to) => set({ point: to })} />
      <DayField
        id={fieldId('happenedOn')}
        label={words.happenedOn}
        value={happenedOn}
        error={errors.happenedOn}
        onChange={(typed) => set({ happenedOn: typed })}
      />
    </FormPart>
  );
}
