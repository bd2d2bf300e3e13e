// Every page of the client, by who gets to see it.
export const pages = {
  mine: '/', board: '/board', table: '/board?view=table', task: '/tasks/da11.ii.i.1.1', 'task-group': '/tasks/da11.ii.i.1',
  'opening-state': '/agencies/so-khcn/opening-state', programmes: '/programmes', programme: '/programmes/lao-cai-de-an-11',
  amend: '/programmes/lao-cai-de-an-11/amend?task=da11.ii.i.1.1', 'close-year': '/programmes/lao-cai-de-an-11/close-year', approvals: '/approvals',
  indicators: '/indicators', indicator: '/indicators/pc25.annex.i.1', 'indicator-entry': '/indicators/entry', 'indicator-verify': '/indicators/verify', 'indicator-completeness': '/indicators/completeness', 'indicator-baselines': '/indicators/baselines', 'indicator-shares': '/indicators/pc25.annex.i.1/shares', measures: '/indicators/measures', budget: '/budget-lines', 'budget-line': '/budget-lines/da11.iii.i.a.1',
  'money-reconciliation': '/budget/reconciliation', 'money-findings': '/budget/findings', ratios: '/budget/ratios', extracts: '/budget/extracts',
  me: '/me', rights: '/rights', 'people-of-work': '/people-of-work', handover: '/handover', delegation: '/delegation',
  'collective-leads': '/collective-leads', coordinations: '/coordinations',
  import: '/import',
  posts: '/admin/posts', post: '/admin/posts/demo.so-khcn.officer',
  agencies: '/agencies', agency: '/agencies/so-khcn', 'unit-plans': '/unit-plans', missions: '/missions', 'big-problems': '/big-problems', platforms: '/registers/shared-platform', proposals: '/proposals', documents: '/documents', doubts: '/doubts', 'doubt-work': '/doubts/work', links: '/links', contradictions: '/contradictions', log: '/log', nothing: '/no-such-page',
}
export const ofAdministrators = { accounts: '/admin/accounts', account: '/admin/accounts/demo.so-khcn.head', 'all-posts': '/admin/posts',
  'access-log': '/admin/access-log', 'agencies-admin': '/agencies', merge: '/agencies/so-ngoai-vu/merge' }
export const ofVisitors = { 'sign-in': '/sign-in', invitation: '/invitation/khong-co' }
