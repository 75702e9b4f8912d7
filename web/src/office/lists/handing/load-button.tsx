// How much each officer has in hand: the whole office in a table, each line opening its list.
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Pending } from '../../../shared/messages/states.tsx';
import { ScrollTable } from '../../../shared/officers/scroll-table.tsx';
import table from '../../../shared/officers/table.module.css';
import { hrefWith } from '../../../shared/state/address.ts';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { Dialog } from '../../../shared/officers/frame/dialog.tsx';
import { useLoads } from './use-loads.ts';

export function LoadButton() {
  const { loads: texts } = useOfficeTexts().finding;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={texts.open}
        leftSection={<IconUsers size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {texts.short}
      </Button>
      {open && <LoadDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function LoadDialog({ onClose }: { onClose: () => void }) {
  const { loads: texts, handing } = useOfficeTexts().finding;
  const { brief } = useOfficeFormat();
  const asked = useLoads();
  return (
    <Dialog title={texts.open} onClose={onClose}>
      <Pending asked={asked} />
      {asked.data && (
        <ScrollTable caption={texts.open}>
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col" className={table.number}>
                {texts.held}
              </th>
              <th scope="col" className={table.number}>
                {texts.late}
              </th>
              <th scope="col" className={table.number}>
                {texts.soon}
              </th>
              <th scope="col">{texts.soonest}</th>
            </tr>
          </thead>
          <tbody>
            {asked.data.items.map(({ username, name, held, late, soon, soonest }) => (
              <tr key={username}>
                <th scope="row">
                  <Link href={hrefWith('/kantor', { assignee: username ?? 'none' })} onClick={onClose}>
                    {name ?? handing.nobody}
                  </Link>
                </th>
                <td className={table.number}>{held}</td>
                <td className={table.number}>{late}</td>
                <td className={table.number}>{soon}</td>
                <td>{soonest === null ? texts.none : brief(soonest)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Dialog>
  );
}
