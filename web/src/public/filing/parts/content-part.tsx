// What happened, in the citizen's own words.
import { TextInput } from '@mantine/core';
import { LongText } from '../../../shared/forms/long-text.tsx';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { fieldId } from '../field-id.ts';
import { FormPart, type PartProps } from './part.tsx';

export function ContentPart({ form: { draft, errors, set }, alone }: PartProps) {
  const { filing, words } = useTexts();
  const later = useLaterTexts();
  const { title, description } = draft.values;
  return (
    <FormPart id="content-part" title={filing.content} alone={alone}>
      <TextInput
        id={fieldId('title')}
        label={filing.subject}
        description={later.subjectWhy}
        required
        withAsterisk={false}
        value={title}
        error={errors.title}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
      />
      <LongText
        id={fieldId('description')}
        label={words.description}
        description={later.descriptionWhy}
        required
        rows={8}
        value={description}
        error={errors.description}
        onChange={(text) => set({ description: text })}
      />
    </FormPart>
  );
}
