// Numbers in tasks' words worked through by keyboard; an indicator's checks; figures that a sponsor enters for an outside lead; what a deputy
// bound to areas is offered.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const standing = 'so-khcn.standing-agency'
const document = 'lao-cai-de-an-11'
const counts = async (query = '') => (await it.api.get(`/measure-suggestions?limit=1${query}`)).counts
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('the standing agency takes, amends and rejects numbers by keyboard', async () => {
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto('/indicators/measures?programme=lao-cai-de-an-11')
  const card = page.getByRole('article')
  await card.locator('mark').waitFor()
  const before = await counts('&programme=lao-cai-de-an-11')
  await page.screenshot({ path: 'screenshots/measures.png' })
  assert.deepEqual(await objections(page), [])
  const first = await card.locator('mark').innerText()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('1')
  await page.getByText('Đã lấy làm chỉ số đo').first().waitFor()
  await page.getByRole('status').getByText(/Đã lấy 1, đã bỏ 0/).waitFor()

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('3')
  await page.getByRole('status').getByText(/Đã lấy 1, đã bỏ 1/).waitFor()

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('2')
  const form = card.locator('form')
  await form.getByRole('textbox', { name: /^Giá trị/ }).fill('0.6')
  await form.getByRole('button', { name: 'Lấy làm chỉ số đo' }).click()
  await form.getByText('Ghi số dạng 9.615.243 hoặc 37,6.').waitFor()
  await form.getByRole('textbox', { name: /^Giá trị/ }).fill('37,6')
  await form.getByRole('textbox', { name: /^Đếm cái gì/ }).fill('hồ sơ đúng hạn')
  assert.deepEqual(await objections(page), [])
  await form.getByRole('button', { name: 'Lấy làm chỉ số đo' }).click()
  await page.getByRole('status').getByText(/Đã lấy 2, đã bỏ 1/).waitFor()
  const after = await counts('&programme=lao-cai-de-an-11')
  assert.deepEqual([after.open, after.measured, after.rejected], [before.open - 3, 2, 1])
  const all = (await it.api.get('/measure-suggestions?programme=lao-cai-de-an-11')).items.flatMap((row) => row.measures)
  assert.ok(all.some((measure) => measure.place.text === first))
  assert.ok(all.some((measure) => measure.value === 37.6 && measure.what === 'hồ sơ đúng hạn'))
  assert.deepEqual(faults, [])
  await close()
})

test('a task shows what measures it and what its reports say; history tells it in words', async () => {
  const id = 'bcd26.ii.vii.5'
  const [row] = (await it.api.get(`/measure-suggestions?task=${id}`)).items
  const { begin, end, doubtful, ...measure } = row.numbers[0]
  assert.deepEqual([begin, end, doubtful], [0, 6, false])
  await it.api.command(id, 'set-measures', { measures: [measure], rejected: [] }, standing)
  const lead = `${(await it.api.get(`/tasks/${id}`)).lead_agencies[0]}.head`
  await it.api.command(id, 'report-progress', { percent: 50, quantities: [{ deliverable: 1, done: 10 }] }, lead)
  await it.api.command(id, 'approve-progress', { of: [(await it.api.get(`/tasks/${id}`)).draft.sequence] }, lead)
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(`/tasks/${id}`)
  const section = page.getByRole('region', { name: 'Chỉ số đo của nhiệm vụ' })
  await section.getByText('= 24 lớp').waitFor()
  await section.getByText('Đã báo cáo: 10').waitFor()
  await section.getByText('chưa đạt').waitFor()
  await page.getByText('đặt chỉ số đo của nhiệm vụ').first().waitFor()
  await page.screenshot({ path: 'screenshots/task-measures.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  await page.setViewportSize(phone)
  await page.waitForTimeout(300)
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  await section.getByRole('button', { name: /^Bỏ chỉ số/ }).click()
  await section.getByText('Còn 1 con số chờ quyết định').waitFor()
  assert.equal((await it.api.get(`/tasks/${id}`)).measures.length, 0)
  assert.deepEqual(faults, [])
  await close()
})

test('whoever does not keep the plan sees the numbers and decides nothing; on a phone too', async () => {
  const { page, faults, close } = await it.official('so-tu-phap.officer', { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true })
  await page.goto('/indicators/measures')
  await page.getByText('Chỉ cơ quan thường trực của kế hoạch quyết định.').waitFor()
  assert.equal(await page.getByRole('button', { name: /Lấy làm chỉ số đo/ }).count(), 0)
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  await page.screenshot({ path: 'screenshots/measures-phone.png' })
  assert.deepEqual(faults, [])
  await close()
})

test('checks of an indicator are added, changed and ended', async () => {
  const id = 'da11.i.i.3'
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(`/indicators/${id}`)
  const dialog = page.getByRole('dialog')
  const open = async () => {
    await page.getByRole('button', { name: 'Thao tác khác' }).click()
    await page.getByRole('menuitem', { name: 'Đặt kiểm tra số liệu' }).click()
    await dialog.getByRole('group', { name: 'Khoảng giá trị cho phép' }).waitFor()
  }
  const line = (name) => dialog.getByRole('group', { name })
  const send = async () => {
    await dialog.getByRole('button', { name: 'Đặt kiểm tra số liệu' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await open()
  await line('Khoảng giá trị cho phép').getByRole('combobox').selectOption('error')
  await line('Khoảng giá trị cho phép').getByRole('textbox', { name: 'Từ' }).fill('0')
  await line('Khoảng giá trị cho phép').getByRole('textbox', { name: 'Đến' }).fill('0.5')
  await dialog.getByRole('button', { name: 'Đặt kiểm tra số liệu' }).click()
  await dialog.getByRole('alert').filter({ hasText: '37,6' }).first().waitFor()
  await line('Khoảng giá trị cho phép').getByRole('textbox', { name: 'Đến' }).fill('100')
  await line('Chênh lệch lớn so với kỳ trước').getByRole('combobox').selectOption('warning')
  await line('Chênh lệch lớn so với kỳ trước').getByRole('textbox').fill('30')
  await page.screenshot({ path: 'screenshots/indicator-checks.png' })
  assert.deepEqual(await objections(page), [])
  await send()
  const checks = async () => (await it.api.get(`/indicators/${id}/series`)).checks
  const set = await checks()
  assert.deepEqual(set.find((one) => one.kind === 'range'), { kind: 'range', importance: 'error', low: 0, high: 100, parts: [], factor: null })
  assert.equal(set.find((one) => one.kind === 'outlier').factor, 0.3)
  await page.getByText(/Chênh lệch lớn so với kỳ trước: .*30%/).waitFor()

  await open()
  await line('Chênh lệch lớn so với kỳ trước').getByRole('combobox').selectOption('')
  await send()
  assert.equal((await checks()).some((one) => one.kind === 'outlier'), false)
  assert.deepEqual(faults, [])
  await close()
})

test('a sponsor enters the figures of its outside lead', async () => {
  const id = 'da11.i.i.3'
  const definition = { valid_from: '2026-01-01', document, unit: '%', direction: 'higher', counting: 'at-date', tier: 'required', frequency: 'year', combine: 'single', submitters: ['viettel'], verifier: 'so-tai-chinh' }
  await it.api.post(`/indicators/${id}/define`, definition, standing, (await it.api.get(`/indicators/${id}`)).sequence)
  const { name } = await it.api.get(`/indicators/${id}`)
  const { page, faults, close } = await it.official('so-khcn.head', { bypassCSP: true })
  await page.goto('/indicators/entry?period=2026')
  await page.getByLabel('Số liệu của').selectOption('viettel')
  await page.waitForURL(/agency=viettel/)
  const cell = page.getByRole('table', { name: 'Bảng nhập số liệu' }).getByLabel(`Giá trị, ${name}`, { exact: true }).first()
  await cell.fill('72,5')
  await page.screenshot({ path: 'screenshots/entered-for.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: /^Ghi và duyệt 1 dòng/ }).click()
  await page.getByText('Đã lưu 1 dòng').waitFor()
  const figure = (await it.api.get(`/submissions/${id}.viettel.2026`)).figures[0]
  assert.deepEqual([figure.value, figure.stage, figure.entered_by.agency], [72.5, 'approved', 'so-khcn'])
  assert.deepEqual(faults, [])
  await close()
})

test('a deputy bound to areas is not offered to approve figures', async () => {
  const who = 'vp-ubnd-tinh.administrator'
  const post = '/posts/demo.so-khcn.deputy'
  const period = '2026'
  await it.api.post(`${post}/amend`, { set: { areas: ['cchc'] } }, who, (await it.api.get(post)).sequence)
  const { page, close } = await it.official('so-khcn.deputy')
  await page.goto(`/indicators/entry?period=${period}`)
  await page.getByRole('button', { name: /^Trình lãnh đạo/ }).waitFor()
  assert.equal(await page.getByRole('button', { name: /duyệt/i }).count(), 0)
  await it.api.post(`${post}/amend`, { set: { areas: [] } }, who, (await it.api.get(post)).sequence)
  await close()
})
