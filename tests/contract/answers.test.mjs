// Real answers of a real server with the real plans, each judged by openapi.yaml.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startServer } from '../browser/server.mjs'
import { faultsOf, operationOf, operations } from './contract.mjs'

let server
const asked = new Set() // operations that were met

before(async () => {
  server = await startServer()
})
after(() => server?.stop())

async function ask(method, target, { body, agency, basedOn, headers = {} } = {}) {
  const sent = { ...headers }
  if (body !== undefined) sent['content-type'] ??= 'application/json'
  if (agency) sent['luuvet-acting-for'] = agency
  if (basedOn !== undefined) sent['luuvet-based-on'] = String(basedOn)
  const reply = await fetch(server.base + target, { method, headers: sent, body: typeof body === 'object' ? JSON.stringify(body) : body })
  const text = await reply.text()
  const type = reply.headers.get('content-type')
  const json = /json/.test(type ?? '') && !/ndjson/.test(type) ? JSON.parse(text) : undefined
  asked.add(operationOf(method, target)?.operationId)
  assert.deepEqual(faultsOf(method, target, reply.status, type, json), [], `${method} ${target}`)
  return { status: reply.status, json, text, headers: reply.headers }
}
const get = async (target) => (await ask('GET', target)).json

const collections = ['programmes', 'agencies', 'agency-groups', 'committees', 'members', 'documents', 'tasks', 'assignments', 'indicators',
  'budget-lines', 'reporting-duties', 'doubts']

for (const collection of collections)
  test(`every row of ${collection}, as a list and by itself`, async () => {
    const list = await get(`/api/v1/${collection}?limit=1000`)
    assert.ok(list.total > 0)
    assert.equal(list.items.length, list.total)
    for (const item of list.items.slice(0, 5)) await get(`/api/v1/${collection}/${item.id}`)
    const id = list.items[0].id
    await get(`/api/v1/${collection}/${id}/history`)
    await get(`/api/v1/${collection}/${id}/thread`)
    assert.equal((await ask('POST', `/api/v1/${collection}/${id}/comment`, { body: { text: 'Ý kiến' } })).status, 200)
    assert.equal((await ask('GET', `/api/v1/${collection}/khong-co`)).status, 404)
    assert.equal((await ask('GET', `/api/v1/${collection}?khong-co=1`)).status, 400)
  })

const lead = 'so-khcn'
const task = 'da11.ii.i.1.1' // led by Sở KH&CN
const sequence = async (target) => (await get(`/api/v1/${target}`)).sequence
// A command on what stands there now.
const command = async (target, name, body, agency = lead) =>
  ask('POST', `/api/v1/${target}/${name}`, { body, agency, basedOn: await sequence(target) })
const document = 'lao-cai-de-an-11'

test('the life of a task, from its registration to its end', async () => {
  const made = await ask('POST', '/api/v1/tasks', { agency: lead, body: { programme: document, title: 'Nhiệm vụ phát sinh', lead_agencies: ['so-noi-vu'],
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
  for (const [name, body, agency] of steps) assert.equal((await command(target, name, body, agency)).status, 200, name)
  const work = `assignments/${made.json.id}.so-noi-vu`
  const one = await get(`/api/v1/${work}`)
  assert.equal((await command(work, 'return-progress', { of: [one.draft.sequence], reason: 'Bổ sung số liệu.' }, 'so-noi-vu')).status, 200)
  assert.equal((await command(work, 'report-progress', { percent: 50 }, 'so-noi-vu')).status, 200)
  const draft = (await get(`/api/v1/${work}`)).draft.sequence
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
  const made = await ask('POST', '/api/v1/tasks', { agency: lead, body: { programme: document, title: 'Nhiệm vụ khác', lead_agencies: ['so-noi-vu'],
    deadline: { text: 'Quý IV/2027' }, document } })
  const target = `tasks/${made.json.id}`
  const work = `assignments/${made.json.id}.joint`
  const unit = 'so-noi-vu'
  const ok = async (...words) => assert.equal((await command(...words)).status, 200, words[1])
  const now = () => get(`/api/v1/${work}`)
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
  assert.equal((await command(`tasks/${task}`, 'enter-opening-state', { status: 'completed', completed_on: '2026-03-20' })).status, 200)
  const opening = (await get(`/api/v1/assignments/${task}.joint`)).opening.sequence
  assert.equal((await command(`tasks/${task}`, 'confirm-opening-state', { of: opening })).status, 200)
  const { items } = await get('/api/v1/tasks?programme=lao-cai-bcd-2026&kind=triggered&limit=1')
  const trigger = { body: { occurred_on: '2026-11-02', document }, agency: lead }
  assert.equal((await ask('POST', `/api/v1/tasks/${items[0].id}/record-trigger`, trigger)).status, 200)
  const words = { text: 'Đề nghị khẩn trương.', to: ['so-noi-vu'], answer_due: '2026-12-31' }
  for (const name of ['direct', 'urge']) assert.equal((await ask('POST', `/api/v1/tasks/${task}/${name}`, { body: words, agency: lead })).status, 200)
  await get(`/api/v1/tasks/${task}/thread`)
})

test('documents and acts over many subjects', async () => {
  const made = await ask('POST', '/api/v1/documents', { agency: lead, body: { kind: 'decision', number: '215/QĐ-UBND', issuer: 'UBND tỉnh', abstract: 'Quy chế' } })
  assert.equal(made.status, 201)
  assert.equal((await command(`documents/${made.json.id}`, 'amend', { set: { issued_on: '2026-04-16' }, reason: 'Bổ sung ngày.' })).status, 200)
  const item = async (id, rest) => ({ subject: `assignment/${id}`, based_on: await sequence(`assignments/${id}`), ...rest })
  const id = 'da11.ii.i.1.3.joint'
  const act = async (name, items, query = '') => ask('POST', `/api/v1/acts/${name}${query}`, { body: { items }, agency: lead })
  assert.equal((await act('enter-opening-state', [await item(id, { status: 'in-progress', percent: 20 })])).status, 200)
  const opening = (await get(`/api/v1/assignments/${id}`)).opening.sequence
  assert.equal((await act('confirm-opening-state', [await item(id, { of: opening })])).status, 200)
  assert.equal((await command(`assignments/${id}`, 'report-progress', { percent: 30 })).status, 200)
  const draft = (await get(`/api/v1/assignments/${id}`)).draft.sequence
  assert.equal((await act('approve-progress', [await item(id, { of: [draft] })])).status, 200)
  const amendment = { programme: document, document, items: [
    { do: 'add', task: { title: 'Thêm theo quyết định', lead_agencies: ['so-tu-phap'], deadline: { text: 'Năm 2027' } } },
    { do: 'amend', subject: 'task/da11.ii.i.1.5', based_on: await sequence('tasks/da11.ii.i.1.5'), set: { content: 'Nội dung mới' } },
    { do: 'cancel', subject: 'task/da11.ii.i.1.6', based_on: await sequence('tasks/da11.ii.i.1.6'), reason: 'Không còn phù hợp.' }] }
  const dry = await ask('POST', '/api/v1/acts/amend-programme?dry_run=true', { body: amendment, agency: lead })
  assert.equal(dry.json.items.length, 3)
  assert.equal((await ask('POST', '/api/v1/acts/amend-programme', { body: amendment, agency: lead })).status, 200)
})

test('refusals are problems of the contract', async () => {
  const path = `/api/v1/tasks/${task}`
  const basedOn = await sequence(`tasks/${task}`)
  const expect = async (status, target, request) => assert.equal((await ask('POST', target, { agency: lead, ...request })).status, status)
  await expect(400, `${path}/amend`, { basedOn, body: '{"set":' })
  await expect(400, `${path}/amend`, { basedOn, body: { set: { titel: 'x' }, document } })
  await expect(400, `${path}/amend`, { basedOn, body: { set: { title: 'x' }, document: 'khong-co' } })
  await expect(428, `${path}/amend`, { body: { set: { title: 'x' }, document } })
  await expect(412, `${path}/amend`, { headers: { 'if-match': '"1"' }, body: { set: { title: 'x' }, document } })
  await expect(403, `${path}/amend`, { agency: 'so-noi-vu', basedOn, body: { set: { title: 'x' }, document } })
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

test('every operation of the contract was met', () => {
  assert.deepEqual(operations.map((one) => one.operationId).filter((id) => !asked.has(id)), [])
})
