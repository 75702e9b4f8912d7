// Who may sign in, found by name or office.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Officer } from '../../../api/types.ts';
import { Pending } from '../../../shared/messages/states.tsx';
import { useFormat } from '../../../texts/format.ts';
import { ScrollTable } from '../../../shared/officers/scroll-table.tsx';
import tables from '../../../shared/officers/table.module.css';
import { Section } from '../../../shared/officers/section.tsx';
import { OperationsPage } from '../../part-page.tsx';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { useMade } from '../made.ts';
import { NoneFound, SearchField, useSought } from '../search.tsx';
import { useUsers } from './users.ts';

function Row({ officer, made }: { officer: Officer; made: boolean }) {
  const texts = usePeopleTexts();
  const { moment } = useFormat();
  const { username, name, role, office, active, lastSeenAt } = officer;
  return (
    <tr data-made={made || undefined}>
      <th scope="row">
        <Link className={classes.name} href={`/operasi/pengguna/${encodeURIComponent(username)}`}>
          {name}
        </Link>
        <span className={classes.small}>{username}</span>
        {made && <span className={classes.state}>{texts.made}</span>}
        <span className={`${classes.small} ${tables.narrow}`}>
          {office.name}, {texts.user.roles[role]}
        </span>
      </th>
      <td className={tables.wide}>{office.name}</td>
      <td className={tables.wide}>{texts.user.roles[role]}</td>
      <td>
        <span className={classes.state} data-active={active}>
          {active ? texts.active : texts.inactive}
        </span>
      </td>
      <td className={`${tables.wide} ${tables.whole}`}>
        {lastSeenAt ? moment(lastSeenAt) : texts.user.never}
      </td>
    </tr>
  );
}

export function UsersPage() {
  const { user: texts } = usePeopleTexts();
  const sought = useSought();
  const asked = useUsers();
  const { data } = asked;
  const found = data?.filter(({ name, username, office }) =>
    [name, username, office.name].some((words) => words.toLowerCase().includes(sought)),
  );
  const made = useMade(found !== undefined);
  const add = (
    <Button component={Link} href="/operasi/pengguna/baru" leftSection={<IconPlus size={18} aria-hidden />}>
      {texts.add}
    </Button>
  );
  return (
    <OperationsPage title={texts.title} lead={texts.lead} actions={add}>
      <SearchField label={texts.search} />
      <Pending asked={asked} />
      {found && (
        <p role="status" className={classes.small}>
          {texts.found(found.length)}
        </p>
      )}
      {found?.length === 0 && <NoneFound words={texts} />}
      {found && found.length > 0 && (
        <Section title={texts.title}>
          <ScrollTable caption={texts.title}>
            <thead>
              <tr>
                <th scope="col">{texts.name}</th>
                <th scope="col" className={tables.wide}>
                  {texts.office}
                </th>
                <th scope="col" className={tables.wide}>
                  {texts.role}
                </th>
                <th scope="col">{texts.status}</th>
                <th scope="col" className={tables.wide}>
                  {texts.lastSeen}
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map((officer) => (
                <Row key={officer.username} officer={officer} made={officer.username === made} />
              ))}
            </tbody>
          </ScrollTable>
        </Section>
      )}
    </OperationsPage>
  );
}
