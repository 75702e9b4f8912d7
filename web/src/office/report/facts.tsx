// What is known about the report and its reporter, as far as it is for the officer's eyes.
import { Link } from 'wouter';
import { statusNameOf } from '../../../../sop/terms.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { type OfficeTexts, useOfficeTexts } from '../../texts/office.ts';
import type { Report } from '../../api/types.ts';
import { type Fact, FactList } from '../../shared/officers/fact-list.tsx';
import { PointFact } from './point-fact.tsx';
import { Section } from '../../shared/officers/section.tsx';

function reporterFacts({ reporter }: Report, { report: { facts } }: OfficeTexts): Fact[] {
  if (!reporter) return [[facts.reporter, facts.hidden]];
  return [
    [facts.reporter, reporter.name],
    [facts.email, reporter.email],
    [facts.phone, reporter.phone],
    [facts.nik, reporter.nik],
  ];
}

function clockFacts(report: Report, texts: OfficeTexts, moment: (at: string) => string): Fact[] {
  const { facts } = texts.report;
  const { wholeDue, firstResponseDue, firstResponse, closesAt, endedAt, closedBy, remaining } = report;
  const { marked } = texts.words;
  const left = remaining.totalDays === null || endedAt ? '' : ` (${facts.wholeLeft(remaining.totalDays)})`;
  return [
    [facts.whole, wholeDue && marked(`${moment(wholeDue)}${left}`, report.wholeProvisional)],
    [
      facts.firstResponseDue,
      !firstResponse && firstResponseDue && marked(moment(firstResponseDue), report.firstResponseProvisional),
    ],
    [
      report.status === 'rejected' ? facts.rejectionFinal : facts.closes,
      closesAt && marked(moment(closesAt), report.provisional),
    ],
    [facts.ended, endedAt && `${moment(endedAt)} ${closedBy ? facts.closedBy[closedBy] : ''}`],
  ];
}

export function Facts({ report }: { report: Report }) {
  const texts = useOfficeTexts();
  const { words } = texts;
  const { facts } = texts.report;
  const { moment, day } = useOfficeFormat();
  const { duplicateOf, followers, publicFollowers, filedBy } = report;
  const all: Fact[] = [
    [facts.status, words.statuses[statusNameOf(report)]],
    [
      facts.holder,
      report.holder.id ? `${report.holder.name} (${words.levels[report.holder.level]})` : words.levels.system,
    ],
    [facts.received, moment(report.receivedAt)],
    ...clockFacts(report, texts, moment),
    [facts.channel, words.channels[report.channel]],
    [facts.category, report.category ?? facts.none],
    [facts.place, [report.place, report.region?.words].filter(Boolean).join(', ')],
    [facts.point, report.point && <PointFact point={report.point} region={report.region?.code ?? ''} />],
    [facts.happenedOn, report.happenedOn && day(report.happenedOn)],
    [facts.confidentiality, words.confidentialities[report.confidentiality]],
    [facts.oversight, report.oversight ? facts.yes : undefined],
    [facts.duplicateOf, duplicateOf && <Link href={`/kantor/laporan/${duplicateOf}`}>{duplicateOf}</Link>],
    [facts.followers, followers > 0 && <Link href={`/kantor/laporan?q=${report.number}`}>{followers}</Link>],
    [facts.publicFollowers, publicFollowers > 0 && publicFollowers],
    [facts.filedBy, filedBy && `${filedBy.name}, ${filedBy.office}`],
    ...reporterFacts(report, texts),
  ];
  return (
    <Section title={facts.heading}>
      <FactList facts={all} />
    </Section>
  );
}
