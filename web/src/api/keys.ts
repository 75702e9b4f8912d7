// The names under which answers are kept, so that one place can throw away what another has asked for.
export const keys = {
  session: ['session'] as const,
  signInMethods: ['sign-in-methods'] as const,
  agencies: ['agencies'] as const,
  /** What the reporter sees of one report, its files too. */
  report: (number: string) => ['report', number] as const,
  reportFiles: (number: string) => ['report', number, 'files'] as const,
  usualTimes: ['usual-times'] as const,
  categories: ['categories'] as const,
  /** By what lies in what, or by words. */
  regions: (query: Record<string, string>) => ['regions', query] as const,
  performance: (query: Record<string, string>) => ['performance', query] as const,
  register: (query: Record<string, string>) => ['register', query] as const,
  registerEntry: (number: string) => ['register-entry', number] as const,
  /** What is being written. */
  similar: (title: string, description: string) => ['similar', title, description] as const,
  offices: ['offices'] as const,
  /** Also those that are no more. */
  allOffices: ['offices', 'all'] as const,
  /** All figures. */
  reports: ['reports'] as const,
  calendar: (year: number) => ['calendar', year] as const,
  officeHours: (id: string) => ['office-hours', id] as const,
  policy: ['policy'] as const,
  shippedPolicies: ['shipped-policies'] as const,
  recomputations: ['recomputations'] as const,
  successions: ['successions'] as const,
  schedules: ['schedules'] as const,
  console: ['console'] as const,
  cockpit: ['cockpit'] as const,
  passedOver: ['passed-over'] as const,
  users: ['users'] as const,
  accountRequests: ['account-requests'] as const,
  apiKeys: ['api-keys'] as const,
  /** Of the office: asked for again with all that is. */
  views: ['office', 'views'] as const,
};
