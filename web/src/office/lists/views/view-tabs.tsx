// The saved views of a list, each one click away, with how many reports it has.
import { IconSettings, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { View } from '../../../api/types.ts';
import type { Values } from '../../../shared/state/address.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { hrefOfView, useViews } from '../../../shared/officers/palette/views.ts';
import { useViewCounts, viewOf } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';
import classes from './views.module.css';

interface ViewTabsProps {
  list: View['list'];
  /** By what the list is narrowed, ordered and grouped now. */
  values: Values;
}

/** Nothing where none was saved: the rows come first. */
export function ViewTabs({ list, values }: ViewTabsProps) {
  const { views: texts } = useOfficeTexts().finding;
  const views = useViews().filter((view) => view.list === list);
  const counts = useViewCounts(list === 'inbox' && views.length > 0);
  const [settings, setSettings] = useState<View>();
  const active = viewOf(views, values);
  if (views.length === 0) return null;
  const isAll = Object.keys(values).length === 0;
  return (
    <nav className={`${classes.bar} no-print`} aria-label={texts.label}>
      <ul className={classes.tabs}>
        <li>
          <Link
            href={hrefOfView({ list, query: {} })}
            className={classes.tab}
            aria-current={isAll ? 'true' : undefined}
          >
            {texts.all}
          </Link>
        </li>
        {views.map((view) => {
          const count = counts.get(view.id);
          return (
            <li key={view.id}>
              <Link
                href={hrefOfView(view)}
                className={classes.tab}
                aria-current={view.id === active?.id ? 'true' : undefined}
              >
                {!view.office && <IconUser size={14} aria-hidden />}
                {view.name}
                {count && (
                  <span className={classes.count} data-late={count.late > 0}>
                    <span aria-hidden>{count.total}</span>
                    <span className="visually-hidden">, {texts.reports(String(count.total))}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      {active && (
        <button
          type="button"
          className={classes.settings}
          aria-label={texts.settings}
          title={texts.settings}
          onClick={() => setSettings(active)}
        >
          <IconSettings size={16} aria-hidden />
        </button>
      )}
      {settings && (
        <ViewDialog
          list={list}
          values={settings.query}
          views={views}
          view={settings}
          onClose={() => setSettings(undefined)}
        />
      )}
    </nav>
  );
}
