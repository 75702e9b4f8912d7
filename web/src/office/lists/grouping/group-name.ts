// What a group of a list is called.
import { useOfficeName } from '../../../shared/officers/offices.ts';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useColleagues } from '../../queries.ts';
import type { Grouping } from './group-of.ts';

/** `group` as `groupOf` gives it. */
export function useGroupName(): (by: Grouping, group: string | null) => string {
  const { finding, words } = useOfficeTexts();
  const { day } = useOfficeFormat();
  const officeName = useOfficeName();
  const colleagues = useColleagues();
  return (by, group) => {
    if (group === null) return finding.grouping.without[by];
    switch (by) {
      case 'office':
        return officeName(group);
      case 'assignee':
        return colleagues.find(({ username }) => username === group)?.name ?? group;
      case 'day':
        return finding.grouping.due(day(group));
      case 'step':
        return `${group}. ${words.rows[Number(group) as keyof typeof words.rows]}`;
      default:
        return group;
    }
  };
}
