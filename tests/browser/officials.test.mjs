// The figure of statistics: entered on an indicator's page, compared, changed with a reason, withdrawn; an indicator is added by a document, and
// an index that plans only name is proposed for that.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const indicator = 'bcd26.i.3'
const statistics = 'thong-ke-tinh.statistics'
const standing = 'so-khcn.standing-agency'
const at = { bypassCSP: true }

const series = () => it.api.get(`/indicators/${indicator}/series`)
const section = (page) => page.getByRole('region', { name: 'So sánh với số liệu Thống kê' })
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
async function cite(page, dialog) {
  await dialog.getByRole('combobox', { name: /^Văn bản/ }).fill('de an 11')
  await page.getByRole('listbox').getByRole('option').first().click()
}

test('statistics enters, changes and withdraws the official figure', async () => {
  const { page, faults, close } = await it.official(statistics, at)
  await page.goto(`/indicators/${indicator}`)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Thao tác khác' }).click()
  await page.getByRole('menuitem', { name: 'Nhập số chính thức' }).click()
  await dialog.getByLabel(/^Giá trị/).fill('71,8')
  await cite(page, dialog)
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: 'Nhập số chính thức' }).click()
  const row = section(page).getByRole('row').filter({ hasText: 'toàn tỉnh' })
  await row.getByText('71,8').waitFor()
  assert.deepEqual(await objections(page), [])
  await row.getByRole('button', { name: /^Sửa, / }).click()
  await dialog.getByLabel(/^Giá trị/).fill('72')
  await cite(page, dialog)
  await dialog.getByLabel(/^Lý do/).fill('Rà soát lại')
  await dialog.getByRole('button', { name: /^Nhập số chính thức/ }).click()
  await row.getByText('72').first().waitFor()
  await section(page).getByText('Những lần trước (1)').click()
  await row.getByRole('button', { name: /^Rút số chính thức/ }).click()
  await cite(page, dialog)
  await dialog.getByLabel(/^Lý do/).fill('Nhầm kỳ')
  await dialog.getByRole('button', { name: /^Rút số chính thức/ }).click()
  await section(page).getByText('Nhầm kỳ').waitFor()
  const { official_figures, comparison } = await series()
  assert.equal(official_figures.length, 3)
  assert.equal(comparison.length, 0)
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('an index that plans only name is added from its proposal', async () => {
  const before = (await it.api.get('/index-suggestions')).items
  assert.ok(before.some((one) => one.index === 'PCI'))
  const { page, faults, close } = await it.official(standing, at)
  await page.goto('/indicators')
  await page.getByText(/^Chỉ số được nhắc đến nhưng chưa có dòng riêng/).click()
  await page.getByRole('list', { name: 'Nơi nhắc đến: PCI' }).getByRole('link').first().waitFor()
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Thêm chỉ tiêu này: PCI' }).click()
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByLabel(/^Tên chỉ tiêu/).inputValue(), 'Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)')
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: 'Thêm chỉ tiêu' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.goto('/indicators?q=nang%20luc%20canh%20tranh')
  await page.getByRole('link', { name: 'Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)' }).waitFor()
  assert.equal((await it.api.get('/index-suggestions')).items.length, before.length - 1)
  assert.deepEqual(faults, [])
  await close()
})

test('whoever may not add an indicator sees no way to it', async () => {
  const { page, close } = await it.official('so-noi-vu.officer', at)
  await page.goto('/indicators')
  await page.getByRole('link', { name: 'Tỷ lệ phủ sóng 5G' }).first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).count(), 0)
  await close()
})

test('on a phone the comparison stands as blocks', async () => {
  const { page, faults, close } = await it.official(statistics, { ...phone, ...at })
  await page.goto(`/indicators/${indicator}`)
  await section(page).getByText('Những lần trước', { exact: false }).waitFor()
  assert.ok((await overflow(page)) <= 0, 'nothing lies beside the screen')
  await page.goto('/indicators')
  await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).waitFor()
  assert.ok((await overflow(page)) <= 0, 'nothing lies beside the screen')
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})
