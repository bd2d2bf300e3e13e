// What is checked of money: least shares, the treasury's dirty rows and totals, a finding decided on, the funding table as a file.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { desk, dialogOf, done, finance, good, later, linePage, million, officer, pay, prepare, send, shot } from './budget.mjs'
import { stage } from './stage.mjs'

const it = stage()
const read = () => it.api.get(linePage)

async function define(page, name, minimum, words, lines = []) {
  await page.getByRole('button', { name: 'Định nghĩa tỷ lệ' }).click()
  const dialog = dialogOf(page)
  await dialog.getByLabel('Tên tỷ lệ').fill(name)
  await dialog.getByLabel('Tối thiểu (%)').fill(minimum)
  await dialog.getByLabel('Áp dụng từ ngày').fill('01/01/2026')
  await dialog.getByLabel('Tử số gồm những gì').fill(words)
  for (const wanted of lines) {
    await dialog.getByRole('combobox', { name: 'Các dòng kinh phí của tử số' }).fill(wanted)
    await page.getByRole('listbox').getByRole('option').first().click()
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
  await prepare(it.api)
  const { page, close } = await it.official(finance, desk)
  await page.goto('/budget/ratios')
  const science = 'Phần chi khoa học của Đề án'
  const research = 'Phần chi R&D của toàn xã hội'
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
  await done(page)
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
  await page.getByRole('link', { name: 'Đã đề nghị, chờ quyết định' }).click()
  await page.getByLabel('Lý do').fill('Hai khối khác nhau, hai hệ thống khác nhau.')
  await good(page, 'decide')
  await page.getByRole('button', { name: 'Không trùng', exact: true }).click()
  await page.getByText('Không còn cặp nào').waitFor()
  const { items } = await it.api.get('/links?status=rejected&kind=funds')
  assert.equal(items.length, 1)
  await page.goto('/budget/findings?kind=double-funding')
  await page.getByText('dòng đã gắn').first().waitFor()
  const left = (await it.api.get(`/money/findings?programme=lao-cai-de-an-11&kind=double-funding`)).items
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
  assert.deepEqual(rows.find((cells) => cells[0] === '9615243')?.slice(0, 6), ['9615243', '1625520', '2230820', '2417820', '2012563', '1328520'])
  const byYear = Array(5).fill('20000')
  assert.deepEqual(row.slice(4), ['100000', ...byYear, '100000', '10000', '6000'], 'needed, of no source yet, allocated, disbursed')
  await close()
})
