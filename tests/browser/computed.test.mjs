// An indicator that is computed from missions: bound in its definition, offered in the entry grid, taken with one key, and the missions behind it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { stage } from './stage.mjs'

const it = stage()
const document = 'lao-cai-de-an-11'
const standing = 'so-khcn.standing-agency'
const officer = 'so-khcn.officer'
const indicator = 'nq26.01.i.2'
const period = '2026'
const on = '2026-01-05'
const mission = { kind: 'topic', tasks: ['da11.ii.i.1.1'], managing_agency: 'so-khcn', ordered_on: on, document }

const made = async (path, body) => (await it.api.post(path, body, officer)).id
async function step(id, name, body) {
  await it.api.post(`/missions/${id}/${name}`, { on, document, ...body }, officer, (await it.api.get(`/missions/${id}`)).sequence)
}
const numberOf = (page, label) => page.getByRole('region', { name: 'Số nhiệm vụ KH&CN' }).locator('dl > div').filter({ hasText: label }).locator('dd').innerText()

test('the standing agency says in the definition what is counted', async () => {
  const { page, close, faults } = await it.official(standing, { bypassCSP: true })
  await page.goto(`/indicators/${indicator}`)
  await page.getByRole('button', { name: 'Thao tác khác' }).click()
  await page.getByRole('menuitem', { name: 'Sửa định nghĩa chỉ tiêu' }).click()
  const dialog = page.getByRole('dialog')
  const choose = async (label, option) => {
    await dialog.getByRole('combobox', { name: label, exact: true }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await dialog.getByLabel(/^Áp dụng từ ngày/).fill('01/01/2026')
  await dialog.getByRole('combobox', { name: /^Văn bản/ }).fill('de an 11')
  await page.getByRole('listbox').getByRole('option').first().click()
  await choose('Đếm', 'Đã nghiệm thu')
  await choose('Trên tổng số', 'Đã đặt hàng')
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: 'Sửa định nghĩa chỉ tiêu' }).click()
  await page.getByText('Đã nghiệm thu / đã đặt hàng; cả tỉnh').first().waitFor()
  const { definition } = await it.api.get(`/indicators/${indicator}`)
  assert.deepEqual(definition.computed_from, { numerator: 'accepted', denominator: 'ordered', scope: 'province' })
  assert.deepEqual(faults, [])
  await close()
})

test('the count is offered, taken with one key, and can be looked at', async () => {
  const first = await made('/missions', { ...mission, title: 'Giống lúa chịu hạn' })
  await made('/missions', { ...mission, title: 'Cảnh báo sạt lở' })
  await step(first, 'select', { way: 'direct', host: { name: 'Viện Lúa' } })
  await step(first, 'contract', { number: '12/HĐ', amount: 1000 })
  await it.api.post(`/missions/${first}/record-council`, { kind: 'acceptance', held_on: on, result: 'passed', document }, officer, (await it.api.get(`/missions/${first}`)).sequence)
  await step(first, 'accept', {})
  const { page, close, faults } = await it.official(officer, { bypassCSP: true })
  await page.goto(`/indicators/entry?period=${period}`)
  const grid = page.getByRole('table', { name: 'Bảng nhập số liệu' })
  const row = grid.getByRole('row').filter({ hasText: 'Đếm được 1 / 2 = 50%' })
  const cell = (column) => row.getByLabel(new RegExp(`^${column}, `)).first()
  await row.waitFor()
  assert.equal(await cell('Tử số').inputValue(), '', 'nothing is filled in before it is taken')
  await cell('Tử số').press('=')
  assert.deepEqual([await cell('Tử số').inputValue(), await cell('Mẫu số').inputValue()], ['1', '2'])
  assert.match(await cell('Nguồn').inputValue(), /^Đếm từ hồ sơ nhiệm vụ KH&CN/)
  await row.getByText('Khớp số đếm').waitFor()
  await cell('Mẫu số').fill('4')
  await page.getByRole('button', { name: 'Lưu nháp 1 dòng' }).click()
  await row.getByText(/khác số đếm từ nhiệm vụ KH&CN \(50\)/).waitFor()
  assert.deepEqual(await objections(page), [])
  await row.getByRole('link', { name: 'Xem 2 nhiệm vụ' }).click()
  await page.getByText(/Các nhiệm vụ được đếm cho chỉ tiêu/).waitFor()
  assert.equal(await numberOf(page, 'Tổng số'), '2')
  assert.equal(await numberOf(page, 'Đã nghiệm thu'), '1')
  await page.getByRole('link', { name: 'Phần ở tử số' }).click()
  await page.getByText('1 nhiệm vụ KH&CN', { exact: true }).waitFor()
  await page.getByText('Theo giai đoạn, theo kết quả').click()
  await page.getByRole('table', { name: 'Theo giai đoạn' }).getByRole('row', { name: /Đã nghiệm thu 1/ }).waitFor()
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})
