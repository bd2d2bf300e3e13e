// Real answers of a real demo server with the real plans, each judged by openapi.yaml.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { startServer, usernameOf } from '../browser/server.mjs'
import { faultsOf, operationOf, operations } from './contract.mjs'

let server
const asked = new Set() // operations that were met

before(async () => {
  server = await startServer()
})
after(() => server?.stop())

// `as`: a username of the demo, or an agency for its head; null: nobody. Without a cookie the token says who asks.
async function ask(method, target, { body, as = 'so-khcn.officer', basedOn, headers = {} } = {}) {
  const sent = { ...headers }
  if (body !== undefined) sent['content-type'] ??= 'application/json'
  if (as && !sent.cookie) sent.authorization = `Bearer ${server.accounts.get(usernameOf(as)).token}`
  if (basedOn !== undefined) sent['luuvet-based-on'] = String(basedOn)
  const reply = await fetch(server.base + target, { method, headers: sent, body: typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : body })
  const text = await reply.text()
  const type = reply.headers.get('content-type')
  const json = /json/.test(type ?? '') && !/ndjson/.test(type) ? JSON.parse(text) : undefined
  asked.add(operationOf(method, target)?.operationId)
  assert.deepEqual(faultsOf(method, target, reply.status, type, json), [], `${method} ${target}`)
  return { status: reply.status, json, text, headers: reply.headers }
}
const get = async (target, as) => (await ask('GET', target, { as })).json

const collections = ['programmes', 'agencies', 'agency-groups', 'committees', 'members', 'documents', 'tasks', 'assignments', 'indicators',
  'budget-lines', 'reporting-duties', 'doubts', 'posts', 'accounts']

for (const collection of collections)
  test(`every row of ${collection}, as a list and by itself`, async () => {
    const list = await get(`/api/v1/${collection}?limit=1000`)
    assert.ok(list.total > 0)
    assert.equal(list.items.length, list.total)
    for (const item of list.items.slice(0, 5)) await get(`/api/v1/${collection}/${item.id}`)
    const id = list.items[0].id
    await get(`/api/v1/${collection}/${id}/history`)
    await get(`/api/v1/${collection}/${id}/thread`)
    if (collection !== 'accounts')
      assert.equal((await ask('POST', `/api/v1/${collection}/${id}/comment`, { body: { text: 'Ý kiến' } })).status, 200)
    assert.equal((await ask('GET', `/api/v1/${collection}/khong-co`)).status, 404)
    assert.equal((await ask('GET', `/api/v1/${collection}?khong-co=1`)).status, 400)
  })

const sheets = ['tasks', 'assignments', 'indicators', 'budget-lines', 'documents', 'doubts', 'agencies', 'programmes', 'committees', 'members',
  'agency-groups', 'reporting-duties', 'posts', 'unit-plans', 'submissions', 'coordinations', 'links', 'proposals', 'ratios', 'contradictions']
for (const collection of sheets)
  test(`${collection} as a spreadsheet`, async () => {
    assert.equal((await ask('GET', `/api/v1/${collection}.xlsx`)).status, 200)
    assert.equal((await ask('GET', `/api/v1/${collection}.xlsx?limit=1`)).status, 400)
  })

test('a programme as a spreadsheet', async () => {
  assert.equal((await ask('GET', '/api/v1/programmes/lao-cai-de-an-11/export.xlsx')).status, 200)
  assert.equal((await ask('GET', '/api/v1/programmes/khong-co/export.xlsx')).status, 404)
})

const lead = 'so-khcn.standing-agency' // of the plans of Lào Cai: registers, amends, decides, confirms
const head = 'so-khcn.head'
const task = 'da11.ii.i.1.1' // led by Sở KH&CN
const sequence = async (target) => (await get(`/api/v1/${target}`)).sequence
// A command on what stands there now.
const command = async (target, name, body, as = lead) =>
  ask('POST', `/api/v1/${target}/${name}`, { body, as, basedOn: await sequence(target) })
const document = 'lao-cai-de-an-11'

const twins = { kind: 'twin', subjects: ['task/bcd26.body.3.d', 'task/bcd26.ii.vii.1'] }

test('links between rows: suggested, proposed, rejected, linked, parted', async () => {
  const suggestions = await get('/api/v1/link-suggestions?limit=1000')
  const found = suggestions.items.find((one) => one.subjects.join() === twins.subjects.join())
  const binding = found.differs.map((field) => ({ field, subject: twins.subjects[1] }))
  const made = await ask('POST', '/api/v1/links', { as: head, body: { ...twins, reason: 'Cùng một việc' } })
  assert.equal(made.status, 201)
  const link = `links/${made.json.id}`
  assert.equal((await command(link, 'reject', { reason: 'Khác nhau' })).status, 200)
  assert.equal((await command(link, 'link', { binding: [], document })).status, 422)
  assert.equal((await command(link, 'link', { binding, document })).status, 200)
  assert.equal((await get('/api/v1/tasks/bcd26.body.3.d')).links.length, 1)
  assert.equal((await command(link, 'part', { reason: 'Tách', document })).status, 200)
  const items = [{ ...twins, based_on: await sequence(link), binding }]
  assert.equal((await ask('POST', '/api/v1/acts/link', { as: lead, body: { document, items } })).status, 200)
  const [other] = suggestions.items.filter((one) => one.id !== found.id)
  const rejected = [{ kind: other.kind, subjects: other.subjects, based_on: suggestions.sequence }]
  assert.equal((await ask('POST', '/api/v1/acts/reject-links', { as: lead, body: { reason: 'Khác nhau', items: rejected } })).status, 200)
  for (const target of ['links', `links?status=linked&subject=${twins.subjects[0]}`, 'contradictions?limit=1000', 'link-suggestions?kind=related', 'link-suggestions?kind=funds'])
    assert.ok((await get(`/api/v1/${target}`)).total > 0)
  await get(`/api/v1/${link}/history`)
  await get(`/api/v1/${link}/thread`)
  assert.equal((await ask('GET', '/api/v1/links/khong-co')).status, 404)
  assert.equal((await ask('GET', '/api/v1/contradictions?covered=maybe')).status, 400)
})

test('doubts: settled one by one and many at once, and opened again', async () => {
  const [first, second] = (await get('/api/v1/doubts?programme=lao-cai-bcd-2026')).items
  assert.equal((await command(`doubts/${first.id}`, 'settle', { outcome: 'kept', reason: 'Như in' })).status, 200)
  assert.equal((await command(`doubts/${first.id}`, 'reopen', { reason: 'Nhầm' })).status, 200)
  const noted = { programme: 'lao-cai-bcd-2026', kind: 'contradiction', text: 'Sản phẩm không hợp với việc', places: [{ subject: 'task/bcd26.ii.v.3', quote: 'Trung tâm đi vào hoạt động' }] }
  const made = await ask('POST', '/api/v1/doubts', { as: lead, body: noted })
  assert.equal(made.status, 201)
  assert.equal(made.json.places[0].number, '3')
  assert.equal((await ask('POST', '/api/v1/doubts', { as: lead, body: { ...noted, places: [] } })).status, 400)
  const items = [{ subject: `doubt/${second.id}`, based_on: await sequence(`doubts/${second.id}`), outcome: 'no-doubt' }]
  assert.equal((await ask('POST', '/api/v1/acts/settle-doubts', { as: lead, body: { items } })).status, 200)
  assert.equal((await get('/api/v1/doubts?status=settled')).total, 1)
})

test('indicators registered by a document, and indices proposed for that', async () => {
  const { items } = await get('/api/v1/index-suggestions')
  const [{ programme, name, unit, direction, tracking_agencies }] = items
  const body = { programme, name, unit, direction, tracking_agencies, document, targets: [{ year: 2030, text: 'Nhóm 20', comparator: 'rank', value: 20 }] }
  const made = await ask('POST', '/api/v1/indicators', { as: lead, body })
  assert.equal(made.status, 201)
  assert.equal((await get(`/api/v1/indicators/${made.json.id}`)).name, name)
  assert.equal((await ask('POST', '/api/v1/indicators', { as: lead, body: { ...body, tracking_agencies: [] } })).status, 400)
  assert.equal((await ask('POST', '/api/v1/indicators', { as: 'so-noi-vu.head', body })).status, 403)
  assert.equal((await get('/api/v1/index-suggestions')).items.length, items.length - 1)
})

test('an indicator: defined, measured, verified, restated, and all that is read of it', async () => {
  const indicator = 'indicators/bcd26.i.2'
  const statistics = 'thong-ke-tinh.statistics'
  const definition = { valid_from: '2026-01-01', document, unit: '%', direction: 'higher', counting: 'at-date', tier: 'required', frequency: 'year', combine: 'single', tracking_agencies: ['so-khcn'] }
  assert.equal((await command(indicator, 'define', definition)).status, 200)
  assert.equal((await command(indicator, 'define', definition)).status, 422)
  const computed = { ...definition, valid_from: '2030-01-01', computed_from: { numerator: 'applied', denominator: 'followed-up', scope: 'agency' } }
  assert.equal((await command(indicator, 'define', computed)).status, 200)
  const targets = [{ year: 2026, text: '≥ 75', comparator: '>=', value: 75, parts: [{ text: '40', comparator: '=', value: 40 }] }]
  assert.equal((await command(indicator, 'set-targets', { targets, valid_from: '2026-01-01', document, reason: 'Điều chỉnh' })).status, 200)
  assert.equal((await command(indicator, 'enter-baseline', { year: 2025, value: 37.6 }, statistics)).status, 200)
  assert.equal((await command(indicator, 'enter-baseline', { agency: 'so-khcn', year: 2025, value: 138 }, statistics)).json.baselines.length, 2)
  const at = (await get(`/api/v1/${indicator}`)).sequence
  const baselines = (year, value = 38) => ({ as: statistics, body: { items: [{ subject: indicator.replace('indicators', 'indicator'), based_on: at, year, value }] } })
  assert.equal((await ask('POST', '/api/v1/acts/enter-baselines?dry_run=true', baselines(2099))).json.refused, 1)
  assert.equal((await ask('POST', '/api/v1/acts/enter-baselines?dry_run=true', baselines(2024, 138))).json.items[0].findings.length, 1)
  assert.equal((await ask('POST', '/api/v1/acts/enter-baselines', baselines(2025))).status, 200)
  assert.equal((await ask('POST', '/api/v1/acts/enter-baselines', baselines(2099))).status, 400)
  const subject = indicator.replace('indicators', 'indicator')
  const define = (unit) => ({ as: lead, body: { items: [{ subject, based_on: at, definition: { ...definition, unit, valid_from: '2026-02-01', submitters: ['so-khcn'], combine: 'sum' } }] } })
  assert.equal((await ask('POST', '/api/v1/acts/define-indicators?dry_run=true', define('%'))).json.accepted, 1)
  assert.equal((await ask('POST', '/api/v1/acts/define-indicators', define('%'))).status, 200)
  assert.equal((await ask('POST', '/api/v1/acts/define-indicators', define('%'))).status, 412)
  const shares = (agency) => ({ as: lead, body: { valid_from: '2026-02-01', document, reason: 'Giao năm 2026', items: [{ subject, based_on: at, agency, targets: [{ year: 2026, text: '≥ 5', comparator: '>=', value: 5 }] }] } })
  assert.equal((await ask('POST', '/api/v1/acts/set-targets?dry_run=true', shares('so-noi-vu'))).json.refused, 1)
  assert.equal((await ask('POST', '/api/v1/acts/set-targets', shares('so-noi-vu'))).status, 422)
  assert.equal((await ask('POST', '/api/v1/acts/set-targets', shares('so-khcn'))).status, 200)
  assert.equal((await get(`/api/v1/${indicator}/series`)).share_sums.length, 1)
  assert.equal((await command(indicator, 'mark-break', { from: 2035, text: '6G' })).status, 200)
  assert.equal((await command(indicator, 'set-checks', { checks: [{ kind: 'range', importance: 'error', low: 0, high: 100 }] })).status, 200)
  const publication = { agency: 'vp-ubnd-tinh', within_days: 15 }
  assert.equal((await command(indicator, 'define', { ...definition, valid_from: '2025-01-01', publication })).status, 200)
  const published = { period: '2025', document, published_on: '2026-01-12', address: 'https://laocai.gov.vn/ket-qua', value: 37.6 }
  const publisher = 'vp-ubnd-tinh.officer'
  assert.equal((await command(indicator, 'record-publication', published, publisher)).status, 200)
  assert.equal((await command(indicator, 'record-publication', { ...published, value: 38, reason: 'Đính chính' }, publisher)).status, 200)
  assert.equal((await get(`/api/v1/${indicator}/series`)).publications.length, 1)
  assert.equal((await command(indicator, 'take-back-publication', { period: '2025', reason: 'Nhầm kỳ' }, publisher)).status, 200)
  assert.equal((await command(indicator, 'take-back-publication', { period: '2025', reason: 'Nhầm kỳ' }, publisher)).status, 422)
  assert.equal((await get('/api/v1/indicators?publication=overdue&publisher=vp-ubnd-tinh')).total, 1)
  const official = { period: '2024', value: 31.5, document }
  assert.equal((await command(indicator, 'set-official-figure', official, statistics)).status, 200)
  assert.equal((await command(indicator, 'set-official-figure', { ...official, value: 32 }, statistics)).status, 422)
  assert.equal((await command(indicator, 'set-official-figure', { ...official, value: 32, reason: 'Rà soát' }, statistics)).status, 200)
  assert.equal((await command(indicator, 'set-official-figure', { period: '2024', agency: 'so-tai-chinh', numerator: 1, denominator: 4, document }, statistics)).status, 200)
  assert.equal((await get(`/api/v1/${indicator}/series`)).comparison.length, 2)
  assert.equal((await command(indicator, 'set-official-figure', { period: '2024', withdrawn: true, reason: 'Nhầm kỳ', document }, statistics)).status, 200)
  assert.equal((await command(indicator, 'set-official-figure', official, lead)).status, 403)
  assert.equal((await get('/api/v1/indicators?differs_from_statistics=true')).total, 0)
  assert.equal((await ask('GET', '/api/v1/indicators?publication=x')).status, 400)
  const id = 'bcd26.i.2.so-khcn.2026'
  const figures = `submissions/${id}`
  const item = { subject: `submission/${id}`, kind: 'actual', numerator: 29, denominator: 40, source: 'Báo cáo' }
  const act = (name, items, as, query = '') => ask('POST', `/api/v1/acts/${name}-submissions${query}`, { as, body: { items } })
  const officer = 'so-khcn.officer'
  for (const numbers of [{}, { numerator: 50 }]) assert.equal((await act('enter', [{ ...item, ...numbers }], officer, '?dry_run=true')).status, 200)
  assert.equal((await act('enter', [item], officer)).status, 200)
  const seen = async () => [{ subject: item.subject, kind: 'actual', based_on: await sequence(figures) }]
  assert.equal((await act('submit', await seen(), officer)).status, 200)
  assert.equal((await act('approve', await seen(), head)).status, 200)
  const again = { reason: 'Thiếu nguồn' }
  const withReason = async () => (await seen()).map((one) => ({ ...one, ...again }))
  assert.equal((await ask('POST', '/api/v1/acts/return-submission-drafts', { as: head, body: { items: await withReason() } })).status, 200)
  for (const [name, as] of [['submit', officer], ['approve', head]]) assert.equal((await act(name, await seen(), as)).status, 200)
  assert.equal((await ask('POST', '/api/v1/acts/return-submissions', { as: statistics, body: { items: await withReason() } })).status, 200)
  for (const [name, as] of [['submit', officer], ['approve', head]]) assert.equal((await act(name, await seen(), as)).status, 200)
  const waiting = await get('/api/v1/submission-queue?agency=thong-ke-tinh')
  assert.equal(waiting.total, 1)
  for (const part of ['submitter=so-khcn', 'indicator=bcd26.i.2', 'period=2026'])
    assert.equal((await get(`/api/v1/submission-queue?agency=thong-ke-tinh&${part}`)).total, 1)
  await get('/api/v1/submission-queue?agency=thong-ke-tinh&warned=true')
  await get('/api/v1/indicators?tier=unclear&limit=3')
  assert.equal((await act('verify', await seen(), statistics)).status, 200)
  const restate = { kind: 'actual', numerator: 30, denominator: 40, reason: 'Sót một thôn', source: 'Niên giám', evidence: document, comment: 'Thêm một thôn' }
  assert.equal((await command(figures, 'restate', restate, head)).status, 200)
  assert.equal((await command(figures, 'return', { kind: 'actual', reason: 'Không có căn cứ' }, statistics)).status, 200)
  assert.equal((await command(figures, 'restate', restate, head)).status, 200)
  assert.equal((await command(figures, 'verify', { kind: 'actual', note: 'Khớp' }, statistics)).status, 200)
  const estimate = { kind: 'estimate', value: 80, comment: 'Ước cả năm' }
  for (const [name, body, as] of [['enter', estimate, officer], ['submit', { kind: 'estimate' }, officer], ['return-draft', { kind: 'estimate', reason: 'Thiếu' }, head], ['approve', { kind: 'estimate' }, head]])
    assert.equal((await command(figures, name, body, as)).status, 200)
  for (const target of [figures, `${figures}/history`, `${figures}/thread`, indicator, `${indicator}/history`, `${indicator}/series`, 'indicators?limit=1000',
    'mission-counts?year=2026', `missions?counted_for=${id}&counted_as=numerator`, 'submissions?state=verified&kind=actual&period=2026', 'submission-grid?agency=so-khcn&period=2026', 'submission-grid?agency=so-khcn&period=2030', 'submission-completeness?period=2026'])
    await get(`/api/v1/${target}`)
  const series = await get(`/api/v1/${indicator}/series`)
  assert.equal(series.restatements.length, 2)
  assert.equal(series.assessment.result, 'achieved')
  const template = await fetch(`${server.base}/api/v1/submission-grid.xlsx?agency=so-khcn&period=2026`, { headers: { authorization: `Bearer ${server.accounts.get(usernameOf(officer)).token}` } })
  const read = await ask('POST', '/api/v1/submission-grid?agency=so-khcn&period=2026', { as: officer, body: Buffer.from(await template.arrayBuffer()), headers: { 'content-type': 'application/octet-stream' } })
  assert.equal(read.status, 200)
  assert.equal((await ask('GET', '/api/v1/submission-grid.xlsx?agency=so-khcn&period=2026', { as: officer })).status, 200)
  const blank = await fetch(`${server.base}/api/v1/baseline-grid.xlsx?year=2025`, { headers: { authorization: `Bearer ${server.accounts.get(usernameOf(officer)).token}` } })
  const filled = await ask('POST', '/api/v1/baseline-grid?year=2025', { as: statistics, body: Buffer.from(await blank.arrayBuffer()), headers: { 'content-type': 'application/octet-stream' } })
  assert.equal(filled.json.unchanged, 1)
  assert.equal((await ask('GET', '/api/v1/baseline-grid.xlsx?year=2025', { as: officer })).status, 200)
  for (const target of ['submission-grid?agency=so-khcn', 'baseline-grid.xlsx', 'submission-queue', 'submission-completeness?period=x', 'submissions?state=none'])
    assert.equal((await ask('GET', `/api/v1/${target}`)).status, 400)
  assert.equal((await ask('GET', '/api/v1/indicators/khong-co/series')).status, 404)
  assert.equal((await ask('GET', '/api/v1/submissions/khong-co')).status, 404)
})

test('a plan out of a file: staged, set, looked at, tried, taken, dropped', async () => {
  const bytes = await readFile(new URL('../tables/files/formulas-calc.xlsx', import.meta.url))
  const send = (body, as = lead) => ask('POST', '/api/v1/imports?name=ke-hoach.xlsx', { as, body, headers: { 'content-type': 'application/octet-stream' } })
  assert.equal((await send('TT;')).status, 400)
  assert.equal((await send(bytes, head)).status, 403)
  const staged = await send(bytes)
  assert.equal(staged.status, 201)
  const target = `/api/v1/imports/${staged.json.id}`
  const add = { id: 'kh-2027', title: 'Kế hoạch 2027', short_title: 'KH 2027', year_from: 2027, year_to: 2027, document }
  const set = await ask('POST', `${target}/set`, { as: lead, body: { add, rows: [] } })
  assert.equal(set.json.counts.new, 4)
  assert.equal((await ask('POST', `${target}/set`, { as: lead, body: { x: 1 } })).status, 400)
  const body = { document, based_on: set.json.sequence }
  assert.equal((await ask('POST', `${target}/commit?dry_run=true`, { as: lead, body })).status, 200)
  assert.equal((await ask('POST', `${target}/commit`, { as: lead, body })).status, 200)
  assert.equal((await ask('POST', `${target}/commit`, { as: lead, body })).status, 422)
  assert.equal((await get(target, lead)).counts.untouched, 4)
  assert.equal((await get('/api/v1/imports', lead)).items.length, 1)
  assert.equal((await ask('DELETE', target, { as: lead })).status, 204)
  assert.equal((await ask('GET', target, { as: lead })).status, 404)
})

test('the life of a task, from its registration to its end', async () => {
  const made = await ask('POST', '/api/v1/tasks', { as: lead, body: { programme: document, title: 'Nhiệm vụ phát sinh', lead_agencies: ['so-noi-vu'],
    deadline: { text: 'Quý IV/2027' }, deliverables: [{ kind: 'quantity', text: '24 lớp', quantity: 24, unit: 'lớp' }], document } })
  assert.equal(made.status, 201)
  const target = `tasks/${made.json.id}`
  const reason = { reason: 'Theo kết luận họp.', document }
  const steps = [
    ['amend', { set: { title: 'Nhiệm vụ phát sinh trong năm' }, document }], ['assign', { mode: 'each', units: ['so-noi-vu', 'so-tu-phap'] }],
    ['suspend', reason], ['resume', reason], ['cancel', reason], ['reinstate', reason],
    ['start', {}, 'so-noi-vu'], ['report-progress', { percent: 40, quantities: [{ deliverable: 1, done: 10 }], result: 'Đã mở 10 lớp' }, 'so-noi-vu'],
    ['ask-extension', { due: '2028-03-31', reason: 'Chờ kinh phí.' }, 'so-noi-vu'],
  ]
  for (const [name, body, as] of steps) assert.equal((await command(target, name, body, as)).status, 200, name)
  const work = `assignments/${made.json.id}.so-noi-vu`
  const one = await get(`/api/v1/${work}`, 'so-noi-vu')
  assert.equal((await command(work, 'return-progress', { of: [one.draft.sequence], reason: 'Bổ sung số liệu.' }, 'so-noi-vu')).status, 200)
  assert.equal((await command(work, 'report-progress', { percent: 50 }, 'so-noi-vu')).status, 200)
  const draft = (await get(`/api/v1/${work}`, 'so-noi-vu')).draft.sequence
  assert.equal((await command(work, 'approve-progress', { of: [draft] }, 'so-noi-vu')).status, 200)
  assert.equal((await command(work, 'decide-extension', { asked: one.extension_asked.sequence, decision: 'grant', document })).status, 200)
  const submission = { completed_on: '2026-11-01', deliverables: [{ deliverable: 1, done: 24 }], note: 'Đã hoàn thành.' }
  assert.equal((await command(work, 'submit', submission, 'so-noi-vu')).status, 200)
  assert.equal((await command(work, 'return', { reason: 'Thiếu danh sách lớp.' })).status, 200)
  assert.equal((await command(work, 'submit', submission, 'so-noi-vu')).status, 200)
  assert.equal((await command(work, 'accept', { note: 'Đạt.' })).status, 200)
  assert.equal((await command(work, 'reopen', { reason: 'Nhập nhầm.', document })).status, 200)
  await get(`/api/v1/${target}/history`)
  await get(`/api/v1/${work}/history`)
})

test('the same work, addressed the other way: by its task, and by its assignment', async () => {
  const made = await ask('POST', '/api/v1/tasks', { as: lead, body: { programme: document, title: 'Nhiệm vụ khác', lead_agencies: ['so-noi-vu'],
    deadline: { text: 'Quý IV/2027' }, document } })
  const target = `tasks/${made.json.id}`
  const work = `assignments/${made.json.id}.joint`
  const unit = 'so-noi-vu'
  const ok = async (...words) => assert.equal((await command(...words)).status, 200, words[1])
  const now = () => get(`/api/v1/${work}`, 'so-noi-vu')
  await ok(work, 'enter-opening-state', { status: 'not-started' }, unit)
  await ok(work, 'confirm-opening-state', { of: (await now()).opening.sequence }, unit)
  await ok(work, 'start', {}, unit)
  await ok(target, 'report-progress', { percent: 10 }, unit)
  await ok(target, 'return-progress', { of: [(await now()).draft.sequence], reason: 'Chưa đúng.' }, unit)
  await ok(target, 'report-progress', { percent: 20 }, unit)
  await ok(target, 'approve-progress', { of: [(await now()).draft.sequence] }, unit)
  await ok(work, 'ask-extension', { due: '2028-03-31', reason: 'Chờ kinh phí.' }, unit)
  await ok(target, 'decide-extension', { asked: (await now()).extension_asked.sequence, decision: 'refuse', reason: 'Chưa cần.', document })
  const submission = { completed_on: '2026-11-01', deliverables: [] }
  await ok(target, 'submit', submission, unit)
  await ok(target, 'return', { reason: 'Thiếu văn bản.' })
  await ok(target, 'submit', submission, unit)
  await ok(target, 'accept', {})
  await ok(target, 'reopen', { reason: 'Nhập nhầm.', document })
})

test('opening states one by one, triggers, directives and urgings', async () => {
  assert.equal((await command(`tasks/${task}`, 'enter-opening-state', { status: 'completed', completed_on: '2026-03-20' }, head)).status, 200)
  const opening = (await get(`/api/v1/assignments/${task}.joint`)).opening.sequence
  assert.equal((await command(`tasks/${task}`, 'confirm-opening-state', { of: opening }, head)).status, 200)
  const { items } = await get('/api/v1/tasks?programme=lao-cai-bcd-2026&kind=triggered&limit=1')
  const trigger = { body: { occurred_on: '2026-11-02', document }, as: lead }
  assert.equal((await ask('POST', `/api/v1/tasks/${items[0].id}/record-trigger`, trigger)).status, 200)
  const words = { text: 'Đề nghị khẩn trương.', to: ['so-noi-vu'], answer_due: '2026-12-31' }
  for (const name of ['direct', 'urge']) assert.equal((await ask('POST', `/api/v1/tasks/${task}/${name}`, { body: words, as: lead })).status, 200)
  await get(`/api/v1/tasks/${task}/thread`)
})

test('documents and acts over many subjects', async () => {
  const made = await ask('POST', '/api/v1/documents', { as: lead, body: { kind: 'decision', number: '215/QĐ-UBND', issuer: 'UBND tỉnh', abstract: 'Quy chế' } })
  assert.equal(made.status, 201)
  assert.equal((await command(`documents/${made.json.id}`, 'amend', { set: { issued_on: '2026-04-16' }, reason: 'Bổ sung ngày.' })).status, 200)
  const item = async (id, rest) => ({ subject: `assignment/${id}`, based_on: await sequence(`assignments/${id}`), ...rest })
  const id = 'da11.ii.i.1.3.joint'
  const act = async (name, items, query = '') => ask('POST', `/api/v1/acts/${name}${query}`, { body: { items }, as: head })
  assert.equal((await act('enter-opening-state', [await item(id, { status: 'in-progress', percent: 20 })])).status, 200)
  const opening = (await get(`/api/v1/assignments/${id}`)).opening.sequence
  assert.equal((await act('confirm-opening-state', [await item(id, { of: opening })])).status, 200)
  assert.equal((await command(`assignments/${id}`, 'report-progress', { percent: 30 }, head)).status, 200)
  const draft = (await get(`/api/v1/assignments/${id}`)).draft.sequence
  assert.equal((await act('approve-progress', [await item(id, { of: [draft] })])).status, 200)
  const amendment = { programme: document, document, items: [
    { do: 'add', task: { title: 'Thêm theo quyết định', lead_agencies: ['so-tu-phap'], deadline: { text: 'Năm 2027' } } },
    { do: 'amend', subject: 'task/da11.ii.i.1.5', based_on: await sequence('tasks/da11.ii.i.1.5'), set: { content: 'Nội dung mới' } },
    { do: 'cancel', subject: 'task/da11.ii.i.1.6', based_on: await sequence('tasks/da11.ii.i.1.6'), reason: 'Không còn phù hợp.' }] }
  const dry = await ask('POST', '/api/v1/acts/amend-programme?dry_run=true', { body: amendment, as: lead })
  assert.equal(dry.json.items.length, 3)
  assert.equal((await ask('POST', '/api/v1/acts/amend-programme', { body: amendment, as: lead })).status, 200)
})

test('a file, from bringing it to its signatures', async () => {
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': "attachment; filename*=UTF-8''ghi-chu.txt" }
  const brought = await ask('POST', '/api/v1/files', { body: 'Ghi chú cuộc họp\n', headers })
  assert.equal(brought.status, 201)
  assert.equal((await ask('POST', '/api/v1/files', { body: '<html></html>', headers })).status, 415)
  const paper = { kind: 'report', issuer: 'Sở KH&CN', abstract: 'Biên bản', file: brought.json.file }
  const made = await ask('POST', '/api/v1/documents', { body: paper })
  assert.equal(made.json.file.name, 'ghi-chu.txt')
  assert.equal((await ask('POST', '/api/v1/documents', { body: paper, as: 'so-noi-vu.officer' })).status, 400)
  assert.equal((await ask('GET', `/api/v1/documents/${made.json.id}/file`)).text, 'Ghi chú cuộc họp\n')
  assert.equal((await ask('GET', `/api/v1/documents/${made.json.id}/file?inline=true`)).status, 400)
  assert.deepEqual((await get(`/api/v1/documents/${made.json.id}/signatures`)).signatures, [])
  assert.equal((await ask('GET', `/api/v1/documents/${made.json.id}/file`, { as: 'so-noi-vu.officer' })).status, 403)
  await get(`/api/v1/documents/${made.json.id}/history`)
})

test('collective leads, and requests for coordination', async () => {
  const { items } = await get('/api/v1/tasks?lead=undecided&programme=lao-cai-de-an-11&limit=2')
  const act = { mode: 'each', units: ['so-noi-vu', 'so-tai-chinh'], items: items.map((one) => ({ subject: `task/${one.id}`, based_on: one.sequence })) }
  const assign = (query, body) => ask('POST', `/api/v1/acts/assign${query}`, { body, as: lead })
  assert.equal((await assign('?dry_run=true', act)).json.items.length, 2)
  assert.equal((await assign('', act)).status, 200)
  assert.equal((await command(`tasks/${items[0].id}`, 'assign', { mode: 'focal', agency: 'so-noi-vu' })).json.assignment_mode, 'focal')
  const body = { task: 'da11.ii.i.1.3', to: ['so-noi-vu', 'so-tai-chinh'], what: 'Cử thành viên tham gia.', due: '2099-01-31', document }
  const made = await ask('POST', '/api/v1/coordinations', { body, as: head })
  assert.equal(made.status, 201)
  const target = `coordinations/${made.json.id}`
  const say = async (name, words, as) => (await ask('POST', `/api/v1/${target}/${name}`, { body: words, as })).status
  assert.equal(await say('confirm', { note: 'Đã cử.', done_on: '2026-11-01', document }, 'so-tai-chinh'), 200)
  assert.equal(await say('dispute', { reason: 'Không thuộc lĩnh vực.' }, 'so-noi-vu'), 200)
  assert.equal(await say('dispute', { reason: 'Không.' }, 'so-tu-phap'), 403)
  const objection = (await get(`/api/v1/${target}`)).asked.find((one) => one.answer === 'disputed').sequence
  assert.equal(await say('answer', { of: [objection], text: 'Chỉ cần một người.' }, head), 200)
  assert.equal(await say('answer', { of: [objection], text: 'Chỉ cần một người.' }, head), 422)
  assert.equal((await get('/api/v1/coordinations?to=so-noi-vu&answer=answered&state=open&overdue=false')).total, 1)
  assert.equal((await get(`/api/v1/${target}`, 'so-tu-phap')).withheld, true)
  assert.equal((await command(target, 'close', { reason: 'Đã đủ.' }, head)).json.state, 'closed')
  await get(`/api/v1/${target}/history`)
  await get(`/api/v1/${target}/thread`)
})

test('the work inside an agency, and taking back', async () => {
  const officer = 'so-khcn.officer'
  const [chief, clerk] = [(await get('/api/v1/me', head)).account, (await get('/api/v1/me', officer)).account]
  const id = 'da11.ii.i.1.3'
  const work = `assignments/${id}.joint`
  assert.equal((await command(work, 'assign-people', { leader: chief, department: 'Phòng Chuyển đổi số', officers: [] }, head)).status, 200)
  assert.equal((await command(`tasks/${id}`, 'assign-people', { officers: [clerk] }, head)).status, 200)
  const item = { subject: `assignment/${id}.joint`, based_on: await sequence(work), leader: chief, officers: [clerk] }
  assert.equal((await ask('POST', '/api/v1/acts/assign-people', { body: { items: [item] }, as: head })).status, 200)
  assert.equal((await get(`/api/v1/assignments?handled_by=${clerk}`)).items[0].people[0].leader, chief)
  const handover = { body: { from: clerk, to: chief, on: '2026-11-01', note: 'Chuyển công tác.' }, as: head }
  assert.equal((await ask('POST', '/api/v1/acts/hand-over?dry_run=true', handover)).json.items[0].do, 'hand-over')
  assert.equal((await ask('POST', '/api/v1/acts/hand-over', handover)).status, 200)
  assert.equal((await ask('POST', '/api/v1/acts/hand-over', handover)).status, 422)

  for (const target of [work, `tasks/${id}`]) {
    assert.equal((await command(work, 'report-progress', { percent: 35 }, officer)).status, 200)
    const { draft } = await get(`/api/v1/${work}`)
    assert.equal((await ask('POST', `/api/v1/${target}/withdraw-progress`, { body: { sequence: draft.sequence }, as: officer })).status, 200)
  }
  await ask('POST', `/api/v1/tasks/${id}/comment`, { body: { text: 'Nhầm' }, as: officer })
  const said = (await get(`/api/v1/tasks/${id}/thread`)).items.at(-1).sequence
  assert.equal((await ask('POST', `/api/v1/tasks/${id}/withdraw-comment`, { body: { sequence: said }, as: officer })).status, 200)
  assert.equal((await get(`/api/v1/tasks/${id}/thread`)).items.at(-1).withdrawn, true)

  const amend = async (title) => (await command(`tasks/${id}`, 'amend', { set: { title }, document })).json.sequence
  const first = await amend('Tên sai')
  const second = await amend('Tên khác')
  const undo = (target, sequence) => ask('POST', `/api/v1/${target}/undo`, { body: { sequence }, as: lead })
  assert.equal((await undo(`tasks/${id}`, first)).json.events_since.length, 1)
  assert.equal((await undo(`tasks/${id}`, second)).json.title, 'Tên sai')
  const paper = await ask('POST', '/api/v1/documents', { as: lead, body: { kind: 'report', issuer: 'Sở', abstract: 'Báo cáo' } })
  const target = `documents/${paper.json.id}`
  const amended = (await command(target, 'amend', { set: { abstract: 'Sai' }, reason: 'Gõ nhầm.' })).json.sequence
  assert.equal((await undo(target, amended)).json.abstract, 'Báo cáo')
  await get(`/api/v1/tasks/${id}/history`)
  await get(`/api/v1/${work}/history`)
  await get('/api/v1/rights')
})

test('refusals are problems of the contract', async () => {
  const path = `/api/v1/tasks/${task}`
  const basedOn = await sequence(`tasks/${task}`)
  const expect = async (status, target, request) => assert.equal((await ask('POST', target, { as: lead, ...request })).status, status)
  await expect(400, `${path}/amend`, { basedOn, body: '{"set":' })
  await expect(400, `${path}/amend`, { basedOn, body: { set: { titel: 'x' }, document } })
  await expect(400, `${path}/amend`, { basedOn, body: { set: { title: 'x' }, document: 'khong-co' } })
  await expect(428, `${path}/amend`, { body: { set: { title: 'x' }, document } })
  await expect(412, `${path}/amend`, { headers: { 'if-match': '"1"' }, body: { set: { title: 'x' }, document } })
  await expect(403, `${path}/amend`, { as: 'so-noi-vu', basedOn, body: { set: { title: 'x' }, document } })
  await expect(415, `${path}/amend`, { basedOn, headers: { 'content-type': 'text/plain' }, body: 'x' })
  await expect(422, `${path}/resume`, { basedOn, body: { reason: 'x', document } })
  await ask('GET', '/api/v1/tasks?as_of=99999999')
  await ask('GET', '/api/v1/tasks?min_sequence=99999999')
})

test('the log, the past, the audit and the technical addresses', async () => {
  const head = (await get('/api/v1/programmes')).sequence
  for (const target of ['/api/v1/history?limit=1000', `/api/v1/history?before=${head}&types=vn.luuvet.task`, `/api/v1/tasks?as_of=${head - 3}&limit=1`,
    '/api/v1/tasks?as_of=2026-11-01T00:00:00Z', '/api/v1/tasks?status_date=2027-06-30&limit=1000', '/api/v1/events?limit=1000', '/audit/checkpoint',
    '/audit/tile/0/000', '/audit/tile/entries/000', '/audit/proof/5', '/healthz', '/readyz', '/metrics', '/api/v1/openapi.json', '/api/v1/asyncapi.json'])
    assert.equal((await ask('GET', target)).status, 200, target)
  for (let after = 1000; after < head; after += 1000) await get(`/api/v1/events?after=${after}&limit=1000`)
  assert.equal((await ask('GET', '/api/v1/live')).status, 426)
})

const in300Days = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)

// A session as a browser has it: its cookie, and the header that browsers send with what a page of the site asks.
const browserOf = (reply) => ({ cookie: reply.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '), 'sec-fetch-site': 'same-origin' })
const session = '/api/v1/session'

test('signing in, what belongs to oneself, and signing out', async () => {
  const demo = await ask('POST', session, { as: null, body: { demo: 'so-tu-phap.officer' } })
  assert.equal(demo.status, 200)
  const { username, password } = server.accounts.get('so-tu-phap.officer')
  const entered = await ask('POST', session, { as: null, body: { username, password } })
  assert.equal(entered.status, 200)
  const headers = browserOf(entered)
  const own = async (method, target, body) => ask(method, target, { headers, body })
  assert.equal((await own('GET', '/api/v1/me')).json.agencies[0].agency, 'so-tu-phap')
  const { items } = (await own('GET', '/api/v1/sessions')).json
  assert.equal(items.length, 2)
  assert.equal((await own('DELETE', `/api/v1/sessions/${items.find((one) => !one.current).id}`)).status, 204)
  assert.equal((await own('DELETE', '/api/v1/sessions/khong-co')).status, 404)
  assert.equal((await own('POST', '/api/v1/live-ticket', {})).status, 201)
  const change = { old: password, new: 'mot cau khac con dai hon nua' }
  assert.equal((await own('POST', '/api/v1/me/password', { ...change, new: 'ngan' })).status >= 400, true)
  assert.equal((await own('POST', '/api/v1/me/password', change)).status, 204)
  assert.equal((await ask('DELETE', session, { headers: { ...headers, 'sec-fetch-site': 'cross-site' } })).status, 403)
  assert.equal((await own('DELETE', session)).status, 204)
  assert.equal((await own('GET', '/api/v1/me')).status, 401)
  await ask('GET', '/api/v1/demo-accounts', { as: null })
})

test('who is not signed in is told so, in the same words for every cause', async () => {
  for (const target of ['/api/v1/me', '/api/v1/tasks', `/api/v1/tasks/${task}`, '/api/v1/sessions', '/api/v1/events', '/api/v1/rights'])
    assert.equal((await ask('GET', target, { as: null })).status, 401, target)
  assert.equal((await ask('POST', `/api/v1/tasks/${task}/comment`, { as: null, body: { text: 'x' } })).status, 401)
  const wrong = async (body) => ask('POST', session, { as: null, body })
  const answers = [await wrong({ username: 'so-khcn.officer', password: 'sai mat khau' }), await wrong({ username: 'khong.co', password: 'sai mat khau' })]
  assert.deepEqual(answers.map((one) => one.status), [401, 401])
  assert.equal(answers[0].text, answers[1].text)
  assert.equal((await wrong({ username: 'a' })).status, 400)
  let reply
  for (let n = 0; n < 40 && reply?.status !== 429; ++n) reply = await wrong({ username: 'so-khcn.officer', password: `sai ${n}` })
  assert.equal(reply.status, 429)
  assert.ok(Number(reply.headers.get('retry-after')) > 0)
})

test('the ways in, where no provider is set', async () => {
  assert.deepEqual((await ask('GET', '/api/v1/sign-in-options', { as: null })).json, { password: true, demo: true, oidc: null })
  for (const name of ['start', 'callback']) assert.equal((await ask('GET', `/api/v1/oidc/${name}`, { as: null })).status, 404)
})

test('accounts and posts, from an invitation to the erasing of a profile', async () => {
  const as = 'vp-ubnd-tinh.administrator'
  const ok = async (target, body, status = 200) => {
    const reply = await ask('POST', `/api/v1${target}`, { as, body })
    assert.equal(reply.status, status, `${target}: ${reply.text}`)
    return reply.json
  }
  const made = await ok('/accounts', { username: 'le.van.c', name: 'Lê Văn C', kind: 'person' }, 201)
  const account = `/accounts/${made.id}`
  assert.match(made.invitation, /^\/invitation\//)
  const accept = (link, password) => ask('POST', `/api/v1/invitations/${link.split('/').at(-1)}`, { as: null, body: { password } })
  assert.equal((await accept(made.invitation, 'mot cau dai de nho')).status, 200)
  assert.equal((await accept(made.invitation, 'mot cau dai de nho')).status, 404)
  const again = await ok(`${account}/invite`, {})
  assert.ok((await accept(again.invitation, 'ngan')).status >= 400)
  assert.equal((await accept(again.invitation, 'mot cau khac con dai hon')).status, 200)

  const post = await ok('/posts', { role: 'deputy', agency: 'so-noi-vu', title: 'Phó Giám đốc Sở', areas: ['cchc'] }, 201)
  const at = `/posts/${post.id}`
  const amended = await ask('POST', `/api/v1${at}/amend`, { as, basedOn: post.sequence, body: { set: { areas: [] }, reason: 'Phân công lại.' } })
  assert.equal(amended.status, 200)
  await ok(`${at}/fill`, { account: made.id, from: '2026-01-01' })
  await ok(`${at}/vacate`, { account: made.id, on: '2026-06-01' })
  assert.equal((await ask('POST', `/api/v1${at}/fill`, { as: 'so-khcn.officer', body: { account: made.id, from: '2026-01-01' } })).status, 403)

  const machine = await ok('/accounts', { username: 'ioc.cong-dich-vu', name: 'Cổng IOC', kind: 'machine' }, 201)
  const gateway = `/accounts/${machine.id}`
  const issued = await ok(`${gateway}/issue-token`, { label: 'IOC', expires_on: in300Days, scope: 'read' })
  assert.match(issued.token, /^lv_/)
  const headers = { authorization: `Bearer ${issued.token}` }
  assert.equal((await ask('GET', '/api/v1/me', { as: null, headers })).json.scope, 'read')
  await ok(`${gateway}/revoke-token`, { token: issued.tokens[0].token })
  assert.equal((await ask('GET', '/api/v1/me', { as: null, headers })).status, 401)

  assert.equal((await ask('POST', `/api/v1${account}/erase-profile`, { as, body: {} })).status, 403)
  await ok(`${account}/close`, {})
  await ok(`${account}/reopen`, {})
  await ok(`${account}/close`, {})
  assert.equal((await ask('POST', `/api/v1${account}/erase-profile`, { as, body: {} })).status, 204)
  assert.equal((await get(`/api/v1${account}`, as)).name, null)
  await get('/api/v1/rights')
})

test('the life of an agency, from its founding to its end', async () => {
  const as = 'vp-ubnd-tinh.administrator'
  const basis = { from_date: '2026-01-05', document }
  const founded = await ask('POST', '/api/v1/agencies', { as, body: { id: 'so-dtg', name: 'Sở Dân tộc và Tôn giáo', kind: 'department', province: 'lao-cai', ...basis } })
  assert.equal(founded.status, 201)
  const renamed = await command('agencies/so-dtg', 'rename', { name: 'Sở Dân tộc', short_name: 'SDT', ...basis, from_date: '2026-01-06' }, as)
  assert.equal(renamed.json.former_names.length, 1)
  const merger = { into: 'so-noi-vu', ...basis, from_date: '2026-01-07' }
  assert.ok((await command('agencies/so-tu-phap', 'merge?dry_run=true', merger, as)).json.items.length > 1)
  assert.equal((await command('agencies/so-tu-phap', 'merge', merger, as)).json.merged_into, 'so-noi-vu')
  assert.equal((await command('agencies/so-tu-phap', 'rename', { name: 'X', ...basis }, as)).status, 422)
  assert.equal((await command('agencies/so-khcn', 'dissolve', { on: '2026-01-07', document }, as)).status, 422)
  assert.equal((await command('agencies/so-dtg', 'dissolve', { on: '2026-01-07', document, reason: 'Hợp nhất.' }, as)).json.ended_on, '2026-01-07')
  assert.equal((await get('/api/v1/agencies?state=ended', as)).total, 2)
  await get(`/api/v1/agencies/so-dtg/history`, as)
  const { items } = await get('/api/v1/history?limit=1000', as)
  assert.ok(items.some((one) => one.type === 'vn.luuvet.agency.merged.v1'))
  assert.equal((await ask('GET', '/api/v1/events?after=2000&limit=1000', { as: 'thanh-tra-tinh.inspector' })).status, 200)
})

test('what is protected is withheld from who has no right to it, and is still of the contract', async () => {
  const as = 'thong-ke-tinh.statistics'
  const { items } = await get('/api/v1/assignments?limit=1000', as)
  assert.ok(items.some((one) => one.withheld))
  for (const target of ['/api/v1/tasks?limit=1000', '/api/v1/history?limit=1000', '/api/v1/events?after=2400&limit=1000', `/api/v1/tasks/${task}/thread`])
    assert.equal((await ask('GET', target, { as })).status, 200)
})

test('the access log, whole for who may read it and of oneself for everybody', async () => {
  const as = 'vp-ubnd-tinh.administrator'
  await new Promise((resolve) => setTimeout(resolve, 2_500)) // rows come about a second after what they tell
  const { items, next } = await get('/api/v1/access-log?limit=3', as)
  assert.equal(items.length, 3)
  await get(`/api/v1/access-log?limit=1000&before=${next}`, 'thanh-tra-tinh.inspector')
  const own = await get('/api/v1/access-log?account=me&types=vn.luuvet.access.token-used')
  assert.ok(own.items.every((row) => row.account === 'demo.so-khcn.officer'))
  assert.equal((await ask('GET', '/api/v1/access-log')).status, 403)
  assert.equal((await ask('GET', '/api/v1/access-log', { as: null })).status, 401)
  assert.equal((await ask('GET', '/api/v1/access-log?day=hom-qua', { as })).status, 400)
})

test('a yearly plan, its milestones and results, and closing a year', async () => {
  const unit = 'so-tai-chinh'
  const year = new Date().getFullYear()
  const begun = await ask('POST', '/api/v1/unit-plans', { as: `${unit}.officer`, body: { year } })
  assert.equal(begun.status, 201)
  const plan = `unit-plans/${unit}.${year}`
  const ok = async (...words) => assert.equal((await command(...words)).status, 200, words[1])
  const lines = begun.json.rows.map(({ assignment, proposal }) => ({ assignment, set: proposal }))
  const row = begun.json.rows.find((one) => one.deadline.kind === 'ongoing' && one.programme === document)
  lines.find((one) => one.assignment === row.assignment).set.milestones = [{ name: 'Cả năm', due: `${year}-12-31` }]
  await ok(plan, 'set-lines', { lines }, unit)
  await ok(plan, 'submit', {}, unit)
  await ok(plan, 'return', { reason: 'Thiếu mốc.' }, unit)
  await ok(plan, 'set-lines', { lines: [{ assignment: row.assignment, set: { note: 'Đã bổ sung' } }] }, unit)
  await ok(plan, 'submit', {}, unit)
  await ok(plan, 'approve', {}, unit)
  await ok(plan, 'note', { remark: 'Bám sát mốc.' }, head)
  const list = await get(`/api/v1/unit-plans?year=${year}&limit=1000`)
  assert.equal(list.counts.approved + list.counts.noted, 1)
  await get(`/api/v1/${plan}`)
  await get(`/api/v1/${plan}/history`)
  assert.equal((await ask('GET', `/api/v1/unit-plans/khong-co.${year}`)).status, 404)
  const work = `assignments/${row.assignment}`
  const met = { year, milestone: 'm1', on: `${year}-01-02` }
  const result = { year, result: 'Đã có báo cáo', completed_on: `${year}-01-02` }
  for (const target of [work, `tasks/${row.task}`]) {
    await ok(target, 'meet-milestone', met, unit)
    await ok(target, 'unmeet-milestone', { year, milestone: 'm1', reason: 'Ghi nhầm' }, unit)
    await ok(target, 'submit-year', result, unit)
    await ok(target, 'return-year', { year, reason: 'Thiếu số liệu' }, head)
  }
  await ok(work, 'submit-year', result, unit)
  await ok(work, 'accept-year', { year, note: 'Đạt' }, head)
  assert.equal((await command(`tasks/${row.task}`, 'accept-year', { year }, head)).status, 422)
  for (const target of [work, `tasks/${row.task}`]) {
    await ok(target, 'reopen-year', { year, reason: 'Số liệu của xã chưa đúng', document }, head)
    assert.equal((await command(target, 'reopen-year', { year, reason: 'Lần nữa' }, head)).status, 422)
    await ok(work, 'submit-year', result, unit)
    await ok(work, 'accept-year', { year }, head)
  }
  await get(`/api/v1/${work}/history`)
  await ok(plan, 'amend', { reason: 'Giao thêm việc' }, unit)
  const party = 'programmes/lao-cai-phan-cong-bcd'
  const closing = { body: { year: 2025, document }, as: 'vp-tinh-uy.standing-agency', basedOn: await sequence(party) }
  assert.equal((await ask('POST', `/api/v1/${party}/close-year?dry_run=true`, closing)).status, 200)
  assert.equal((await ask('POST', `/api/v1/${party}/close-year`, closing)).status, 200)
  await get(`/api/v1/${party}/history`)
})

test('a mission from its order to the look after a year', async () => {
  const title = 'Nghiên cứu giống lúa chịu hạn'
  const on = '2026-01-05'
  const order = { title, kind: 'topic', tasks: [task], managing_agency: 'so-khcn', budget: 900_000_000, ordered_on: on, document }
  const made = await ask('POST', '/api/v1/missions', { as: 'so-khcn.officer', body: order })
  assert.equal(made.status, 201)
  const mission = `missions/${made.json.id}`
  const ok = async (name, body) => assert.equal((await command(mission, name, body, 'so-khcn.officer')).status, 200, name)
  await ok('amend', { set: { budget: 800_000_000 }, reason: 'Điều chỉnh dự toán' })
  await ok('select', { way: 'direct', host: { name: 'Viện Lúa' }, on, document })
  await ok('contract', { number: '12/HĐ', amount: 800_000_000, on, document })
  await ok('record-disbursement', { amount: 500_000_000, paid_on: on, note: 'Đợt 1' })
  await ok('set-milestones', { milestones: [{ name: 'Giữa kỳ', due: '2026-01-31' }] })
  await ok('record-council', { kind: 'acceptance', held_on: on, result: 'passed', document, note: 'Đạt' })
  await ok('accept', { on, grade: 'Đạt', document })
  await ok('transfer', { receiver: { agency: 'so-khcn' }, on, document })
  await ok('follow-up', { applied: true, on, text: 'Ba xã đang dùng' })
  assert.equal((await command(mission, 'stop', { on, reason: 'Thôi', document }, 'so-khcn.officer')).status, 422)
  await ok('correct-step', { step: 'follow-up', set: { applied: false }, reason: 'Ghi nhầm' })
  await ok('take-back-step', { step: 'follow-up', reason: 'Chưa đến hạn' })
  const payment = (await get(`/api/v1/${mission}`)).disbursements[0].sequence
  await ok('correct-step', { step: 'disbursement', of: payment, set: { amount: 450_000_000, document }, reason: 'Gõ nhầm' })
  const corrected = await get(`/api/v1/${mission}`)
  assert.deepEqual([corrected.stage, corrected.disbursed, corrected.corrections.length], ['transferred', 450_000_000, 3])
  assert.equal((await command(mission, 'correct-step', { step: 'contract', set: { grade: 'Đạt' }, reason: 'Nhầm' }, 'so-khcn.officer')).status, 400)
  const resting = await get(`/api/v1/documents/${document}/acts?kind=mission&limit=2`)
  assert.equal(resting.items[0].subject, mission.replace('missions', 'mission'))
  await get(`/api/v1/documents/${document}/acts?cursor=${resting.next}`)
  assert.equal((await ask('GET', `/api/v1/documents/${document}/acts?kind=giao-viec`)).status, 400)
  assert.equal((await ask('GET', '/api/v1/documents/khong-co/acts')).status, 404)
  await get(`/api/v1/${mission}/history`)
  await get(`/api/v1/missions?stage=followed-up&task=${task}&overdue=false&q=${encodeURIComponent(title)}`)
  assert.equal((await ask('GET', '/api/v1/missions.xlsx')).status, 200)
})

test('a big problem, and the registers', async () => {
  const as = 'so-khcn.standing-agency'
  const body = { problem: 'Dự báo sạt lở đất', product: 'Bản đồ cảnh báo', lead_agency: 'so-khcn', tasks: [task] }
  const made = await ask('POST', '/api/v1/big-problems', { as, body })
  assert.equal(made.status, 201)
  const problem = `big-problems/${made.json.id}`
  const ok = async (...words) => assert.equal((await command(...words, as)).status, 200, words[1])
  await ok(problem, 'amend', { set: { measure: 'Báo trước 6 giờ' } })
  await ok(problem, 'set-milestones', { milestones: [{ name: 'Bản thử', due: '2026-06-30' }] })
  await ok(problem, 'close', { outcome: 'dropped', on: '2026-01-05', document, reason: 'Không còn cần' })
  await get(`/api/v1/big-problems?state=dropped&task=${task}`)
  await get(`/api/v1/${problem}`)
  assert.equal((await ask('GET', '/api/v1/big-problems.xlsx')).status, 200)
  const entry = { register: 'shared-platform', name: 'Nền tảng họp trực tuyến', agency: 'so-khcn', task, address: 'hop.laocai.gov.vn', users: ['so-noi-vu'] }
  const first = await ask('POST', '/api/v1/register-entries', { as, body: entry })
  const second = await ask('POST', '/api/v1/register-entries', { as, body: { ...entry, agency: 'so-noi-vu' } })
  assert.deepEqual([first.status, second.json.likely_doubles[0].id], [201, first.json.id])
  assert.equal((await ask('POST', '/api/v1/register-entries', { as, body: { ...entry, place: 'Xã' } })).status, 400)
  await ok(`register-entries/${second.json.id}`, 'amend', { set: { address: 'hop2.laocai.gov.vn' }, reason: 'Đổi tên miền' })
  await ok(`register-entries/${second.json.id}`, 'end', { on: '2026-01-05', reason: 'Trùng' })
  assert.equal((await get('/api/v1/register-entries?register=shared-platform&ended=false&likely_double=false')).total, 1)
  await get(`/api/v1/register-entries/${second.json.id}`)
  await get(`/api/v1/register-entries/${second.json.id}/history`)
  assert.equal((await ask('GET', '/api/v1/register-entries.xlsx?register=model')).status, 200)
})

test('ids of other systems, and what they propose', async () => {
  const as = 'so-khcn.standing-agency'
  const work = `tasks/${task}`
  assert.equal((await command(work, 'set-external-ids', { external_ids: [{ system: 'vp-ubnd', id: 'NV-42' }] }, as)).status, 200)
  const proposing = { system: 'vp-ubnd', external_id: 'NV-42', set: { content: 'Nội dung do hệ thống khác đề xuất' }, note: 'Theo thông báo' }
  const propose = async () => (await ask('POST', '/api/v1/proposals', { as: 'so-noi-vu.officer', body: proposing })).json
  const refused = await propose()
  assert.equal((await command(`proposals/${refused.id}`, 'refuse', { reason: 'Chưa có văn bản' }, as)).status, 200)
  const accepted = await propose()
  const done = await command(`proposals/${accepted.id}`, 'accept', { document }, as)
  assert.deepEqual([done.status, done.json.state], [200, 'accepted'])
  assert.equal((await get(`/api/v1/${work}`)).content, proposing.set.content)
  await get(`/api/v1/proposals?state=accepted&system=vp-ubnd&task=${task}`)
  await get(`/api/v1/proposals/${accepted.id}`)
  await get(`/api/v1/proposals/${accepted.id}/history`)
})

test('numbers in the words of tasks become measures, or are rejected', async () => {
  const as = 'so-khcn.standing-agency'
  const [row] = (await get('/api/v1/measure-suggestions?task=da11.ii.ix.1.5')).items
  const { begin, end, doubtful, ...measure } = row.numbers[0]
  assert.deepEqual([measure.comparator, measure.value, doubtful, row.content.slice(begin, end)], ['>=', 40, false, measure.place.text])
  const set = await command('tasks/da11.ii.ix.1.5', 'set-measures', { measures: [measure], rejected: [] }, as)
  assert.deepEqual([set.status, set.json.measures.length], [200, 1])
  const others = (await get('/api/v1/measure-suggestions?open=true&limit=2&agency=so-khcn')).items
  const items = others.map((one) => ({ subject: `task/${one.id}`, based_on: one.sequence, measures: [], rejected: one.numbers.map((each) => each.place) }))
  assert.equal((await ask('POST', '/api/v1/acts/set-measures', { as, body: { items } })).status, 200)
  assert.equal((await ask('POST', '/api/v1/acts/set-measures', { as, body: { items: [] } })).status, 400)
  assert.equal((await command('tasks/da11.ii.ix.1.5', 'set-measures', { measures: [], rejected: [{ field: 'title', text: 'x', nth: 1 }] }, as)).status, 400)
  for (const target of ['measure-suggestions', 'measure-suggestions?open=false', 'tasks/da11.ii.ix.1.5', 'tasks/da11.ii.ix.1.5/history'])
    await get(`/api/v1/${target}`)
  assert.equal((await ask('GET', '/api/v1/measure-suggestions?open=x', { as })).status, 400)
})

const finance = 'so-tai-chinh.finance'
const line = 'budget-lines/da11.iii.i.b.1' // led by Sở KH&CN
const cell = { budget_year: 2026, funding_source: 'provincial-budget' }
const tỷ = 1_000_000_000

test('a budget line: sources, components, allocations, contracts, payments, its ledger', async () => {
  const ok = async (name, body, as = finance) => {
    const made = await command(line, name, body, as)
    assert.equal(made.status, 200, name)
    return made.json
  }
  const year = (await get(`/api/v1/${line}`)).by_year.find((one) => one.need > 0)
  const sources = [{ year: year.year, funding_source: 'provincial-budget', amount: year.need }]
  await ok('assign-sources', { sources, document })
  const years = (await get(`/api/v1/${line}`)).by_year.map(({ year, need }) => ({ year, amount: need }))
  await ok('amend-need', { years, sources: [], document })
  const made = await ok('register-component', { name: 'Nâng cấp trung tâm dữ liệu', investor_agency: 'so-khcn', code: '7001', kind: 'public-investment' }, head)
  const component = made.components[0].id
  await ok('amend-component', { component, set: { code: '7002' } }, head)
  await ok('allocate', { component, receiver: 'so-khcn', ...cell, amount: 20 * tỷ, document, above_need_reason: 'Theo quyết định giao vốn' })
  const allocation = (await get(`/api/v1/${line}`)).allocations[0].id
  await ok('reduce-allocation', { allocation, amount: tỷ, document, reason: 'Điều chỉnh giảm' })
  const contract = (await ok('register-contract', { component, number: '1/HĐ', signed_on: '2026-02-01', contractor: 'Công ty A', amount: 10 * tỷ }, head)).contracts[0].id
  await ok('amend-contract', { contract, set: { amount: 12 * tỷ }, reason: 'Phụ lục' }, head)
  await ok('disburse', { component, ...cell, kind: 'advance', amount: 3 * tỷ, paid_on: '2026-03-02', voucher: 'UNC 1', contract }, head)
  assert.equal((await command(line, 'disburse', { component, ...cell, kind: 'payment', amount: 30 * tỷ, paid_on: '2026-03-02' }, head)).status, 422)
  const { items } = await get(`/api/v1/${line}/ledger?year=2026&limit=10`)
  assert.deepEqual(items.map((one) => one.kind), ['allocation', 'reduction', 'advance'])
  await ok('reverse-disbursement', { payment: items[2].id, reason: 'Nhập nhầm' }, head)
  const outside = (await ok('register-component', { name: 'Vốn doanh nghiệp', kind: 'non-budget', investor_text: 'Doanh nghiệp' }, head)).components[1].id
  const entry = (await ok('enter-outside-money', { component: outside, kind: 'mobilised', year: 2026, amount: tỷ, on_day: '2026-03-02' }, head)).outside_money[0].id
  await ok('confirm-outside-money', { entries: [entry] }, head)
  await ok('reverse-outside-money', { entry, reason: 'Nhập nhầm' }, head)
  await ok('end-component', { component: outside, reason: 'Không thực hiện' }, head)
  await get(`/api/v1/${line}/history`)
  assert.equal((await ask('GET', `/api/v1/${line}/ledger?limit=0`)).status, 400)
  assert.equal((await ask('GET', '/api/v1/budget-lines/khong-co/ledger')).status, 404)
})

test('money of a programme: sums, groups, what must close, findings, rounds, the table', async () => {
  for (const group of ['section', 'agency', 'year', 'funding-source', 'line', 'component']) {
    const money = await get(`/api/v1/money?programme=${document}&group=${group}`)
    assert.equal(money.lines, 68)
    assert.equal(money.sums.need, 9_615_243_000_000)
  }
  await get('/api/v1/money?agency=so-khcn&year=2026&funding_source=undetermined&section=IV')
  assert.equal((await ask('GET', '/api/v1/money?year=1')).status, 400)
  const { sums } = await get(`/api/v1/money/reconciliation?programme=${document}`)
  assert.equal(sums.find((one) => one.key === 'total').difference, 0)
  assert.equal((await ask('GET', '/api/v1/money/reconciliation')).status, 400)
  const { items } = await get(`/api/v1/money/findings?programme=${document}&kind=double-funding`)
  const pairs = items.map((one) => [one.line, one.other].sort().join())
  assert.ok(pairs.includes('da11.iii.iv.11,da11.iii.iv.12'))
  assert.ok(pairs.includes('da11.iii.i.b.5,da11.iii.iv.10'))
  assert.equal((await ask('GET', `/api/v1/programmes/${document}/money.xlsx`)).status, 200)
  assert.equal((await ask('GET', '/api/v1/programmes/khong-co/money.xlsx')).status, 404)
  assert.equal((await ask('GET', `/api/v1/money.xlsx?programme=${document}&group=year`)).status, 200)
  assert.equal((await ask('GET', `/api/v1/money/findings.xlsx?programme=${document}`)).status, 200)
  assert.equal((await ask('GET', '/api/v1/money/findings.xlsx?programme=khong-co')).status, 404)
  assert.equal((await ask('GET', `/api/v1/${line}/ledger.xlsx`)).status, 200)
  assert.equal((await ask('GET', '/api/v1/budget-lines/khong-co/ledger.xlsx')).status, 404)
  assert.equal((await command(`programmes/${document}`, 'open-need-round', { due: '2099-01-01', document }, finance)).status, 200)
  assert.equal((await command(line, 'revise-need', { years: [{ year: 2026, amount: tỷ }], reason: 'Giảm quy mô' }, head)).status, 200)
  assert.equal((await command(`programmes/${document}`, 'close-need-round', {}, finance)).status, 200)
  const funds = { kind: 'funds', subjects: [line.replace('budget-lines', 'budget-line'), `task/${task}`] }
  const link = await ask('POST', '/api/v1/links', { body: { ...funds, reason: 'Dòng này chi cho nhiệm vụ' } })
  assert.equal((await command(`links/${link.json.id}`, 'link', { document }, finance)).status, 200)
  const component = (await get(`/api/v1/${line}`)).components[0].id
  const part = await ask('POST', '/api/v1/links', { body: { ...funds, component, reason: 'Dự án thành phần này chi' } })
  assert.equal(part.json.component, component)
  assert.notEqual(part.json.id, link.json.id)
  const other = await ask('POST', '/api/v1/links', { body: { ...funds, component: 'khong-co', reason: 'x' } })
  assert.equal(other.status, 400)
  const item = { ...funds, component, based_on: part.json.sequence }
  assert.equal((await ask('POST', '/api/v1/acts/reject-links', { as: finance, body: { reason: 'Chưa rõ', items: [item] } })).status, 200)
  assert.equal((await get(`/api/v1/${line}`)).links.length, 1)
})

test("the treasury's file: staged, set, tried, booked, settled, once", async () => {
  const csv = (...rows) => ['Mã dự án;Nội dung;Loại;Số tiền;Ngày thanh toán;Số chứng từ', ...rows].join('\n')
  const send = (body, as = finance) =>
    ask('POST', '/api/v1/treasury-extracts?name=kho-bac.csv', { as, body, headers: { 'content-type': 'application/octet-stream' } })
  const file = csv('7002;Khối lượng đợt 1;Thanh toán;2.000.000.000;15/03/2026;UNC 7', '9999;Không rõ;Thanh toán;5.000.000;16/03/2026;UNC 8', '7002;Hỏng;Thanh toán;abc;16/03/2026;')
  assert.equal((await send(file, head)).status, 403)
  const staged = await send(file)
  assert.equal(staged.status, 201)
  const target = `/api/v1/treasury-extracts/${staged.json.id}`
  const set = await ask('POST', `${target}/set`, { as: finance, body: { profile: 'vouchers', ...cell, rows: [] } })
  assert.deepEqual([set.json.counts.matched, set.json.counts.unmatched, set.json.counts.faulty], [1, 1, 1])
  assert.equal((await ask('POST', `${target}/set`, { as: finance, body: { x: 1 } })).status, 400)
  const body = { based_on: set.json.sequence }
  assert.equal((await ask('POST', `${target}/book?dry_run=true`, { as: finance, body })).status, 200)
  const booked = await ask('POST', `${target}/book`, { as: finance, body })
  assert.equal(booked.status, 200)
  assert.equal(booked.json.slip[0].booked, 2 * tỷ)
  const again = await send(file)
  const target2 = `/api/v1/treasury-extracts/${again.json.id}`
  const known = await ask('POST', `${target2}/set`, { as: finance, body: { profile: 'vouchers', ...cell, rows: [] } })
  assert.equal(known.json.counts.known, 2)
  assert.equal((await ask('POST', `${target2}/book`, { as: finance, body: { based_on: known.json.sequence } })).status, 400)
  assert.equal((await ask('DELETE', target2, { as: finance })).status, 204)
  const component = (await get(`/api/v1/${line}`)).components[0].id
  const place = { line: line.replace('budget-lines/', ''), component, ...cell }
  const { key } = booked.json.rows.find((row) => row.state === 'waiting')
  const settled = await ask('POST', `${target}/settle-rows`, { as: finance, body: { rows: [{ key, place }] } })
  assert.equal(settled.status, 200)
  assert.equal(settled.json.waiting, 0)
  await get(target, finance)
  assert.equal((await get('/api/v1/treasury-extracts', finance)).items.length, 1)
  await get(target, 'thanh-tra-tinh.inspector')
  assert.equal((await get('/api/v1/treasury-extracts', 'thanh-tra-tinh.inspector')).items.length, 1)
})

test('ratios: defined, defined anew, their figures', async () => {
  const definition = { valid_from: '2026-01-01', text: 'Chi cho KHCN, ĐMST và CĐS', lines: [line.replace('budget-lines/', '')], document }
  const made = await ask('POST', '/api/v1/ratios', { as: finance, body: { programme: document, name: 'Tối thiểu 3%', minimum_percent: 3, ...definition } })
  assert.equal(made.status, 201)
  const target = `ratios/${made.json.id}`
  assert.equal((await command(target, 'define', { ...definition, valid_from: '2027-01-01' }, finance)).status, 200)
  const figures = await command(target, 'enter-figures', { year: 2026, basis: 'budgeted', denominator: 100 * tỷ, document }, finance)
  assert.equal(figures.json.figures[0].percent, 19)
  await get(`/api/v1/${target}/history`)
  await get(`/api/v1/ratios?programme=${document}`)
})

test('every operation of the contract was met', () => {
  assert.deepEqual(operations.map((one) => one.operationId).filter((id) => !asked.has(id)), [])
})
