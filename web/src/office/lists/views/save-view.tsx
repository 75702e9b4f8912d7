// Keeps the list as it is narrowed now under a name; there once it is narrowed as no view has it.
import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import type { View } from '../../../api/types.ts';
import type { Values } from '../../../shared/state/address.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useViews } from '../../../shared/officers/palette/views.ts';
import { viewOf } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

export function SaveView({ list, values }: { list: View['list']; values: Values }) {
  const { views: texts } = useOfficeTexts().finding;
  const views = useViews().filter((view) => view.list === list);
  const [saving, setSaving] = useState(false);
  if (!saving && (Object.keys(values).length === 0 || viewOf(views, values))) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        onClick={() => setSaving(true)}
      >
        {texts.save}
      </Button>
      {saving && <ViewDialog list={list} values={values} views={views} onClose={() => setSaving(false)} />}
    </>
  );
}
