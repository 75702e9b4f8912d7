// What happened, in the citizen's own words.
import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { LongText } from '../../../shared/forms/long-text.tsx';
import { Part } from '../../../shared/page/error-boundary.tsx';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { fieldId } from '../field-id.ts';
import { FormPart, type PartProps } from './part.tsx';

const Similar = lazy(() => import('../../joining/similar.tsx'));

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
      <Part>
        <Suspense>
          <Similar title={title} description={description} />
        </Suspense>
      </Part>
    </FormPart>
  );
}
