// The baselines of a plan as one table: typed, pasted as a block of which a cell is refused, written as one act, seen in the assessment; on a
// phone too. As a sheet they go out and come back filled in; what lies past a hundred percent is questioned.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { fillTemplate } from './fill-template.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const programme = 'lao-cai-de-an-11'
const standing = 'so-khcn.standing-agency'
const address = `/indicators/baselines?programme=${programme}`
const measured = (row) => !row.heading && ['higher', 'lower', 'rank'].includes(row.definition.direction)
const indicators = async () => (await it.api.get(`/indicators?programme=${programme}&limit=1000`)).items.filter(measured)
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const cell = (page, index, column = 'value') => page.locator(`[data-row="${index}"][data-column="${column}"]`)
const paste = (field, text) => field.evaluate((target, block) => {
  const data = new DataTransfer()
  data.setData('text/plain', block)
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, text)

test('a block of baselines is pasted, and written as one act', async () => {
  const rows = await indicators()
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(address)
  await page.getByRole('table', { name: 'Bảng số liệu đầu kỳ' }).waitFor()
  await cell(page, 0).focus()
  await paste(cell(page, 0), '37,6\r\nkhoảng 40\r\n12')
  await page.getByRole('alert').getByText('không phải là số').first().waitFor()
  assert.equal(await cell(page, 0).inputValue(), '37,6')
  assert.equal(await cell(page, 1).inputValue(), '')
  assert.match(await cell(page, 1).evaluate((field) => document.getElementById(field.getAttribute('aria-describedby')).innerText), /khoảng 40.*không phải là số/)
  await cell(page, 0).focus()
  await cell(page, 0).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  assert.equal(await page.evaluate(() => document.activeElement.dataset.row), '0', 'the Enter of an input method moves nothing')
  await cell(page, 1).fill('0.6')
  await page.getByRole('group', { name: /0\.6/ }).getByRole('button', { name: '0,6' }).click()
  await page.waitForTimeout(400)
  await page.reload()
  assert.equal(await cell(page, 1).inputValue(), '0,6', 'what was typed is there again')
  await page.screenshot({ path: 'screenshots/indicator-baselines-typed.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Ghi 3 dòng' }).click()
  await page.getByText('Đã ghi 3 số liệu đầu kỳ').waitFor()
  await page.getByText(/^3\/\d+ chỉ tiêu đã có số liệu đầu kỳ/).waitFor()
  const after = await indicators()
  assert.deepEqual(after.slice(0, 3).map((row) => row.baselines[0].value), [37.6, 0.6, 12])
  assert.equal(after[0].id, rows[0].id)
  assert.deepEqual(faults, [])
  await close()
})

test('the share of one agency stands by itself', async () => {
  const { page, faults, close } = await it.official(standing)
  await page.goto(`${address}&agency=so-tu-phap`)
  await page.getByText('Phần của Sở Tư pháp.').waitFor()
  assert.equal(await cell(page, 0).inputValue(), '')
  await cell(page, 0).fill('20')
  await page.getByRole('button', { name: 'Ghi 1 dòng' }).click()
  await page.getByText('Đã ghi 1 số liệu đầu kỳ').waitFor()
  const [first] = await indicators()
  assert.deepEqual(first.baselines.map((one) => [one.agency, one.value]), [[null, 37.6], ['so-tu-phap', 20]])
  assert.deepEqual(faults, [])
  await close()
})

test('a sheet goes out and comes back filled in; nothing is written until it is saved, and what is unlikely is questioned', async () => {
  const [share, counted, unread] = (await indicators()).filter((row) => row.definition.unit === '%' && row.baselines.length === 0)
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(address)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải mẫu Excel' }).click()])
  const { filled, lines, drop } = await fillTemplate(await download.path(), [[share.id, 'G', 137.5], [counted.id, 'G', 40.5], [unread.id, 'G', 'khoảng 40']])
  await page.locator('input[type=file]').setInputFiles(filled)
  await page.getByText('Các dòng của tệp không nhận được').waitFor()
  await page.getByText(`Dòng ${lines[2]} của tệp`).waitFor()
  await page.getByText(`Dòng ${lines[0]} của tệp: ${share.name}: 137,5 ngoài khoảng 0 đến 100`).waitFor()
  assert.equal(await page.getByLabel(`Giá trị đầu kỳ, ${counted.name}`, { exact: true }).inputValue(), '40,5')
  assert.equal((await it.api.get(`/indicators/${counted.id}`)).baselines.length, 0)
  await page.screenshot({ path: 'screenshots/indicator-baselines-sheet.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Đã xem' }).click()
  await page.getByRole('button', { name: 'Ghi 2 dòng' }).click()
  await page.getByText('Đã ghi 2 số liệu đầu kỳ').waitFor()
  await page.getByRole('rowheader', { name: share.name }).getByText('137,5 ngoài khoảng 0 đến 100').waitFor()
  assert.equal((await it.api.get(`/indicators/${share.id}`)).baselines[0].findings[0].kind, 'range')
  assert.deepEqual(faults, [])
  await drop()
  await close()
})

test('on a phone one baseline is entered; who does not keep the plan sees them and enters none', async () => {
  const handheld = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }
  const { page, faults, close } = await it.official(standing, handheld)
  await page.goto(address)
  await cell(page, 3).tap()
  await cell(page, 3).fill('55')
  await page.getByRole('button', { name: 'Ghi 1 dòng' }).tap()
  await page.getByText('Đã ghi 1 số liệu đầu kỳ').waitFor()
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/indicator-baselines-phone.png' })
  assert.deepEqual(faults, [])
  await close()
  const other = await it.official('so-tu-phap.officer', handheld)
  await other.page.goto(address)
  await other.page.getByText('Cơ quan thường trực của kế hoạch và Thống kê tỉnh nhập.').waitFor()
  assert.equal(await cell(other.page, 0).count(), 0)
  await other.close()
})
