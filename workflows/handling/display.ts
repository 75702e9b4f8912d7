// What ops read in the Temporal UI: search attributes and current details. No text, no identity.
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { type Case, clockSeen, deadlineOfCase, isOver, system } from '../../sop/case.ts';
import type { Entry } from '../../sop/entry.ts';
import { localTime } from '../../sop/time/local-time.ts';
import { recordSummary } from '../../sop/notices/record-summary.ts';
import { dueWords } from '../../sop/notices/told.ts';
import { procedure } from '../../sop/procedure.ts';
import { optionsFor, reporterOptions } from '../../sop/refusal.ts';
import { type Action, actionNames, levelNames, statusNames } from '../../sop/terms.ts';

const step = defineSearchAttributeKey('TuntasStep', 'INT');
const office = defineSearchAttributeKey('TuntasOffice', 'KEYWORD');
const kind = defineSearchAttributeKey('TuntasKind', 'KEYWORD');
const status = defineSearchAttributeKey('TuntasStatus', 'KEYWORD');
const deadline = defineSearchAttributeKey('TuntasDeadline', 'DATETIME');
const overdue = defineSearchAttributeKey('TuntasOverdue', 'BOOL');

export class Display {
  private shown: Record<string, unknown> = {};

  /** Brings what ops see up to date; an upsert is an event, so only what changed goes. */
  show(c: Case, recent: readonly Entry[]): void {
    const due = deadlineOfCase(c);
    const pairs: SearchAttributeUpdatePair[] = [
      { key: step, value: c.step },
      { key: office, value: c.holder?.id ?? null },
      { key: kind, value: c.kind },
      { key: status, value: c.status },
      { key: deadline, value: due ? new Date(due) : null },
      { key: overdue, value: isOverdue(c) },
    ];
    const changed = pairs.filter(({ key, value }) => this.shown[key.name] !== comparable(value));
    for (const { key, value } of changed) this.shown[key.name] = comparable(value);
    if (changed.length > 0) upsertSearchAttributes(changed);
    setCurrentDetails(details(c, due, recent));
  }
}

function comparable(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

/** Any of the clocks past its limit. */
function isOverdue(c: Case): boolean {
  return Object.values(c.clocks).some(({ rungs, fired }) =>
    rungs.slice(0, fired).some(({ kind }) => kind === 'breach'),
  );
}

function details(c: Case, due: string | null, recent: readonly Entry[]): string {
  const zone = c.holder?.zone ?? c.path.national.zone;
  const at = new Date().toISOString();
  const open = c.holder ? optionsFor(c, c.holder.id, at) : [];
  const lines = isOver(c)
    ? [`**${statusNames[c.status]}** pada SOP ${c.step}`]
    : [
        `**SOP ${c.step}** ${procedure[c.step].name}`,
        `**Status** ${statusNames[c.status]}`,
        `**Pemegang** ${c.holder ? `${c.holder.name} (\`${c.holder.id}\`)` : system.name}`,
        `**Tenggat** ${due ? dueWords(localTime(due, zone), clockSeen(c)?.provisional === true) : 'belum dihitung'}`,
        `**Keputusan terbuka** ${[...open.map(named), ...reporterOptions(c, at).map((name) => `pelapor: ${named(name)}`)].join(', ') || 'tidak ada'}`,
      ];
  const last = recent.map(
    (e) =>
      `- ${localTime(e.at, zone)} · ${recordSummary([e])} · ${levelNames[e.actor.role]}${e.actor.via ? ' (sinyal)' : ''}`,
  );
  // The summary given at the start does not outlive a run; this does.
  const head = `**${c.number}** ${c.kind}${c.oversight ? ' berkadar pengawasan' : ''}`;
  return `${[head, ...lines].join('  \n')}\n\n**Catatan terakhir**\n\n${last.join('\n')}`;
}

/** As people read it, and as its update and its signal are called. */
function named(action: Action): string {
  return `${actionNames[action]} (\`${action}\`)`;
}
