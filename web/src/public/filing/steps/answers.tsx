// All that was answered, before it is sent; each leads to where it is changed.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import card from '../../../shared/page/card.module.css';
import said from '../../../shared/said/said.module.css';
import type { Values } from '../../../shared/forms/filing.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { useAskingTexts } from '../../../texts/form/asking.ts';
import { useLaterTexts } from '../../../texts/ways.ts';
import { writtenPoint } from '../../../shared/regions/point.ts';
import { useRegionWords } from '../../../shared/regions/use-region-words.ts';
import { useSecrecies } from '../../../texts/form/secrecies.ts';
import { useWhereTexts } from '../../../texts/form/where.ts';
import { useAgencies } from '../../agencies/use-agencies.ts';
import type { FilingForm } from '../doing/use-filing.ts';
import classes from '../filing.module.css';
import { useLabels } from '../labels.ts';
import { addressOf, type StepId, stepWith, type Way } from './steps.ts';

interface AnswerProps {
  label: string;
  step: StepId;
  children: ReactNode;
}

function Answer({ label, step, children }: AnswerProps) {
  const { change, notFilled } = useAskingTexts();
  return (
    <div>
      <dt>{label}</dt>
      <dd className={said.text}>{children || notFilled}</dd>
      <dd className={classes.change}>
        <Link href={addressOf(step)} state={{ from: 'periksa' } satisfies Way}>
          {change}
          <span className="visually-hidden"> {label}</span>
        </Link>
      </dd>
    </div>
  );
}

export function Answers({ form: { draft, files } }: { form: FilingForm }) {
  const { filing, words } = useTexts();
  const later = useLaterTexts();
  const asking = useAskingTexts();
  const secrecies = useSecrecies();
  const where = useWhereTexts();
  const labels = { ...useLabels(), region: where.regionWord, point: where.point };
  const { agencies } = useAgencies();
  const { values } = draft;
  const region = useRegionWords(values.region);
  const answers: Partial<Record<keyof Values, string>> = {
    kind: [
      values.kind && words.kinds[values.kind],
      values.kind === 'pengaduan' && values.oversight && asking.oversight,
    ]
      .filter(Boolean)
      .join(', '),
    title: values.title,
    description: values.description,
    region,
    place: values.place,
    point: values.point ? writtenPoint(values.point) : '',
    happenedOn: values.happenedOn.typed,
    category: values.category,
    agencyId: agencies.find(({ id }) => id === values.agencyId)?.name ?? (values.agencyId || later.anyAgency),
    confidentiality: secrecies[values.confidentiality][0],
    name: values.name,
    email: values.email,
    ...(values.email.trim() && {
      updates: values.updates.map((update) => later.wishes[update][0]).join(', '),
    }),
    phone: values.phone,
  };
  return (
    <dl className={`${card.card} ${classes.answers}`}>
      {(Object.entries(answers) as [keyof Values, string][]).map(([field, answer]) => (
        <Answer key={field} label={labels[field]} step={stepWith(field)}>
          {answer}
        </Answer>
      ))}
      <Answer label={filing.files} step="lampiran">
        {files.files.map(({ name }) => name).join(', ')}
      </Answer>
    </dl>
  );
}
