// Money from its sources to the treasury's slip: finance, the lead agency on a phone, a file of the treasury, what reconciles.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const line = 'da11.iii.i.b.1' // need: 2026 30.000, 2027 70.000 triệu đồng; lead: so-khcn
const linePage = `/budget-lines/${line}`
const million = 1_000_000
const read = () => it.api.get(linePage)
const onPhone = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }

const paste = (cell, text) => cell.evaluate((field, block) => {
  const data = new DataTransfer()
  data.setData('text/plain', block)
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, text)

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function choose(page, dialog, label, option) {
  await dialog.getByRole('combobox', { name: label }).or(dialog.getByLabel(label)).first().click()
  await page.getByRole('option', { name: option }).first().click()
}

test('finance assigns sources as a block; a year that goes beyond its need cannot be sent', async () => {
  const { page, faults, close } = await it.official('so-tai-chinh.finance', { bypassCSP: true })
  await page.goto(linePage)
  await page.getByRole('button', { name: 'Xác định nguồn vốn' }).click()
  const dialog = page.getByRole('dialog')
  const first = dialog.getByLabel('Ngân sách Trung ương, 2026')
  await first.focus()
  await paste(first, '10.000\t20.000\r\n20.000\t60.000')
  await dialog.getByText('Năm 2027 vượt nhu cầu 10.000 triệu đồng.').waitFor()
  const send = dialog.getByRole('button', { name: 'Xác định nguồn vốn' })
  assert.equal(await send.isDisabled(), true)
  await dialog.getByLabel('Ngân sách tỉnh, 2027').fill('37.6')
  await dialog.getByText(/dấu chấm chỉ để tách hàng nghìn/).waitFor()
  await dialog.getByLabel('Ngân sách tỉnh, 2027').fill('40.000,5')
  await dialog.getByRole('checkbox', { name: 'Bổ sung văn bản sau' }).check()
  await page.screenshot({ path: 'screenshots/money-sources.png' })
  assert.deepEqual(await objections(page), [])
  await send.click()
  await dialog.waitFor({ state: 'detached' })
  const { sources, sums } = await read()
  assert.equal(sources.length, 4)
  assert.deepEqual([sums.assigned / million, sums.unassigned / million], [90_000.5, 9_999.5])
  assert.deepEqual(faults, [])
  await close()
})

test('the lead agency registers a component; finance allocates to it', async () => {
  const lead = await it.official('so-khcn.officer')
  await lead.page.goto(linePage)
  await lead.page.getByRole('button', { name: 'Thêm dự án, nhiệm vụ thành phần' }).click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByLabel('Tên', { exact: false }).first().fill('Mở rộng Trung tâm dữ liệu tỉnh')
  await choose(lead.page, dialog, /^Loại/, 'Đầu tư công')
  await dialog.getByLabel('Mã dự án, mã ĐVQHNS').fill('7891011')
  await dialog.getByRole('button', { name: 'Thêm dự án, nhiệm vụ thành phần' }).click()
  await lead.page.getByRole('heading', { name: 'Mở rộng Trung tâm dữ liệu tỉnh' }).waitFor()
  await lead.close()

  const { page, close } = await it.official('so-tai-chinh.finance', { bypassCSP: true })
  await page.goto(linePage)
  await page.getByRole('button', { name: 'Giao kế hoạch vốn, dự toán' }).click()
  const form = page.getByRole('dialog')
  await choose(page, form, /^Nguồn vốn/, 'Ngân sách tỉnh')
  await form.getByLabel(/^Số tiền/).first().fill('5.000')
  await form.getByText('5.000.000.000 đồng, tức 5.000 triệu đồng').waitFor()
  await form.getByRole('checkbox', { name: 'Bổ sung văn bản sau' }).check()
  await form.getByRole('button', { name: 'Giao kế hoạch vốn, dự toán' }).click()
  await page.getByRole('heading', { name: 'Các lần giao vốn' }).waitFor()
  const { components, allocated } = await read()
  assert.equal(allocated, 5000 * million)
  assert.equal(components[0].cells[0].remaining, 5000 * million)
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/money-line.png', fullPage: true })
  await close()
})

test('a payment on a phone: never above what is allocated; a mistake is reversed and stays readable', async () => {
  const { page, close } = await it.official('so-khcn.officer', onPhone)
  await page.goto(linePage)
  await page.getByRole('button', { name: 'Ghi khoản chi' }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Còn được chi 5.000 triệu đồng').waitFor()
  const amount = dialog.getByLabel(/^Số tiền/).first()
  await amount.fill('6 tỷ')
  await dialog.getByText('6.000.000.000 đồng, tức 6.000 triệu đồng').waitFor()
  await dialog.getByLabel('Ngày chi').fill('05/03/2026')
  await dialog.getByRole('button', { name: 'Ghi khoản chi' }).tap()
  await dialog.getByRole('alert').first().waitFor()
  assert.equal((await read()).disbursed, 0)
  await amount.fill('1.234.567.890')
  await dialog.getByLabel('Số chứng từ').fill('UNC-01')
  await page.screenshot({ path: 'screenshots/money-pay-phone.png' })
  await dialog.getByRole('button', { name: 'Ghi khoản chi' }).tap()
  await dialog.waitFor({ state: 'detached' })
  assert.equal((await read()).disbursed, 1_234_567_890)
  const ledger = page.getByRole('region', { name: 'Sổ chi tiết' })
  await ledger.getByText('UNC-01').waitFor()
  assert.equal(await wide(page), 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await ledger.getByRole('button', { name: 'Hủy ghi sổ do nhầm' }).tap()
  await page.getByRole('dialog').getByLabel('Lý do').fill('Gõ nhầm số chứng từ')
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy ghi sổ do nhầm' }).tap()
  await ledger.getByText(/Gõ nhầm số chứng từ/).waitFor()
  assert.equal((await read()).disbursed, 0)
  const { items } = await it.api.get(`${linePage}/ledger`)
  assert.deepEqual(items.map((entry) => entry.kind), ['allocation', 'payment', 'reversal'])
  await page.screenshot({ path: 'screenshots/money-line-phone.png', fullPage: true })
  await close()
})

const file = (rows) => ({
  name: 'kho-bac-thang-3.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Mã dự án;Nội dung;Loại;Số chứng từ;Ngày;Số tiền;Niên độ;Nguồn vốn', ...rows].join('\n')),
})
const rows = [
  '7891011;Thanh toán khối lượng đợt 1;Thanh toán;KB-01;05/03/2026;1.000.000.000;2026;Ngân sách tỉnh',
  '7891011;Thanh toán khối lượng đợt 2;Thanh toán;KB-02;06/03/2026;4.500.000.000;2026;Ngân sách tỉnh',
  '9999999;Khoản chưa rõ;Thanh toán;KB-03;07/03/2026;300.000.000;2026;Ngân sách tỉnh',
]

test('a file of the treasury: matched, settled, booked with its slip; the same file again changes nothing', async () => {
  const { page, close } = await it.official('so-tai-chinh.finance', { bypassCSP: true })
  await page.goto('/budget/extracts')
  await page.locator('input[type=file]').setInputFiles(file(rows))
  await page.getByRole('heading', { name: 'kho-bac-thang-3.csv' }).waitFor()
  const table = page.getByRole('group', { name: 'Các dòng', exact: true })
  await table.getByText('Chưa khớp').waitFor()
  await page.getByRole('button', { name: 'Xử lý dòng 4' }).click()
  const dialog = page.getByRole('dialog')
  await choose(page, dialog, /^Dòng kinh phí/, /Nâng cấp Trung tâm dữ liệu/)
  assert.equal(await dialog.getByLabel(/^Dự án, nhiệm vụ thành phần/).last().inputValue(), '7891011. Mở rộng Trung tâm dữ liệu tỉnh', 'the only component is chosen')
  await dialog.getByLabel(/^Nguồn vốn/).selectOption('provincial-budget')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.screenshot({ path: 'screenshots/money-extract.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Ghi sổ 3 dòng' }).click()
  await page.getByText(/ghi sổ lúc/).waitFor()
  assert.equal((await read()).disbursed, 5_800 * million, 'also what is above the ceiling is booked')
  await page.getByRole('group', { name: 'Phiếu ghi sổ' }).getByText('5.800.000.000').first().waitFor()
  await page.goto('/budget/extracts')
  await page.locator('input[type=file]').setInputFiles(file(rows))
  await page.getByText(/Tệp này đã được ghi sổ trước đây/).waitFor()
  assert.equal((await read()).disbursed, 5_800 * million)
  await close()
})

const overviews = [
  ['/budget/reconciliation', 'Đối chiếu kinh phí'],
  ['/budget/findings', 'Điểm cần xem về kinh phí'],
  ['/budget/ratios', 'Tỷ lệ chi tối thiểu'],
  ['/budget-lines?group=agency', 'Kinh phí'],
  ['/budget-lines', 'Kinh phí'],
]

async function lookOver(page, [path, heading], size) {
  await page.goto(path)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.getByText('9.615.243').or(page.getByText(/^Tối thiểu 3%/)).or(page.getByText('dòng đã gắn')).first().waitFor()
  assert.deepEqual(await objections(page), [], path)
  assert.equal(await wide(page), 0, path)
  await page.screenshot({ path: `screenshots/money${path.replace(/[^a-z]+/g, '-')}-${size}.png` })
}

test('the shares that the plans set are there, by plan, with the day and the document of each definition', async () => {
  const { page, faults, close } = await it.official('so-tai-chinh.finance', { bypassCSP: true })
  await page.goto('/budget/ratios')
  const share = page.getByRole('region', { name: /^Chi ngân sách cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số/ })
  await share.getByText(/^Tối thiểu 3%/).waitFor()
  await share.getByText('Định nghĩa của tử số').click()
  await share.getByText(/03\/02\/2026.*tổng chi ngân sách địa phương/).waitFor()
  await page.getByRole('region', { name: /R&D/ }).getByText(/^Tối thiểu 2%/).waitFor()
  await page.getByRole('combobox', { name: 'Chọn chương trình, kế hoạch' }).selectOption({ label: 'Phân công Ban Chỉ đạo của Tỉnh ủy (2025)' })
  await page.getByRole('region', { name: /không kể chuyển đổi số/ }).getByText(/^Tối thiểu 1%/).waitFor()
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('the pages that look over the whole, on a desk and on a phone', async () => {
  const { page, close } = await it.official('so-tai-chinh.finance', { bypassCSP: true })
  for (const one of overviews) await lookOver(page, one, 'desktop')
  await page.goto('/budget/reconciliation')
  await page.getByRole('heading', { name: 'Chênh lệch chờ đối chiếu (1)' }).waitFor()
  await page.getByRole('region', { name: 'Tổng số' }).getByText('Khớp').waitFor()
  await close()
  const small = await it.official('so-tai-chinh.finance', onPhone)
  for (const one of [overviews[0], overviews.at(-1)]) await lookOver(small.page, one, 'phone')
  await small.close()
})

const component = 'Mở rộng Trung tâm dữ liệu tỉnh'

test('a component of the line is proposed for a task and decided; what is found is found of the component', async () => {
  const lead = await it.official('so-khcn.officer', { bypassCSP: true })
  await lead.page.goto(linePage)
  await lead.page.getByRole('button', { name: 'Đề nghị gắn nhiệm vụ, chỉ tiêu' }).click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Nhiệm vụ, chỉ tiêu' }).fill('trung tâm dữ liệu')
  await lead.page.getByRole('option').first().click()
  await choose(lead.page, dialog, /^Dự án, nhiệm vụ thành phần/, component)
  await dialog.getByLabel('Lý do').fill('Thành phần này chi cho nhiệm vụ')
  assert.deepEqual(await objections(lead.page), [])
  await dialog.getByRole('button', { name: 'Đề nghị gắn nhiệm vụ, chỉ tiêu' }).click()
  await dialog.waitFor({ state: 'detached' })
  await lead.page.getByText(new RegExp(`Thành phần: ${component}.*Đã đề nghị`)).waitFor()
  await lead.close()

  const { page, close } = await it.official('so-tai-chinh.finance', { bypassCSP: true })
  await page.goto('/links?state=proposed&kind=funds')
  await page.getByRole('article').getByText(`Thành phần: ${component}`).waitFor()
  await page.getByRole('combobox', { name: 'Văn bản quyết định' }).fill('de an 11')
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Gắn', exact: true }).click()
  await page.getByText('Đã liên kết.', { exact: true }).waitFor()
  const [link] = (await read()).links
  assert.deepEqual([link.component_name, link.status], [component, 'linked'])
  await page.goto('/budget/findings?kind=paid-without-product')
  await page.getByText(`Thành phần: ${component}`).waitFor()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/money-findings-component.png' })
  await page.goto(`/${link.row.subject.replace('task/', 'tasks/')}`)
  await page.getByText(`Thành phần: ${component}`).waitFor()
  await close()
})

test('the code in the medium-term plan is asked of public investment and checked', async () => {
  const { page, close } = await it.official('so-khcn.officer')
  await page.goto(linePage)
  await page.getByRole('button', { name: 'Thêm dự án, nhiệm vụ thành phần', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const code = dialog.getByLabel('Mã kế hoạch đầu tư công trung hạn')
  await dialog.getByLabel('Tên', { exact: false }).first().fill('Mua sắm máy chủ')
  await choose(page, dialog, /^Loại/, 'Chi thường xuyên')
  assert.equal(await code.count(), 0)
  await choose(page, dialog, /^Loại/, 'Đầu tư công')
  await code.fill('Mã 15')
  await dialog.getByRole('button', { name: 'Thêm dự án, nhiệm vụ thành phần' }).click()
  await dialog.getByText(/Mã kế hoạch trung hạn có từ 3 đến 50 ký tự/).first().waitFor()
  await code.fill('KHTH-2026.15')
  await dialog.getByRole('button', { name: 'Thêm dự án, nhiệm vụ thành phần' }).click()
  await page.getByRole('region', { name: 'Mua sắm máy chủ' }).getByText('KHTH-2026.15').waitFor()
  await close()
})

test('an inspector reads what was booked of the treasury, and can change nothing of it', async () => {
  const { page, faults, close } = await it.official('thanh-tra-tinh.inspector', { bypassCSP: true })
  await page.goto('/budget/extracts')
  const booked = page.getByRole('link', { name: 'kho-bac-thang-3.csv' })
  await booked.waitFor()
  assert.equal(await page.locator('input[type=file]').count(), 0)
  assert.equal(await booked.count(), 1, 'what was sent in again and not booked is not there')
  await booked.click()
  await page.getByRole('group', { name: 'Phiếu ghi sổ' }).getByText('5.800.000.000').first().waitFor()
  await page.getByRole('group', { name: 'Các dòng', exact: true }).getByText('KB-02').waitFor()
  assert.equal(await page.getByRole('button', { name: /^(Ghi sổ|Xử lý|Đổi)/ }).count(), 0)
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await page.screenshot({ path: 'screenshots/money-extract-inspector.png', fullPage: true })
  await close()
})
