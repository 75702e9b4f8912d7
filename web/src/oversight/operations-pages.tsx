// The pages of operations, in a chunk of their own.
import { Route, Switch } from 'wouter';
import { useUser } from '../session.tsx';
import { useKeptLanguage } from '../shared/state/kept-language.ts';
import { NotFoundPage } from '../shared/page/not-found-page.tsx';
import { Notice } from '../shared/messages/notice.tsx';
import { Page } from '../shared/page/page.tsx';
import { ApiKeysPage } from './people/api-keys/api-keys-page.tsx';
import { CalendarPage } from './calendar/calendar-page.tsx';
import { CategoriesPage } from './categories/categories-page.tsx';
import { CategoryPage } from './categories/category-page.tsx';
import { NewCategoryPage } from './categories/new-category-page.tsx';
import { OverviewPage } from './operations/overview-page.tsx';
import { ReadingForOpsPage } from './operations/reading-page.tsx';
import { RunbookPage } from './operations/runbook/runbook-page.tsx';
import { SchedulesPage } from './operations/schedules-page.tsx';
import { NewOfficePage } from './people/offices/new-office-page.tsx';
import { NewUserPage } from './people/users/new-user-page.tsx';
import { OfficePage } from './people/offices/office-page.tsx';
import { OfficesPage } from './people/offices/offices-page.tsx';
import { RequestsPage } from './people/requests/requests-page.tsx';
import { UserPage } from './people/users/user-page.tsx';
import { UsersPage } from './people/users/users-page.tsx';
import { PolicyPage } from './policy/policy-page.tsx';
import { useOperationsTexts } from '../texts/oversight.ts';

/** Others are told so and ask nothing of the API, which would refuse them. */
function OpsOnlyPage() {
  const texts = useOperationsTexts();
  return (
    <Page title={texts.title}>
      <Notice tone="warn" title={texts.opsOnly}>
        <p>{texts.opsOnlyWhy}</p>
      </Notice>
    </Page>
  );
}

export default function OperationsPages() {
  useKeptLanguage();
  const user = useUser();
  if (user?.role !== 'ops') return <OpsOnlyPage />;
  return (
    <Switch>
      <Route path="/operasi" component={OverviewPage} />
      <Route path="/operasi/kalender" component={CalendarPage} />
      <Route path="/operasi/kebijakan" component={PolicyPage} />
      <Route path="/operasi/jadwal" component={SchedulesPage} />
      <Route path="/operasi/panduan" component={RunbookPage} />
      <Route path="/operasi/pembacaan" component={ReadingForOpsPage} />
      <Route path="/operasi/pengguna" component={UsersPage} />
      <Route path="/operasi/pengguna/baru" component={NewUserPage} />
      <Route path="/operasi/pengguna/:username" component={UserPage} />
      <Route path="/operasi/permintaan" component={RequestsPage} />
      <Route path="/operasi/kantor" component={OfficesPage} />
      <Route path="/operasi/kantor/baru" component={NewOfficePage} />
      <Route path="/operasi/kantor/:id" component={OfficePage} />
      <Route path="/operasi/kunci" component={ApiKeysPage} />
      <Route path="/operasi/kategori" component={CategoriesPage} />
      <Route path="/operasi/kategori/baru" component={NewCategoryPage} />
      <Route path="/operasi/kategori/:code" component={CategoryPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
