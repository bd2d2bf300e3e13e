// Publishing an indicator's results: the definition asks for it, the desk and the list say what is owed, it is recorded on the page, replaced
// with a reason and taken back, and read on a phone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const indicator = 'bcd26.i.12'
const standing = 'so-khcn.standing-agency'
const publisher = 'vp-ubnd-tinh.officer'
const address = 'https://laocai.gov.vn/hai-long-quy-4'
const at = { bypassCSP: true }
const day = 'status_date=2026-01-20'

const series = () => it.api.get(`/indicators/${indicator}/series?${day}`)
const section = (page) => page.getByRole('region', { name: 'Công bố kết quả' })
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
async function cite(page, dialog) {
  await dialog.getByRole('combobox', { name: /^Văn bản/ }).fill('de an 11')
  await page.getByRole('listbox').getByRole('option').first().click()
}

test('the definition asks that each quarter is published', async () => {
  const { page, faults, close } = await it.official(standing, at)
  await page.goto(`/indicators/${indicator}`)
  await page.getByRole('button', { name: 'Thao tác khác' }).click()
  await page.getByRole('menuitem', { name: 'Sửa định nghĩa chỉ tiêu' }).click()
  const dialog = page.getByRole('dialog')
  const choose = async (name, option) => {
    await dialog.getByRole('combobox', { name, exact: false }).first().click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await dialog.getByLabel(/^Áp dụng từ ngày/).fill('01/01/2025')
  await cite(page, dialog)
  await choose(/^Kỳ báo cáo/, 'Hằng quý')
  await dialog.getByRole('checkbox', { name: 'Phải công bố kết quả' }).check()
  await dialog.getByRole('button', { name: 'Sửa định nghĩa chỉ tiêu' }).click()
  await dialog.getByText('Cần ghi số ngày sau khi hết kỳ.').waitFor()
  await dialog.getByLabel(/^Trong vòng bao nhiêu ngày/).fill('15')
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: 'Sửa định nghĩa chỉ tiêu' }).click()
  await page.getByText('cơ quan theo dõi, trong vòng 15 ngày sau khi hết kỳ').first().waitFor()
  const { definition } = await it.api.get(`/indicators/${indicator}`)
  assert.deepEqual(definition.publication, { agency: null, within_days: 15 })
  assert.deepEqual(faults, [])
  await close()
})

test('the desk, the list and the page say what is owed', async () => {
  const { page, faults, close } = await it.official(publisher, at)
  await page.goto('/?scope=unit')
  await page.getByText(/chỉ tiêu cần công bố kết quả, có kỳ đã quá hạn/).waitFor()
  assert.deepEqual(await objections(page), [])
  await page.goto('/indicators?kind=overdue')
  await page.getByText(/^Quá hạn công bố \d+ kỳ$/).first().waitFor()
  assert.deepEqual(await objections(page), [])
  await page.goto(`/indicators/${indicator}`)
  const row = section(page).getByRole('row').filter({ hasText: 'Quý IV/2025' })
  await row.getByText('Quá hạn công bố').waitFor()
  await row.getByText('15/01/2026').waitFor()
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('a publication is recorded, replaced with a reason, and taken back', async () => {
  const { page, faults, close } = await it.official(publisher, at)
  await page.goto(`/indicators/${indicator}`)
  const row = section(page).getByRole('row').filter({ hasText: 'Quý IV/2025' })
  const dialog = page.getByRole('dialog')
  await row.getByRole('button', { name: 'Ghi công bố, quý IV/2025' }).click()
  await dialog.getByLabel(/^Ngày công bố/).fill('12/01/2026')
  await cite(page, dialog)
  await dialog.getByLabel(/^Địa chỉ trên mạng/).fill('laocai.gov.vn')
  await dialog.getByLabel(/^Giá trị đã công bố/).fill('91,5')
  await dialog.getByRole('button', { name: /^Ghi công bố/ }).click()
  await dialog.getByText('Địa chỉ bắt đầu bằng http:// hoặc https://', { exact: false }).last().waitFor()
  await dialog.getByLabel(/^Địa chỉ trên mạng/).fill(address)
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: /^Ghi công bố/ }).click()
  await row.getByText('Đã công bố').waitFor()
  const link = row.getByRole('link', { name: /Xem nơi công bố/ })
  assert.equal(await link.getAttribute('href'), address)
  assert.match(await link.getAttribute('rel'), /noopener/)
  await row.getByText('Kỳ này chưa có số liệu được duyệt').waitFor()
  await row.getByRole('button', { name: 'Ghi lại, quý IV/2025' }).click()
  await dialog.getByLabel(/^Ngày công bố/).fill('18/01/2026')
  await dialog.getByLabel(/^Lý do/).fill('Ghi nhầm ngày')
  await dialog.getByRole('button', { name: /^Ghi công bố/ }).click()
  await row.getByText('Công bố muộn').waitFor()
  await section(page).getByText('Những lần ghi trước (1)').click()
  await row.getByRole('button', { name: 'Hủy ghi nhầm, quý IV/2025' }).click()
  await dialog.getByLabel(/^Lý do/).fill('Ghi nhầm kỳ')
  await dialog.getByRole('button', { name: /^Hủy ghi nhầm/ }).click()
  await row.getByText('Quá hạn công bố').waitFor()
  await section(page).getByText('Ghi nhầm kỳ').waitFor()
  assert.equal((await series()).publication_records.length, 2)
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults.filter((fault) => !fault.includes('400')), [], 'but for the address that was refused')
  await close()
})

test('on a phone each period stands as a block', async () => {
  const { page, faults, close } = await it.official(publisher, { ...phone, ...at })
  await page.goto(`/indicators/${indicator}`)
  await section(page).getByText('Quý IV/2025').first().waitFor()
  await section(page).getByRole('button', { name: 'Ghi công bố, quý IV/2025' }).click()
  await page.getByRole('dialog').getByLabel(/^Ngày công bố/).waitFor()
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Đóng' }).first().click()
  assert.ok((await overflow(page)) <= 0, 'nothing lies beside the screen')
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})
