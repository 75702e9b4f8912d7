// Names a view: a new one, one that gets other content, or one that is there.
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { oneLine } from '../../../../../sop/texts/text.ts';
import { fieldError, problemIn } from '../../../api/problems.ts';
import type { View } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { CopyButton } from '../../../shared/forms/copy-button.tsx';
import { longest } from '../../../shared/forms/longest.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import type { Values } from '../../../shared/state/address.ts';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from '../../deciding/deciding.module.css';
import { Dialog } from '../../../shared/officers/frame/dialog.tsx';
import { hrefOfView } from '../../../shared/officers/palette/views.ts';
import { useChangeViews } from './use-views.ts';

interface ViewDialogProps {
  list: View['list'];
  values: Values;
  /** Those of this list. */
  views: readonly View[];
  /** The one that is changed; absent: what the list shows is saved. */
  view?: View;
  onClose: () => void;
}

export function ViewDialog({ list, values, views, view, onClose }: ViewDialogProps) {
  const { finding, frame } = useOfficeTexts();
  const { views: texts } = finding;
  const { moment } = useOfficeFormat();
  const decides = useUser()?.role === 'admin';
  const [replaced, setReplaced] = useState<View>();
  const of = view ?? replaced;
  const [name, setName] = useState(view?.name ?? '');
  const [office, setOffice] = useState(view?.office ?? false);
  const [tried, setTried] = useState(false);
  const { save, remove } = useChangeViews();
  const problem = problemIn(save.error);
  const wrong = tried && !oneLine(name) ? frame.required : fieldError(problem, 'name');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!oneLine(name)) return;
    const said = { name: oneLine(name), office, query: values };
    save.mutate(of ? { id: of.id, ...said } : { list, ...said }, {
      onSuccess: () => {
        announce(texts.saved);
        onClose();
      },
    });
  };
  const choose = (id: string) => {
    const chosen = views.find((one) => String(one.id) === id);
    setReplaced(chosen);
    setName(chosen?.name ?? '');
    setOffice(chosen?.office ?? false);
  };
  // Ops only sit in the office: what it keeps is not theirs to change.
  const mayChange = views.filter((one) => decides || !one.office);
  return (
    <Dialog title={view ? texts.settings : texts.save} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {view?.outdated && <p>{texts.outdated}</p>}
        {!view && mayChange.length > 0 && (
          <NativeSelect
            label={texts.as}
            value={replaced ? String(replaced.id) : ''}
            data={[
              { value: '', label: texts.asNew },
              ...mayChange.map((one) => ({ value: String(one.id), label: texts.replace(one.name) })),
            ]}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        )}
        <TextInput
          data-autofocus
          label={texts.name}
          maxLength={longest.viewName}
          value={name}
          error={wrong}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {decides && (
          <Switch
            label={texts.office}
            checked={office}
            onChange={({ currentTarget }) => setOffice(currentTarget.checked)}
          />
        )}
        {view && <p>{texts.by(view.updatedBy, moment(view.updatedAt))}</p>}
        {save.error && !wrong && <Failed error={save.error} />}
        {remove.error && <Failed error={remove.error} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={save.isPending}>
            {frame.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {frame.cancel}
          </Button>
          {view && <CopyButton label={texts.link} text={`${window.location.origin}${hrefOfView(view)}`} />}
          {view && (
            <SureButton
              label={frame.remove}
              about={view.name}
              question={view.office ? texts.removeSureOffice(view.name) : texts.removeSure(view.name)}
              busy={remove.isPending}
              onSure={() =>
                remove.mutate(view.id, {
                  onSuccess: () => {
                    announce(texts.removed);
                    onClose();
                  },
                })
              }
            />
          )}
        </div>
      </form>
    </Dialog>
  );
}
