// What stood before, and what is in force: a past moment of an indicator, its grid and the completeness of a period shows the figures of then
// and no verbs; an indicator that was defined otherwise than the plan prints it is shown as it is defined, wherever its figures stand.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { desktop, phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const agency = 'so-tu-phap'
const officer = `${agency}.officer`
const standing = 'so-khcn.standing-agency'
const definition = {
  ...{ valid_from: '2026-01-01', document: 'lao-cai-de-an-11', tier: 'required', counting: 'at-date', combine: 'single' },
  ...{ unit: '%', direction: 'higher', frequency: 'year', submitters: [agency], verifier: 'so-khcn' },
}
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function define(indicator, more) {
  const row = await it.api.get(`/indicators/${indicator}`)
  await it.api.post(`/indicators/${indicator}/define`, { ...definition, ...more }, standing, row.sequence)
  return row.name
}
async function command(submission, name, body, who) {
  const { sequence } = await it.api.get(`/submissions/${submission}`, officer)
  await it.api.post(`/submissions/${submission}/${name}`, { kind: 'actual', ...body }, who, sequence)
}

// --- a past moment ---

const rate = 'da11.i.i.3'
const figure = `${rate}.${agency}.2026`
const indicatorAt = (moment) => `/indicators/${rate}?as_of=${encodeURIComponent(moment)}`
const completenessAt = (moment) => `/indicators/completeness?period=2026&as_of=${encodeURIComponent(moment)}`

// Nothing is written so near to it that it could be of before or after.
async function moment() {
  await new Promise((done) => setTimeout(done, 50))
  const now = new Date().toISOString()
  await new Promise((done) => setTimeout(done, 50))
  return now
}

// Before anything was entered, when 60 was verified, and now that 72.5 was restated and verified.
let past
async function restated() {
  if (past) return past
  const name = await define(rate, {})
  const empty = await moment()
  await command(figure, 'enter', { value: 60, submit: true }, officer)
  await command(figure, 'approve', {}, agency)
  await command(figure, 'verify', {}, 'so-khcn')
  const first = await moment()
  await command(figure, 'restate', { value: 72.5, reason: 'Sót một thôn' }, agency)
  await command(figure, 'verify', {}, 'so-khcn')
  past = { name, empty, first }
  return past
}

const series = (page) => page.getByRole('region', { name: 'Chuỗi số liệu' })
const corrections = (page) => page.getByRole('region', { name: 'Đính chính số liệu' })
const verb = { name: /^(Nhập số liệu kỳ này|Thao tác khác|Đính chính|Gửi)$/ }
const verbs = (page) => page.getByRole('main').getByRole('button', verb).or(page.getByRole('main').getByRole('link', verb))
// Agency, due, entered, approved, verified, as the page shows them.
async function counts(page) {
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Sở Tư pháp', exact: true }) })
  await row.waitFor()
  return (await row.getByRole('cell').allInnerTexts()).slice(1, 5).map((text) => Number.parseInt(text.match(/\d+/)[0], 10))
}
async function countsRead(as_of) {
  const { items } = await it.api.get(`/submission-completeness?period=2026${as_of ? `&as_of=${as_of}` : ''}`)
  const { due, entered, approved, verified } = items.find((one) => one.agency === agency)
  return [due, entered, approved, verified]
}

test('the page of an indicator shows a past moment with the figure of then, and nothing to do', async () => {
  const { first, empty } = await restated()
  const { page, faults, close } = await it.official(agency, { bypassCSP: true })
  await page.goto(indicatorAt(first))
  await series(page).getByRole('cell', { name: '60%', exact: true }).first().waitFor()
  assert.equal(await series(page).getByText('72,5%').count(), 0)
  assert.equal(await page.getByText('Sót một thôn').count(), 0, 'the correction was not made yet')
  assert.equal(await verbs(page).count(), 0)
  await page.screenshot({ path: 'screenshots/indicator-past.png' })
  assert.deepEqual(await objections(page), [])
  await page.setViewportSize(phone)
  assert.equal(await overflow(page), 0)
  await page.goto(indicatorAt(empty))
  await page.getByRole('region', { name: 'Đánh giá' }).getByText('Chưa có số liệu').first().waitFor()
  assert.equal(await series(page).getByText('60%').count(), 0)
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: 'Về hiện tại' }).first().click()
  await corrections(page).getByText('Sót một thôn').waitFor()
  await series(page).getByRole('cell', { name: '72,5%', exact: true }).first().waitFor()
  assert.notEqual(await verbs(page).count(), 0, 'now there is something to do')
  assert.deepEqual(faults, [])
  await close()
})

test('completeness and grid of a past moment count and show what was there, and take nothing', async () => {
  const { name, empty, first } = await restated()
  const { page, faults, close } = await it.official(officer, { bypassCSP: true })
  await page.goto(completenessAt(empty))
  const before = await counts(page)
  assert.deepEqual(before, await countsRead(empty))
  await page.goto(completenessAt(first))
  const then = await counts(page)
  assert.deepEqual(then, await countsRead(first))
  assert.deepEqual(then.map((count, at) => count - before[at]), [0, 1, 1, 1])
  assert.deepEqual(await objections(page), [])
  await page.goto(`/indicators/entry?period=2026&as_of=${encodeURIComponent(first)}`)
  const value = page.getByLabel(`Giá trị, ${name}`, { exact: true }).first()
  await value.waitFor()
  assert.deepEqual([await value.inputValue(), await value.isDisabled()], ['60', true])
  assert.equal(await page.getByRole('button', { name: /^(Lưu nháp|Trình lãnh đạo|Nhập từ tệp)/ }).count(), 0)
  assert.deepEqual(faults, [])
  await close()
})

// --- as it is defined ---

// In the print both are "%", the higher the better, by year.
const contracts = 'da11.i.ii.8'
const trained = 'da11.i.v.4'
let names
async function defined() {
  if (names) return names
  const counted = await define(contracts, { unit: 'Hợp đồng', direction: 'lower', frequency: 'quarter' })
  const reached = await define(trained, { unit: null, direction: 'done', frequency: 'quarter' })
  for (const [indicator, value] of [[contracts, 12], [trained, 1]]) {
    const submission = `${indicator}.${agency}.2026-q1`
    await command(submission, 'enter', { value, comment: 'Theo báo cáo quý', submit: true }, officer)
    await command(submission, 'approve', {}, agency)
  }
  names = { counted, reached }
  return names
}
const rowOf = (page, name) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }).first()

test('the list and the page say unit and direction of the definition in force', async () => {
  const { counted, reached } = await defined()
  const { page, faults, close } = await it.official(officer, { bypassCSP: true })
  await page.goto(`/indicators?q=${encodeURIComponent(counted)}`)
  await rowOf(page, counted).getByText('12 hợp đồng').waitFor()
  await rowOf(page, counted).getByText('Hợp đồng', { exact: true }).waitFor()
  assert.doesNotMatch(await rowOf(page, counted).innerText(), /12\s*%/)
  await page.goto(`/indicators?q=${encodeURIComponent(reached)}`)
  await rowOf(page, reached).getByText(/^Hoàn thành/).first().waitFor()
  await page.screenshot({ path: 'screenshots/indicators-defined.png' })
  await page.goto(`/indicators/${contracts}`)
  await series(page).getByRole('cell', { name: '12 hợp đồng', exact: true }).first().waitFor()
  assert.doesNotMatch(await series(page).innerText(), /12\s*%/)
  assert.doesNotMatch(await page.getByRole('region', { name: 'Đánh giá' }).innerText(), /12\s*%/)
  await page.goto(`/indicators/${trained}`)
  await series(page).getByRole('cell', { name: 'Hoàn thành', exact: true }).first().waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('the grid has the indicator in the periods of its definition, with its unit', async () => {
  const { counted, reached } = await defined()
  const { page, faults, close } = await it.official(officer, { bypassCSP: true })
  await page.goto('/indicators/entry?period=2026-q1')
  assert.match(await rowOf(page, counted).getByRole('rowheader').innerText(), /Hợp đồng/)
  assert.doesNotMatch(await rowOf(page, counted).getByRole('rowheader').innerText(), /%/)
  assert.equal(await page.getByLabel(`Giá trị, ${counted}`, { exact: true }).first().inputValue(), '12')
  assert.match(await page.getByLabel(`Giá trị, ${reached}`, { exact: true }).first().inputValue(), /^Hoàn thành$/i)
  await page.goto('/indicators/entry?period=2026')
  await page.getByRole('table', { name: 'Bảng nhập số liệu' }).waitFor()
  assert.equal(await rowOf(page, counted).count(), 0, 'by quarter, no more by year')
  assert.deepEqual(faults, [])
  await close()
})

test('the queue of who verifies says the figure in the unit of its definition', async () => {
  const { counted } = await defined()
  const { page, faults, close } = await it.official('so-khcn')
  await page.goto('/indicators/verify')
  await page.getByRole('link', { name: counted, exact: true }).first().waitFor()
  const queue = page.getByRole('main')
  await queue.getByText('12 hợp đồng').first().waitFor()
  await queue.getByText('Hoàn thành', { exact: true }).first().waitFor()
  assert.doesNotMatch(await queue.innerText(), /(^|\s)(12|1)\s*%/)
  assert.deepEqual(faults, [])
  await close()
})
