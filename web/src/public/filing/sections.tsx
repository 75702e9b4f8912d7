// The parts of the form, in the order in which one tells something.
import { TextInput } from '@mantine/core';
import { confidentialities, kinds } from '../../../../sop/terms.ts';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useAgencies } from '../agencies.ts';
import { CheckCard } from '../check-card.tsx';
import { ChoiceCards } from '../choice-cards.tsx';
import { Select } from '../../shared/forms/select.tsx';
import { byId } from '../../shared/forms/options.ts';
import { LongText } from '../../shared/forms/long-text.tsx';
import { fieldId } from './field-id.ts';
import type { FilingForm } from './doing/use-filing.ts';
import { longest } from '../../shared/forms/longest.ts';

interface Part {
  form: FilingForm;
}

export function KindPart({ form: { draft, errors, set } }: Part) {
  const { filing, words } = useTexts();
  const { kind, oversight } = draft.values;
  return (
    <div className={card.card}>
      <ChoiceCards
        id={fieldId('kind')}
        legend={filing.kind}
        value={kind}
        error={errors.kind}
        choices={kinds.map((value) => ({ value, label: words.kinds[value], why: filing.kinds[value] }))}
        onChange={(value) => set({ kind: value })}
      />
      {kind === 'pengaduan' && (
        <CheckCard
          id={fieldId('oversight')}
          label={filing.oversight}
          why={filing.oversightWhy}
          checked={oversight}
          error={errors.oversight}
          onChange={(checked) => set({ oversight: checked })}
        />
      )}
    </div>
  );
}

export function ContentPart({ form }: Part) {
  const { draft, errors, set } = form;
  const { filing, words } = useTexts();
  const { title, description, category } = draft.values;
  return (
    <section className={card.card} aria-labelledby="content-part">
      <h2 id="content-part">{filing.content}</h2>
      <TextInput
        id={fieldId('title')}
        label={filing.subject}
        description={filing.subjectWhy}
        required
        withAsterisk={false}
        value={title}
        error={errors.title}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
      />
      <LongText
        id={fieldId('description')}
        label={words.description}
        description={filing.descriptionWhy}
        required
        rows={8}
        value={description}
        error={errors.description}
        onChange={(text) => set({ description: text })}
      />
      <TextInput
        id={fieldId('category')}
        label={`${words.category} ${words.optional}`}
        description={filing.categoryWhy}
        list="categories"
        maxLength={longest.category}
        value={category}
        error={errors.category}
        onChange={({ currentTarget }) => set({ category: currentTarget.value })}
      />
      <datalist id="categories">
        {filing.categories.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <Addressee form={form} />
    </section>
  );
}

function Addressee({ form: { draft, errors, set } }: Part) {
  const { filing } = useTexts();
  const { agencies, failed } = useAgencies();
  const { agencyId } = draft.values;
  const options = [{ value: '', label: filing.anyAgency }, ...byId(agencies)];
  return (
    <Select
      id={fieldId('agencyId')}
      label={filing.agency}
      description={failed ? filing.agenciesAway : filing.agencyWhy}
      options={options}
      value={agencyId}
      error={errors.agencyId}
      onChange={(agencyId) => set({ agencyId })}
    />
  );
}

export function SecrecyPart({ form: { draft, errors, set } }: Part) {
  const { filing } = useTexts();
  const { confidentiality } = draft.values;
  return (
    <div className={card.card}>
      <ChoiceCards
        id={fieldId('confidentiality')}
        legend={filing.secrecy}
        value={confidentiality}
        error={errors.confidentiality}
        choices={confidentialities.map((value) => {
          const [label, why] = filing.secrecies[value];
          return { value, label, why };
        })}
        onChange={(value) => set({ confidentiality: value })}
      />
      {confidentiality === 'anonim' && <Notice tone="info">{filing.anonymousHint}</Notice>}
    </div>
  );
}

export function ReporterPart({ form: { draft, errors, set } }: Part) {
  const { filing, words } = useTexts();
  const { name, email, phone } = draft.values;
  return (
    <section className={card.card} aria-labelledby="reporter-part">
      <div>
        <h2 id="reporter-part">{filing.reporter}</h2>
        <p>{filing.reporterWhy}</p>
      </div>
      <TextInput
        id={fieldId('name')}
        label={filing.name}
        autoComplete="name"
        required
        withAsterisk={false}
        value={name}
        error={errors.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextInput
        id={fieldId('email')}
        label={`${filing.email} ${words.optional}`}
        description={filing.emailWhy}
        type="email"
        autoComplete="email"
        value={email}
        error={errors.email}
        onChange={({ currentTarget }) => set({ email: currentTarget.value })}
      />
      <TextInput
        id={fieldId('phone')}
        label={`${filing.phone} ${words.optional}`}
        description={filing.phoneWhy}
        type="tel"
        autoComplete="tel"
        value={phone}
        error={errors.phone}
        onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
      />
    </section>
  );
}
