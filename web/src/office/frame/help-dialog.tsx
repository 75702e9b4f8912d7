// Which key does what, and the switch for all of them.
import { Switch } from '@mantine/core';
import { officeActions } from '../../../../sop/terms.ts';
import { Dialog } from '../../shared/officers/frame/dialog.tsx';
import { useDesk } from '../desk.tsx';
import classes from './help-dialog.module.css';
import { actionKeys, adviceKey, handKey, holdKey, useShortcutChoice, useShortcuts } from '../shortcuts.ts';
import { useOfficeTexts } from '../../texts/office.ts';

export function HelpDialog() {
  const { frame, words } = useOfficeTexts();
  const { shortcuts } = frame;
  const { helping, help } = useDesk();
  const [on, choose] = useShortcutChoice();
  useShortcuts({ '?': () => help(true) });
  const lists = [
    {
      title: shortcuts.move,
      keys: [
        ['j', shortcuts.next],
        ['k', shortcuts.previous],
        ['Enter', shortcuts.open],
        ['x', shortcuts.select],
        [handKey, shortcuts.hand],
        ['/', shortcuts.search],
        ['u', shortcuts.back],
        ['c', shortcuts.note],
        [adviceKey, shortcuts.advice],
        ['?', shortcuts.help],
        ['Ctrl + K', shortcuts.palette],
      ],
    },
    {
      title: shortcuts.decide,
      keys: [
        ...officeActions.map((action) => [actionKeys[action], words.actions[action]]),
        ['1 – 9', shortcuts.pick],
        ['Ctrl + Enter', shortcuts.send],
        [holdKey, shortcuts.hold],
      ],
    },
  ];
  return (
    <Dialog opened={helping} onClose={() => help(false)} title={shortcuts.title}>
      <p className={classes.lead}>{shortcuts.lead}</p>
      <div className={classes.lists}>
        {lists.map(({ title, keys }) => (
          <div key={title}>
            <h3>{title}</h3>
            <dl className={classes.keys}>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
      <Switch
        className={classes.switch ?? ''}
        label={shortcuts.on}
        checked={on}
        onChange={({ currentTarget }) => choose(currentTarget.checked)}
      />
    </Dialog>
  );
}
