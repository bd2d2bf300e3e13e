// Tables in and out: a list as a spreadsheet, a plan out of a file - columns, an unknown name, the difference, the one act.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { objections } from './axe.mjs'
import { stage } from './stage.mjs'

const it = stage()
const files = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../tables/files')

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const bytes = await readFile(await download.path())
  assert.equal(bytes.subarray(0, 2).toString(), 'PK', 'a file of Excel is a zip')
  return download.suggestedFilename()
}

test('lists and a programme are exported with the filters of the page', async () => {
  const { page, faults, close } = await it.official('so-khcn.officer')
  await page.goto('/board?programme=lao-cai-de-an-11')
  assert.equal(await downloaded(page, page.getByRole('button', { name: 'Xuất Excel', exact: true })), 'tasks.xlsx')
  for (const [address, name] of [['/documents', 'documents.xlsx'], ['/agencies', 'agencies.xlsx'], ['/programmes/lao-cai-de-an-11', 'lao-cai-de-an-11.xlsx'],
    ['/programmes', 'programmes.xlsx'], ['/reporting-duties', 'reporting-duties.xlsx'], ['/coordinations', 'coordinations.xlsx'], ['/proposals', 'proposals.xlsx'],
    ['/contradictions', 'contradictions.xlsx'], ['/links?state=linked', 'links.xlsx'], ['/unit-plans', 'unit-plans.xlsx']]) {
    await page.goto(address)
    assert.equal(await downloaded(page, page.getByRole('button', { name: 'Xuất Excel', exact: true })), name)
  }
  await page.goto('/board?mark=comment')
  assert.ok(await page.getByRole('button', { name: 'Xuất Excel', exact: true }).isDisabled(), 'marks are seen by the page alone')
  assert.deepEqual(faults, [])
  await close()
})

test('a new plan comes out of a spreadsheet, at desktop and at phone width', async () => {
  const { page, faults, close } = await it.official('so-khcn.standing-agency', { bypassCSP: true })
  await page.goto('/programmes')
  await page.getByRole('link', { name: 'Nhập kế hoạch từ tệp' }).click()
  await page.locator('input[type=file]').setInputFiles(path.join(files, 'formulas-calc.xlsx'))
  await page.getByRole('heading', { name: 'formulas-calc.xlsx' }).waitFor()
  await page.getByRole('combobox', { name: 'Chương trình, kế hoạch' }).click()
  await page.getByRole('option', { name: 'Kế hoạch mới, chưa có trong hệ thống' }).click()
  await page.getByRole('textbox', { name: /^Mã \(/ }).fill('kh-cds-2027')
  await page.getByRole('textbox', { name: 'Tên kế hoạch' }).fill('Kế hoạch chuyển đổi số năm 2027')
  await page.getByRole('textbox', { name: 'Tên ngắn' }).fill('KH CĐS 2027')
  await page.getByRole('textbox', { name: 'Từ năm' }).fill('2027')
  await page.getByRole('textbox', { name: 'Đến năm' }).fill('2027')
  await page.getByRole('combobox', { name: 'Văn bản ban hành' }).fill('de an 11')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByRole('button', { name: 'Dùng kế hoạch này' }).click()
  const doubtful = page.getByRole('listitem').filter({ hasText: 'có tên cơ quan chưa nhận ra' })
  await doubtful.waitFor()
  assert.deepEqual(await objections(page), [])
  await doubtful.getByRole('combobox', { name: /^Cơ quan phối hợp/ }).fill('so tai chinh')
  await page.getByRole('option', { name: 'Sở Tài chính' }).first().click()
  await page.keyboard.press('Escape')
  await doubtful.waitFor({ state: 'detached' })

  const taking = page.getByRole('region', { name: 'Ghi nhận' })
  await taking.getByLabel('Bổ sung văn bản sau').check()
  await taking.getByRole('button', { name: 'Xem trước thay đổi' }).click()
  await taking.getByRole('button', { name: /^Ghi nhận \d+ thay đổi$/ }).click()
  await page.getByRole('button', { name: 'Không đổi: 4' }).waitFor()
  const tasks = await it.api.get('/tasks?programme=kh-cds-2027')
  assert.equal(tasks.total, 4)
  assert.deepEqual(tasks.items[2].coordinating_agencies, ['so-tai-chinh'])

  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await page.getByRole('button', { name: 'Không đổi: 4' }).click()
  await page.getByText('Tập huấn kỹ năng số').last().waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  assert.ok(!wide, 'nothing stands out of the phone')
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('a file that cannot be read is said so where it was chosen', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency')
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles({ name: 'danh-sach.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('TT;Nhi\xe6m', 'latin1') })
  await page.getByRole('alert').getByText('không phải là tệp Word').waitFor()
  await close()
})

test('a table whose columns are not known is named, and people say what they are', async () => {
  const { page, faults, close } = await it.official('so-khcn.standing-agency', { bypassCSP: true })
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(path.join(files, 'treasury-libxlsxwriter.xlsx'))
  await page.getByText('Chưa nhận ra các cột của bảng Lũy kế; hãy chọn bảng là gì và mỗi cột là gì.').waitFor()
  await page.getByRole('combobox', { name: 'Chương trình, kế hoạch' }).click()
  await page.getByRole('option', { name: 'Đề án 11 (2026 - 2030)' }).click()
  await page.getByRole('button', { name: 'Chọn cột của bảng Lũy kế' }).click()
  await page.getByRole('textbox', { name: 'Số dòng tiêu đề' }).fill('2')
  const columns = page.getByRole('group', { name: /^Bảng Lũy kế/ })
  await columns.getByRole('combobox').nth(0).selectOption('number')
  await columns.getByRole('combobox').nth(2).selectOption('title')
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Áp dụng cách hiểu cột' }).click()
  await page.getByRole('button', { name: /^Mới: [1-9]/ }).waitFor()
  assert.equal(await page.getByText('Chưa nhận ra các cột').count(), 0)
  assert.deepEqual(faults, [])
  await close()
})

test('the annex of money is read as such, and brings nothing new to the programme that it was printed from', async () => {
  const { page, faults, close } = await it.official('so-khcn.standing-agency', { bypassCSP: true })
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(path.join(files, 'annex-iii-writer.docx'))
  await page.getByRole('heading', { name: 'annex-iii-writer.docx' }).waitFor()
  await page.getByRole('combobox', { name: 'Chương trình, kế hoạch' }).click()
  await page.getByRole('option', { name: 'Đề án 11 (2026 - 2030)' }).click()
  await page.getByRole('button', { name: 'Không đổi: 81' }).click()
  assert.equal(await page.getByRole('combobox', { name: 'Bảng này là' }).inputValue(), 'budget-lines')
  assert.equal(await page.getByRole('combobox', { name: 'Đơn vị tiền' }).inputValue(), '1000000')
  await page.screenshot({ path: 'screenshots/import-money-desktop.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: /^Sửa số liệu: / }).first().click()
  await page.getByRole('textbox', { name: /^Kinh phí \d{4}/ }).first().fill('123,5')
  await page.getByText('123.500.000').waitFor()
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Áp dụng', exact: true }).click()
  await page.getByRole('button', { name: 'Không đổi: 80' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByText(/^Nâng cấp Trung tâm dữ liệu của khối Đảng/).first().waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
  await page.screenshot({ path: 'screenshots/import-money-phone.png' })
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})
