// What a superior reads first, and the weeks of the offices below, as the contract has them.
import type { z } from 'zod';
import type { brief, weekList } from '../../contract/reports.ts';
import type { Sql } from '../../db/connection/client.ts';
import { branchesUnder } from '../../db/figures/brief/branches.ts';
import type { Brief } from '../../db/figures/brief/brief.ts';
import { type WeekFigure, weeksOf } from '../../db/figures/brief/weeks.ts';
import { allOffices } from '../../db/offices/offices.ts';
import { publicZone } from '../../sop/offices.ts';
import { zoned } from '../values/zoned.ts';
import { percent, tenth } from './rounded.ts';

const shownWeeks = 13;

export function briefSeen({ before, flowBefore, ranking, ...figures }: Brief): z.output<typeof brief> {
  return {
    ...figures,
    beforeAt: zoned(before.at, publicZone),
    weeks: before.weeks,
    ranking: ranking.map(({ branch, lateBySteps, dueTodayBySteps, visits, visitsBefore, ...counts }) => ({
      ...counts,
      officeId: branch.office.id,
      name: branch.office.name,
      own: branch.own,
      below: branch.hasBelow,
      lateBySteps: Object.fromEntries(lateBySteps),
      dueTodayBySteps: Object.fromEntries(dueTodayBySteps),
      withinPercent: percent(visits.within, visits.late),
      withinPercentBefore: visitsBefore && percent(visitsBefore.within, visitsBefore.late),
    })),
    flowBefore: flowBefore && {
      withinPercent: percent(flowBefore.row.within, flowBefore.row.late),
      medianDays: tenth(flowBefore.medianDays),
      returned: flowBefore.returned,
      reopenings: flowBefore.reopenings,
      ratings: flowBefore.ratings.total,
      ratingMean:
        flowBefore.ratings.total === 0 ? null : tenth(flowBefore.ratings.stars / flowBefore.ratings.total),
    },
  };
}

/** Of the part under that office (null: all), and of each office directly below, in one snapshot. */
export async function weeksUnder(sql: Sql, officeId: string | null): Promise<z.output<typeof weekList>> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const branches = branchesUnder(await allOffices(tx), officeId).filter(({ own }) => !own);
    const scopes = [officeId ?? '', ...branches.map(({ office }) => office.id)];
    const { weeks, figures } = await weeksOf(tx, scopes, shownWeeks);
    const figuresOf = (scope: string): WeekFigure[] =>
      weeks.map((week) => figures.get(scope)?.get(week) ?? { handled: 0, late: 0 });
    return {
      weeks,
      whole: figuresOf(officeId ?? ''),
      offices: branches
        .filter(({ office }) => figures.has(office.id))
        .map(({ office }) => ({ officeId: office.id, name: office.name, figures: figuresOf(office.id) })),
    };
  });
}
