// Giao chỉ tiêu as one table: several indicators are defined together, shares are pasted with the names of agencies, held against the whole
// while they are typed, assigned as one act, and seen on the indicator's page; on a phone too.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const programme = 'lao-cai-bcd-2026'
const standing = 'so-khcn.standing-agency'
const indicator = 'bcd26.i.1'
const address = `/indicators/${indicator}/shares`
const communes = ['ubnd-phuong-lao-cai', 'ubnd-phuong-cam-duong', 'ubnd-phuong-yen-bai']
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
const year = today.slice(0, 4)
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const cell = (page, index, column = year) => page.locator(`[data-row="${index}"][data-column="${column}"]`)
const series = () => it.api.get(`/indicators/${indicator}/series`)
const shareOf = async (agency) => (await series()).target_sets.find((set) => set.in_force && set.agency === agency)
const chooseDocument = async (page) => {
  await page.getByRole('combobox', { name: /^Theo văn bản/ }).fill('de an 11')
  await page.getByRole('listbox').getByRole('option').first().click()
}
const paste = (field, text) => field.evaluate((target, block) => {
  const data = new DataTransfer()
  data.setData('text/plain', block)
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, text)

test('two indicators are defined together; what is left empty stays', async () => {
  const before = (await it.api.get(`/indicators/${indicator}`)).definition
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(`/indicators?programme=${programme}`)
  const boxes = page.getByRole('checkbox', { name: /^Chọn chỉ tiêu / })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByText('Đã chọn 2 chỉ tiêu').waitFor()
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Định nghĩa chung' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.getByRole('button', { name: 'Ghi 2 định nghĩa' }).click()
  await page.getByText('Chọn văn bản, ngày hiệu lực và ít nhất một nội dung cần đổi.').waitFor()
  await chooseDocument(page)
  await dialog.getByRole('combobox', { name: 'Kỳ báo cáo', exact: true }).click()
  await page.getByRole('option', { name: 'Hằng quý', exact: true }).click()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/indicators-defined-together.png' })
  await page.getByRole('button', { name: 'Ghi 2 định nghĩa' }).click()
  await page.getByText('Đã ghi định nghĩa của 2 chỉ tiêu').waitFor()
  const changed = (await it.api.get(`/indicators?programme=${programme}&limit=1000`)).items.filter((row) => row.definition?.version === 1)
  assert.equal(changed.length, 2)
  for (const row of changed) assert.equal(row.definition.frequency, 'quarter')
  const own = changed.find((row) => row.id === indicator)
  if (own) assert.deepEqual([own.definition.unit, own.definition.combine], [before.unit, before.combine])
  assert.deepEqual(faults, [])
  await close()
})

test('shares are pasted by the names of agencies, added up, and assigned as one act', async () => {
  const { definition, sequence } = await it.api.get(`/indicators/${indicator}`)
  const { version, in_force, sequence: _, ...terms } = definition
  const made = { ...terms, valid_from: today, document: programme, combine: 'sum', frequency: 'year', submitters: communes }
  await it.api.post('/acts/define-indicators', { items: [{ subject: `indicator/${indicator}`, based_on: sequence, definition: made }] }, standing)
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(`/indicators/${indicator}`)
  await page.getByRole('link', { name: 'Giao chỉ tiêu' }).click()
  await page.getByRole('table', { name: 'Bảng giao chỉ tiêu' }).waitFor()
  const [first, second] = await Promise.all(communes.slice(0, 2).map((id) => it.api.get(`/agencies/${id}`)))
  await cell(page, 0).focus()
  await paste(cell(page, 0), `${second.name}\t25\r\nUBND xã Không Có\t9\r\n${first.name}\t30`)
  await page.getByRole('alert').getByText('không có cơ quan này trong bảng').waitFor()
  assert.equal(await cell(page, 0).inputValue(), '30')
  assert.equal(await cell(page, 1).inputValue(), '25')
  await page.getByText(/^55\/|^55$/).first().waitFor()
  await page.getByRole('button', { name: 'Đã xem' }).click()
  await page.getByRole('button', { name: 'Giao 2 cơ quan' }).click()
  await page.getByRole('alert').getByText('Chọn văn bản và ngày hiệu lực trước khi giao.').waitFor()
  await chooseDocument(page)
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/indicator-shares-typed.png' })
  await page.getByRole('button', { name: 'Giao 2 cơ quan' }).click()
  await page.getByText('Đã giao chỉ tiêu cho 2 cơ quan').waitFor()
  await page.getByText('2/3 cơ quan đã được giao').waitFor()
  assert.equal((await shareOf(communes[0])).targets[0].value, 30)
  assert.equal((await series()).share_sums[0].sum, 55)
  await page.goto(`/indicators/${indicator}`)
  await page.getByText(/^Tổng đã giao/).waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('on a phone one share is changed; who does not keep the plan sees them and assigns none', async () => {
  const handheld = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }
  const { page, faults, close } = await it.official(standing, handheld)
  await page.goto(address)
  await cell(page, 0).tap()
  await cell(page, 0).fill('31')
  await chooseDocument(page)
  await page.getByRole('button', { name: 'Giao 1 cơ quan' }).tap()
  await page.getByText('Đã giao chỉ tiêu cho 1 cơ quan').waitFor()
  assert.equal((await shareOf(communes[0])).targets[0].value, 31)
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/indicator-shares-phone.png' })
  assert.deepEqual(faults, [])
  await close()
  const other = await it.official('so-tu-phap.officer', handheld)
  await other.page.goto(address)
  await other.page.getByText('Cơ quan thường trực của kế hoạch giao').waitFor()
  assert.equal(await cell(other.page, 0).isDisabled(), true)
  await other.close()
})
