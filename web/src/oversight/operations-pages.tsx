// The pages of operations, in a chunk of their own.
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { CalendarPage } from './calendar/calendar-page.tsx';
import { OverviewPage } from './operations/overview-page.tsx';
import { SchedulesPage } from './operations/schedules-page.tsx';
import { NewOfficePage } from './people/new-office-page.tsx';
import { NewUserPage } from './people/new-user-page.tsx';
import { OfficePage } from './people/office-page.tsx';
import { OfficesPage } from './people/offices-page.tsx';
import { UserPage } from './people/user-page.tsx';
import { UsersPage } from './people/users-page.tsx';
import { PolicyPage } from './policy/policy-page.tsx';

export default function OperationsPages() {
  return (
    <Switch>
      <Route path="/operasi" component={OverviewPage} />
      <Route path="/operasi/kalender" component={CalendarPage} />
      <Route path="/operasi/kebijakan" component={PolicyPage} />
      <Route path="/operasi/jadwal" component={SchedulesPage} />
      <Route path="/operasi/pengguna" component={UsersPage} />
      <Route path="/operasi/pengguna/baru" component={NewUserPage} />
      <Route path="/operasi/pengguna/:username" component={UserPage} />
      <Route path="/operasi/kantor" component={OfficesPage} />
      <Route path="/operasi/kantor/baru" component={NewOfficePage} />
      <Route path="/operasi/kantor/:id" component={OfficePage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
