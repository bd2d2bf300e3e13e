// The roads of money that money.test.mjs does not walk: contracts, reductions, recoveries, needs restated, money outside the
// budget, ratios, the treasury's totals and dirty rows, a finding decided on, and the funding table as a file.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const plan = 'lao-cai-de-an-11'
const document = 'lao-cai-de-an-11'
const line = 'da11.iii.i.b.5' // lead: so-khcn; need: 20.000 triệu đồng each year
const linePage = `/budget-lines/${line}`
const outsidePage = '/budget-lines/da11.iii.i.a.1' // lead: the telecommunication firms
const finance = 'so-tai-chinh.finance'
const officer = 'so-khcn.officer'
const million = 1_000_000
const desk = { bypassCSP: true }
const onPhone = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }
const cell = { budget_year: 2026, funding_source: 'provincial-budget' }
const component = 'Kho dữ liệu dùng chung, giai đoạn 1'

const read = (target = linePage) => it.api.get(target)
const act = async (name, body, who) => it.api.post(`${linePage}/${name}`, body, who, (await read()).sequence)
const wide = (page) => page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth)
const shot = (page, name) => page.screenshot({ path: `screenshots/ledger-${name}.png`, fullPage: true })
const dialogOf = (page) => page.getByRole('dialog')
const send = (page, name) => dialogOf(page).getByRole('button', { name, exact: true }).click()
const later = (page) => dialogOf(page).getByRole('checkbox', { name: 'Bổ sung văn bản sau' }).check()

// On the only component: the first two commands are buttons, the others stand behind "Thao tác".
async function choose(page, name) {
  const menu = page.getByRole('button', { name: /^Thao tác/ })
  await menu.waitFor()
  if (await page.getByRole('button', { name, exact: true }).isVisible()) return page.getByRole('button', { name, exact: true }).click()
  await menu.click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

async function good(page, name) {
  assert.deepEqual(await objections(page), [], name)
  assert.equal(await wide(page), 0, name)
  await shot(page, name)
}

async function pay(page, kind, amount, { day = '05/03/2026', voucher = '', contract = false } = {}) {
  await choose(page, 'Ghi khoản chi')
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: kind, exact: true }).check()
  await dialog.getByLabel(/^Số tiền/).first().fill(amount)
  await dialog.getByLabel('Ngày chi').fill(day)
  await dialog.getByLabel('Số chứng từ').fill(voucher)
  if (contract) {
    await dialog.getByRole('combobox', { name: 'Hợp đồng' }).click()
    await page.getByRole('option', { name: /^12\/2026/ }).click()
  }
  await send(page, 'Ghi khoản chi')
}

const paid = (page) => dialogOf(page).waitFor({ state: 'detached' })

async function prepare() {
  const made = await act('register-component', { name: component, kind: 'recurrent', investor_agency: 'so-khcn', code: '7005' }, officer)
  await act('allocate', { component: made.components[0].id, ...cell, amount: 10_000 * million, document, receiver: 'so-khcn' }, finance)
}

test('a contract stands between the allocation and its payments; a payment above what is left is refused and stays typed', async () => {
  await prepare()
  const { page, faults, close } = await it.official(officer, desk)
  await page.goto(linePage)
  await choose(page, 'Thêm hợp đồng')
  const dialog = dialogOf(page)
  await dialog.getByLabel('Số hợp đồng').fill('12/2026/HĐ-KHCN')
  await dialog.getByLabel('Ngày ký').fill('10/02/2026')
  await dialog.getByLabel('Nhà thầu, bên cung cấp').fill('Công ty Công nghệ Tây Bắc')
  await dialog.getByLabel(/^Giá trị/).first().fill('6.000')
  await good(page, 'contract')
  await send(page, 'Thêm hợp đồng')
  await page.getByText('12/2026/HĐ-KHCN').first().waitFor()

  await pay(page, 'Tạm ứng', '7 tỷ', { contract: true, voucher: 'UNC-01' })
  await dialog.getByRole('alert').filter({ hasText: /hợp đồng/ }).first().waitFor()
  assert.equal(await dialog.getByLabel(/^Số tiền/).first().inputValue(), '7 tỷ')
  await dialog.getByLabel(/^Số tiền/).first().fill('2 tỷ')
  await send(page, 'Ghi khoản chi')
  await paid(page)
  await pay(page, 'Thanh toán', '9 tỷ', { voucher: 'UNC-02' })
  await dialog.getByRole('alert').first().waitFor()
  await shot(page, 'above')
  assert.equal(await dialog.getByLabel(/^Số tiền/).first().inputValue(), '9 tỷ')
  assert.equal(await dialog.getByLabel('Số chứng từ').inputValue(), 'UNC-02')
  assert.equal((await read()).sums.disbursed, 2_000 * million, 'nothing was booked')
  faults.length = 0 // the refusals
  await dialog.getByLabel(/^Số tiền/).first().fill('3 tỷ')
  await send(page, 'Ghi khoản chi')
  await paid(page)
  const { sums, contracts } = await read()
  assert.deepEqual([sums.contracted, sums.disbursed, sums.advances_outstanding].map((one) => one / million), [6_000, 5_000, 2_000])
  assert.equal(contracts[0].advances_outstanding, 2_000 * million)
  assert.deepEqual(faults, [])
  await close()
})

test('an advance is settled bit by bit, too much is paid back, and finance takes back what was given', async () => {
  const { page, close } = await it.official(officer, desk)
  await page.goto(linePage)
  await pay(page, 'Thu hồi tạm ứng', '2.500.000.000', { day: '20/04/2026' })
  await dialogOf(page).getByRole('alert').first().waitFor()
  await dialogOf(page).getByText('Tạm ứng chưa thu hồi: 2.000 triệu đồng.').waitFor()
  await dialogOf(page).getByLabel(/^Số tiền/).first().fill('1.500.000.000')
  await dialogOf(page).getByRole('combobox', { name: 'Hợp đồng' }).click()
  await page.getByRole('option', { name: /^12\/2026/ }).click()
  await send(page, 'Ghi khoản chi')
  await paid(page)
  await pay(page, 'Nộp giảm chi', '200.000.000', { day: '25/04/2026', voucher: 'GNT-01' })
  await paid(page)
  const ledger = page.getByRole('region', { name: 'Sổ chi tiết' })
  await ledger.getByText('GNT-01').waitFor()
  await ledger.getByText('−200.000.000').waitFor()
  const { sums } = await read()
  assert.deepEqual([sums.disbursed, sums.advances_outstanding].map((one) => one / million), [3_300, 500], 'what is recovered was disbursed before')
  await good(page, 'paid')
  await close()

  const keeper = await it.official(finance, desk)
  await keeper.page.goto(linePage)
  await keeper.page.getByRole('button', { name: 'Điều chỉnh giảm vốn đã giao' }).click()
  const dialog = dialogOf(keeper.page)
  await dialog.getByLabel(/^Giảm bao nhiêu/).first().fill('7.000')
  await dialog.getByLabel('Lý do').fill('Điều chuyển sang dự án khác')
  await later(keeper.page)
  await send(keeper.page, 'Điều chỉnh giảm vốn đã giao')
  await dialog.getByRole('alert').first().waitFor()
  assert.equal(await dialog.getByLabel('Lý do').inputValue(), 'Điều chuyển sang dự án khác')
  await dialog.getByLabel(/^Giảm bao nhiêu/).first().fill('1.000')
  await send(keeper.page, 'Điều chỉnh giảm vốn đã giao')
  await dialog.waitFor({ state: 'detached' })
  await keeper.page.getByText(/Đã điều chỉnh giảm 1.000 triệu đồng/).waitFor()
  assert.equal((await read()).sums.allocated, 9_000 * million)
  await keeper.close()
})

test('a round of needs: opened by finance, answered by the lead, the matrix amended, closed', async () => {
  const keeper = await it.official(finance, desk)
  await keeper.page.goto('/budget-lines')
  await keeper.page.getByRole('button', { name: 'Mở đợt rà soát nhu cầu' }).click()
  await dialogOf(keeper.page).getByLabel('Gửi trước hết ngày').fill('31/12/2099')
  await later(keeper.page)
  await send(keeper.page, 'Mở đợt rà soát nhu cầu')
  await keeper.page.getByText('Đang mở, trước hết ngày 31/12/2099. 0/68 dòng đã rà soát.').waitFor()

  const lead = await it.official(officer, desk)
  await lead.page.goto(linePage)
  await lead.page.getByText('Đang rà soát nhu cầu, trước hết ngày 31/12/2099.').waitFor()
  await lead.page.getByRole('button', { name: 'Rà soát nhu cầu', exact: true }).click()
  await dialogOf(lead.page).getByLabel('Nhu cầu, 2026').fill('25.000,5')
  await dialogOf(lead.page).getByLabel('Nhu cầu, 2027').fill('15.000')
  await dialogOf(lead.page).getByLabel('Lý do').fill('Giá thiết bị tăng')
  await good(lead.page, 'revise')
  await send(lead.page, 'Rà soát nhu cầu')
  await dialogOf(lead.page).waitFor({ state: 'detached' })
  const { sums } = await read()
  assert.deepEqual([sums.need, sums.revised_need].map((one) => one / million), [100_000, 100_000.5])
  await lead.close()

  const { page } = keeper
  await page.getByText('1/68 dòng đã rà soát').waitFor()
  await page.goto(linePage)
  await page.getByRole('button', { name: 'Điều chỉnh nhu cầu và nguồn' }).click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('Nhu cầu, 2026').fill('25.000,5')
  await dialog.getByLabel('Nhu cầu, 2027').fill('15.000')
  await dialog.getByLabel('Ngân sách tỉnh, 2026').fill('30.000')
  await dialog.getByText('Năm 2026 vượt nhu cầu 4.999,5 triệu đồng.').waitFor()
  await dialog.getByLabel('Ngân sách tỉnh, 2026').fill('25.000')
  await later(page)
  await good(page, 'amend')
  await send(page, 'Điều chỉnh nhu cầu và nguồn')
  await dialog.waitFor({ state: 'detached' })
  const amended = await read()
  assert.deepEqual([amended.sums.need, amended.sums.assigned, amended.printed_need.total].map((one) => one / million), [100_000.5, 25_000, 100_000])
  await page.goto('/budget-lines')
  await page.getByRole('button', { name: 'Đóng đợt rà soát' }).click()
  await send(page, 'Đóng đợt rà soát')
  await page.getByText(/Đã đóng ngày/).waitFor()
  await good(page, 'round')
  await page.goto(linePage)
  await page.getByRole('button', { name: 'Xác định nguồn vốn' }).waitFor()
  assert.equal(await page.getByText('Đang rà soát nhu cầu').count(), 0)
  await keeper.close()
})

test('money outside the budget: a firm enters it on its phone, the head of its sponsor confirms', async () => {
  const firm = await it.official('viettel.outside-lead', onPhone)
  const { page } = firm
  await page.goto(outsidePage)
  await page.getByRole('button', { name: 'Thêm dự án, nhiệm vụ thành phần' }).tap()
  await dialogOf(page).getByLabel(/^Tên/).fill('Phủ sóng 5G các khu công nghiệp')
  await dialogOf(page).getByRole('combobox', { name: /^Loại/ }).tap()
  await page.getByRole('option', { name: 'Ngoài ngân sách' }).tap()
  await send(page, 'Thêm dự án, nhiệm vụ thành phần')
  await page.getByRole('heading', { name: 'Phủ sóng 5G các khu công nghiệp' }).waitFor()
  await choose(page, 'Ghi vốn ngoài ngân sách')
  await dialogOf(page).getByLabel(/^Số tiền/).first().fill('120 tỷ')
  await dialogOf(page).getByLabel(/^Ngày/).fill('05/05/2026')
  await dialogOf(page).getByLabel('Ghi chú').fill('40 trạm phát sóng')
  await good(page, 'outside-phone')
  await send(page, 'Ghi vốn ngoài ngân sách')
  const region = page.getByRole('region', { name: 'Vốn ngoài ngân sách' })
  await region.getByText(/Chờ xác nhận/).waitFor()
  assert.equal(await region.getByRole('button', { name: 'Xác nhận vốn ngoài ngân sách' }).count(), 0, 'not by the firm itself')
  assert.equal((await read(outsidePage)).sums.mobilised, 0)
  await good(page, 'outside-line-phone')
  await firm.close()

  const head = await it.official('so-khcn.head', desk)
  await head.page.goto(outsidePage)
  await head.page.getByRole('button', { name: 'Xác nhận vốn ngoài ngân sách' }).click()
  await send(head.page, 'Xác nhận vốn ngoài ngân sách')
  await head.page.getByText(/Sở Khoa học và Công nghệ đã xác nhận/).waitFor()
  assert.equal((await read(outsidePage)).sums.mobilised, 120_000 * million)
  await good(head.page, 'outside')
  await head.close()
})

async function define(page, name, minimum, words, lines = []) {
  await page.getByRole('button', { name: 'Định nghĩa tỷ lệ' }).click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('Tên tỷ lệ').fill(name)
  await dialog.getByLabel('Tối thiểu (%)').fill(minimum)
  await dialog.getByLabel('Áp dụng từ ngày').fill('01/01/2026')
  await dialog.getByLabel('Tử số gồm những gì').fill(words)
  for (const wanted of lines) {
    await dialog.getByRole('combobox', { name: 'Các dòng kinh phí của tử số' }).fill(wanted)
    await page.getByRole('option').first().click()
    await page.keyboard.press('Tab')
  }
  await later(page)
  await send(page, 'Định nghĩa tỷ lệ')
  await page.getByRole('heading', { name }).waitFor()
}

async function figures(page, ratio, basis, denominator, numerator) {
  await page.getByRole('region', { name: ratio }).getByRole('button', { name: 'Nhập số liệu' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: basis }).check()
  if (numerator) await dialog.getByLabel(/^Tử số/).first().fill(numerator)
  await dialog.getByLabel(/^Mẫu số/).first().fill(denominator)
  await later(page)
  await send(page, 'Nhập số liệu')
  await dialog.waitFor({ state: 'detached' })
}

test('least shares: a definition by lines and one in words, on two bases, and defined anew', async () => {
  const { page, close } = await it.official(finance, desk)
  await page.goto('/budget/ratios')
  const science = 'Chi ngân sách cho khoa học, công nghệ'
  const research = 'Chi cho nghiên cứu và phát triển'
  await define(page, science, '3', 'Các dòng chi khoa học, công nghệ của Đề án', ['kho dữ liệu dùng chung'])
  await define(page, research, '2', 'Chi nghiên cứu và phát triển của toàn xã hội, theo Thống kê tỉnh')
  await figures(page, science, 'Dự toán', '1.000.000')
  await figures(page, research, 'Ước thực hiện', '90.000 tỷ', '1.850 tỷ')
  await page.getByRole('region', { name: research }).getByText('Đạt', { exact: true }).waitFor()
  await page.getByRole('region', { name: science }).getByText('Chưa đạt', { exact: true }).waitFor()
  await page.getByRole('region', { name: science }).getByText(/cộng từ các dòng/).waitFor()
  await page.getByRole('region', { name: research }).getByRole('button', { name: 'Định nghĩa lại tử số' }).click()
  await dialogOf(page).getByLabel('Áp dụng từ ngày').fill('01/07/2026')
  await dialogOf(page).getByLabel('Tử số gồm những gì').fill('Theo cách tính mới của Bộ')
  await later(page)
  await send(page, 'Định nghĩa lại tử số')
  await dialogOf(page).waitFor({ state: 'detached' })
  await page.getByRole('region', { name: research }).getByText('Định nghĩa của tử số').click()
  await page.getByText(/Từ 01\/07\/2026: Theo cách tính mới của Bộ/).waitFor()
  await good(page, 'ratios')
  await close()
})

const csv = (name, rows) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
const dirty = [
  'KHO BẠC NHÀ NƯỚC KHU VỰC;;;;;;;',
  'Mã dự án;Nội dung;Loại;Số chứng từ;Ngày;Số tiền;Niên độ;Nguồn vốn',
  ' 7005 ; Tạm ứng đợt 2 ;Tạm ứng;KB-11;06/05/2026; 400.000.000 ;2026;Ngân sách tỉnh',
  '7005;Thanh toán;Thanh toán;KB-12;31/02/2026;100.000.000;2026;Ngân sách tỉnh',
  '7005;Thanh toán;Thanh toán;KB-13;07/05/2026;một trăm triệu;2026;Ngân sách tỉnh',
  ';;;;;;;',
  '8888;Chưa rõ của ai;Thanh toán;KB-14;08/05/2026;50.000.000;2026;Ngân sách tỉnh',
  ';Cộng;;;;550.000.000;;',
]

async function bring(page, file) {
  await page.goto('/budget/extracts')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
}

test('dirty rows of the treasury say what is wrong; the slip is printed; what waited is settled later', async () => {
  const { page, close } = await it.official(finance, desk)
  await bring(page, csv('kho-bac-thang-5.csv', dirty))
  const rows = page.getByRole('group', { name: 'Các dòng', exact: true })
  await rows.getByText('Không đọc được', { exact: true }).first().waitFor()
  assert.equal(await rows.getByText('Không đọc được', { exact: true }).count(), 2)
  await good(page, 'dirty')
  const before = (await read()).sums
  await page.getByRole('button', { name: 'Ghi sổ 1 dòng' }).click()
  await page.getByText(/ghi sổ lúc/).waitFor()
  const { sums } = await read()
  assert.deepEqual([sums.disbursed - before.disbursed, sums.advances_outstanding - before.advances_outstanding].map((one) => one / million), [400, 400])

  await page.emulateMedia({ media: 'print' })
  await page.getByRole('group', { name: 'Phiếu ghi sổ' }).getByText('400.000.000').first().waitFor()
  await page.getByText('Kế toán trưởng').waitFor()
  assert.equal(await page.getByRole('button', { name: 'In phiếu' }).isVisible(), false)
  await shot(page, 'slip')
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: 'Xử lý dòng 7' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('combobox', { name: /^Dòng kinh phí/ }).fill('kho dữ liệu dùng chung')
  await page.getByRole('option', { name: /^III\.I\.B\.5\. / }).click()
  await dialog.getByLabel(/^Nguồn vốn/).selectOption('provincial-budget')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await dialog.waitFor({ state: 'detached' })
  assert.equal((await read()).sums.disbursed, sums.disbursed + 50 * million)
  await page.goto(linePage)
  await pay(page, 'Thu hồi tạm ứng', '400.000.000', { day: '30/05/2026', voucher: 'UNC-09' })
  await paid(page)
  assert.equal((await read()).sums.advances_outstanding, before.advances_outstanding, 'an advance of the treasury is settled by hand')
  await close()
})

const totals = ['Mã dự án;Nội dung;Lũy kế;Niên độ;Nguồn vốn', '7005;Kho dữ liệu dùng chung;6.000.000.000;2026;Ngân sách tỉnh']

test('totals until a day: the difference to what is in the ledger is booked', async () => {
  const { page, close } = await it.official(finance, desk)
  const { disbursed } = (await read()).sums
  await bring(page, csv('luy-ke-6-thang.csv', totals))
  await page.getByRole('radio', { name: /^Lũy kế đến ngày/ }).check()
  const again = page.getByRole('button', { name: 'Khớp lại' })
  assert.equal(await again.isDisabled(), true, 'until which day must be said')
  await page.getByLabel('Lũy kế đến ngày', { exact: false }).last().fill('30/06/2026')
  await again.click()
  await page.getByRole('group', { name: 'Phiếu ghi sổ' }).getByText('6.000.000.000').first().waitFor()
  await good(page, 'totals')
  await page.getByRole('button', { name: 'Ghi sổ 1 dòng' }).click()
  await page.getByText(/ghi sổ lúc/).waitFor()
  assert.ok(disbursed < 6_000 * million)
  assert.equal((await read()).sums.disbursed, 6_000 * million)
  await close()
})

test('a finding: two lines that may pay for the same are put to finance, which decides', async () => {
  const proposer = await it.official(officer, desk)
  await proposer.page.goto('/budget/findings?kind=double-funding')
  await proposer.page.getByRole('button', { name: 'Đề nghị xem xét' }).first().click()
  await proposer.page.getByText('Đã đề nghị, chờ quyết định').first().waitFor()
  await good(proposer.page, 'findings')
  await proposer.close()
  const { page, close } = await it.official(finance, desk)
  await page.goto('/budget/findings?kind=double-funding')
  await shot(page, 'findings-finance')
  await page.goto('/links?state=proposed&kind=funds')
  await page.getByLabel('Lý do').fill('Hai khối khác nhau, hai hệ thống khác nhau.')
  await good(page, 'decide')
  await page.getByRole('button', { name: 'Không trùng', exact: true }).click()
  await page.getByText('Không còn cặp nào').waitFor()
  const { items } = await it.api.get('/links?status=rejected&kind=funds')
  assert.equal(items.length, 1)
  await page.goto('/budget/findings?kind=double-funding')
  await page.getByText('dòng đã gắn').first().waitFor()
  const left = (await it.api.get(`/money/findings?programme=${plan}&kind=double-funding`)).items
  const pairOf = (one) => [`budget-line/${one.line}`, `budget-line/${one.other}`].sort().join()
  assert.ok(!left.map(pairOf).includes([...items[0].subjects].sort().join()))
  await close()
})

// The text of every cell of the first sheet, row by row.
const cellsOf = `import sys, zipfile, re, html, json
sheet = zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml').decode()
rows = re.findall(r'<row .*?</row>', sheet, re.S)
print(json.dumps([[html.unescape(a or b) for a, b in re.findall(r'<(?:t|t [^>]*)>(.*?)</t>|<v>(.*?)</v>', row)] for row in rows]))`

test('the funding table comes out as a file with the numbers of the page', async () => {
  const { page, close } = await it.official(finance, desk)
  await page.goto('/budget-lines')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất biểu kinh phí' }).click()])
  assert.equal(download.suggestedFilename(), 'money.xlsx')
  const rows = JSON.parse(execFileSync('python3', ['-c', cellsOf, await download.path()]).toString())
  const row = rows.find((cells) => cells.some((one) => one.includes('kho dữ liệu dùng chung')))
  assert.deepEqual(rows.find((cells) => cells[0] === '9615243.5')?.slice(0, 2), ['9615243.5', '1630520.5'], 'the total follows the need in force')
  assert.deepEqual(row.slice(4), ['100000.5', '25000.5', '15000', '20000', '20000', '20000', '25000', '75000.5', '9000', '6000'])
  await close()
})
