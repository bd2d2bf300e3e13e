// Figures of indicators: a definition and targets set, a period entered by hand and as a block, approved on a phone, verified, returned and
// restated; an input method that puts words together is left alone.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const agency = 'so-tu-phap'
const period = '2026'
const rate = 'da11.i.i.3'
const document = 'lao-cai-de-an-11'
const standing = 'so-khcn.standing-agency'
const grid = () => it.api.get(`/submission-grid?agency=${agency}&period=${period}`, `${agency}.officer`)
const submission = (indicator) => it.api.get(`/submissions/${indicator}.${agency}.${period}`)
const figureOf = async (indicator, kind = 'actual') => (await submission(indicator)).figures?.find((one) => one.kind === kind)
const command = async (id, name, body) => it.api.post(`/indicators/${id}/${name}`, body, standing, (await it.api.get(`/indicators/${id}`)).sequence)

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const cell = (page, column, name) => page.getByRole('table', { name: 'Bảng nhập số liệu' }).getByLabel(`${column}, ${name}`, { exact: true }).first()
const paste = (field, text) => field.evaluate((target, block) => {
  const data = new DataTransfer()
  data.setData('text/plain', block)
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, text)

// A rate of one agency, and four indicators that it submits as single numbers: the first two stand below each other in the grid.
let rows
async function prepared() {
  if (rows) return rows
  const definition = { valid_from: '2026-01-01', document, unit: '%', direction: 'higher', counting: 'at-date', tier: 'required', frequency: 'year' }
  await command(rate, 'define', { ...definition, numerator: 'Số thôn có phủ sóng', denominator: 'Tổng số thôn', submitters: [agency], verifier: 'so-khcn', combine: 'rate' })
  const all = (await grid()).rows
  const plain = (row) => row?.definition.combine === 'single' && row.definition.direction === 'higher' && !row.shared_from
  const at = all.findIndex((row, index) => plain(row) && plain(all[index + 1]))
  const others = all.filter((row, index) => plain(row) && index > at + 1)
  rows = { rate: all.find((row) => row.indicator === rate), single: [all[at], all[at + 1], ...others.slice(0, 2)] }
  assert.equal(rows.single.filter(Boolean).length, 4)
  return rows
}

test('the standing agency sets targets by a document, and the old ones stay readable', async () => {
  await prepared()
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(`/indicators/${rate}`)
  await page.getByRole('button', { name: 'Thao tác khác' }).click()
  await page.getByRole('menuitem', { name: 'Giao, điều chỉnh mục tiêu' }).click()
  const dialog = page.getByRole('dialog')
  const lines = dialog.getByRole('textbox', { name: /^Mục tiêu/ })
  const before = await lines.inputValue()
  await lines.fill(`2026: >= 60\n2028: 80.5\n${before}`)
  await dialog.getByRole('combobox', { name: /^Văn bản/ }).fill('de an 11')
  await page.getByRole('listbox').getByRole('option').first().click()
  await dialog.getByRole('button', { name: 'Giao, điều chỉnh mục tiêu' }).click()
  await dialog.getByText('“80.5” là: 80,5?').waitFor()
  await lines.fill(`2026: >= 60\n2028: 80,5\n${before}`)
  await dialog.getByRole('button', { name: 'Giao, điều chỉnh mục tiêu' }).click()
  await page.getByRole('region', { name: 'Các lần giao, điều chỉnh mục tiêu' }).getByText(/theo văn bản/).first().waitFor()
  await dialog.waitFor({ state: 'detached' })
  const series = await it.api.get(`/indicators/${rate}/series`)
  assert.deepEqual(series.targets.map((one) => one.year), [2026, 2028, 2030])
  assert.deepEqual(series.targets.map((one) => one.value), [60, 80.5, 100])
  assert.equal(series.target_sets.length, 2)
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('a target of several parts is shown with them, and they are set by words in brackets', async () => {
  const spaces = 'da11.i.i.10'
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto(`/indicators/${spaces}`)
  const parts = page.getByRole('list', { name: 'Các phần của mục tiêu' })
  await parts.getByText('Sở Giáo dục và Đào tạo (3)').waitFor()
  await page.getByText('Chưa rõ').first().waitFor()
  await page.getByRole('button', { name: 'Thao tác khác' }).click()
  await page.getByRole('menuitem', { name: 'Giao, điều chỉnh mục tiêu' }).click()
  const dialog = page.getByRole('dialog')
  const lines = dialog.getByRole('textbox', { name: /^Mục tiêu/ })
  assert.equal(await lines.inputValue(), '2030: 5 [Sở Giáo dục và Đào tạo (3); Sở Khoa học và Công nghệ (2)]')
  await lines.fill('2030: 6 [Sở Giáo dục và Đào tạo (3); Sở Khoa học và Công nghệ (≥ 3)]')
  await dialog.getByRole('combobox', { name: /^Văn bản/ }).fill('de an 11')
  await page.getByRole('listbox').getByRole('option').first().click()
  await dialog.getByRole('button', { name: 'Giao, điều chỉnh mục tiêu' }).click()
  await dialog.waitFor({ state: 'detached' })
  await parts.getByText('Sở Khoa học và Công nghệ (≥ 3)', { exact: true }).waitFor()
  const [target] = (await it.api.get(`/indicators/${spaces}/series`)).targets
  assert.equal(target.value, 6)
  assert.deepEqual(target.parts.map((part) => [part.comparator, part.value]), [['=', 3], ['>=', 3]])
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('an officer types, pastes a block of which cells are refused, and finds it again after a reload', async () => {
  const { rate: fraction, single } = await prepared()
  const [first, second, third] = single
  const { page, faults, close } = await it.official(`${agency}.officer`, { bypassCSP: true })
  await page.goto(`/indicators/entry?period=${period}`)
  const value = cell(page, 'Giá trị', first.name)
  await value.fill('0.6')
  await page.getByRole('group', { name: /0\.6/ }).getByRole('button', { name: '0,6' }).click()
  assert.equal(await value.inputValue(), '0,6')
  await value.fill('9.615.243')
  assert.equal(await page.getByRole('group', { name: /9\.615/ }).count(), 0, 'a number of one reading is not asked about')
  await value.focus()
  await paste(value, '72,5\t\tNiên giám thống kê\r\nkhoảng 40\t\tNiên giám thống kê')
  await page.getByRole('alert').getByText('không phải là số').waitFor()
  assert.equal(await value.inputValue(), '72,5')
  assert.equal(await cell(page, 'Nguồn', first.name).inputValue(), 'Niên giám thống kê')
  await page.getByRole('button', { name: 'Bỏ lần dán vừa rồi' }).click()
  assert.equal(await value.inputValue(), '9.615.243', 'the paste is taken back')

  await value.fill('72,5')
  await cell(page, 'Không có số liệu, vì', second.name).fill('Chưa đến kỳ điều tra')
  await cell(page, 'Giá trị', third.name).fill('37,6')
  await cell(page, 'Tử số', fraction.name).fill('29')
  await cell(page, 'Mẫu số', fraction.name).fill('0')
  await page.waitForTimeout(400)
  await page.reload()
  assert.equal(await value.inputValue(), '72,5', 'what was typed is there again')
  await page.getByRole('button', { name: /^Trình lãnh đạo 4/ }).click()
  await page.getByText('Mẫu số phải lớn hơn 0.').waitFor()
  await page.screenshot({ path: 'screenshots/indicator-entry.png' })
  assert.deepEqual(await objections(page), [])
  await cell(page, 'Mẫu số', fraction.name).fill('40')
  assert.equal(await cell(page, 'Giá trị', fraction.name).getAttribute('placeholder'), '= 72,5')
  await cell(page, 'Mẫu số', fraction.name).press('Enter')
  await page.getByRole('button', { name: /^Trình lãnh đạo 4/ }).click()
  await page.getByText('Đã trình 4 dòng').waitFor()
  assert.deepEqual([(await figureOf(first.indicator)).stage, (await figureOf(rate)).value], ['submitted', 72.5])
  assert.equal((await figureOf(second.indicator)).missing, true)
  assert.deepEqual(faults, [])
  await close()
})

test('what the server refuses is said at its row, and the rest may be sent', async () => {
  const { rate: fraction, single } = await prepared()
  const { page, close } = await it.official(`${agency}.officer`)
  await page.goto(`/indicators/entry?period=${period}&kind=estimate`)
  await cell(page, 'Tử số', fraction.name).fill('50')
  await cell(page, 'Mẫu số', fraction.name).fill('40')
  await cell(page, 'Giá trị', single[0].name).fill('70')
  await page.getByRole('button', { name: /^Lưu nháp 2/ }).click()
  await page.getByText(/1 dòng chưa được nhận/).waitFor()
  await page.getByRole('button', { name: 'Chỉ gửi 1 dòng hợp lệ' }).click()
  await page.getByText('Đã lưu 1 dòng').waitFor()
  assert.equal((await figureOf(single[0].indicator, 'estimate')).stage, 'draft')
  assert.equal(await figureOf(rate, 'estimate'), undefined)
  await page.getByRole('button', { name: 'Bỏ nội dung chưa lưu' }).click()
  await close()
})

// Fills cells of the template, by indicator and column: ["bcd26.i.7", "H", 80.5]; prints the number of each row.
const fill = `import sys, zipfile, json, html, re
source, target, cells = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w') as new:
    for name in old.namelist():
        data = old.read(name)
        if name == 'xl/worksheets/sheet1.xml':
            text = data.decode()
            for indicator, column, value in cells:
                row = re.search(r'<c r="A(\\d+)"[^>]*><is><t>%s<' % re.escape(indicator), text).group(1)
                print(row)
                empty = '<c r="%s%s" s="3"/>' % (column, row)
                assert empty in text, empty
                words = isinstance(value, str)
                said = '<is><t>%s</t></is>' % html.escape(value) if words else '<v>%s</v>' % value
                text = text.replace(empty, empty[:-2] + (' t="inlineStr">' if words else '>') + said + '</c>')
            data = text.encode()
        new.writestr(name, data)`

test('a template goes out and comes back filled in; what cannot be taken is told by its row', async () => {
  const { single } = await prepared()
  const { page, faults, close } = await it.official(`${agency}.officer`)
  await page.goto(`/indicators/entry?period=${period}`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải mẫu Excel' }).click()])
  const template = await download.path()
  const other = (await grid()).rows.find((row) => row.figures.length === 0 && row.submission !== single[3].submission)
  const cells = [[single[3].indicator, 'H', 80.5], [single[3].indicator, 'L', 'Niên giám'], [other.indicator, 'H', 'khoảng 40']]
  const folder = await mkdtemp(path.join(tmpdir(), 'luuvet-sheet-'))
  const filled = path.join(folder, 'so-lieu.xlsx')
  const lines = execFileSync('python3', ['-c', fill, template, filled, JSON.stringify(cells)]).toString().trim().split('\n')
  await page.locator('input[type=file]').setInputFiles(filled)
  await page.getByText('Các dòng của tệp không nhận được').waitFor()
  await page.getByText(`Dòng ${lines[2]} của tệp`).waitFor()
  assert.equal(await cell(page, 'Giá trị', single[3].name).inputValue(), '80,5')
  assert.equal(await cell(page, 'Nguồn', single[3].name).inputValue(), 'Niên giám')
  await page.screenshot({ path: 'screenshots/indicator-sheet.png' })
  await page.getByRole('button', { name: 'Lưu nháp 1 dòng' }).click()
  await page.getByText('Đã lưu 1 dòng').waitFor()
  assert.equal((await figureOf(single[3].indicator)).value, 80.5)
  assert.deepEqual(faults, [])
  await rm(folder, { recursive: true })
  await close()
})

test('words put together by an input method stay whole', async () => {
  const { single } = await prepared()
  const officer = await it.official(`${agency}.officer`)
  const { page } = officer
  await page.goto(`/indicators/entry?period=${period}&kind=estimate`)
  const comment = cell(page, 'Giải thích', single[1].name)
  await comment.focus()
  const keys = await officer.context.newCDPSession(page)
  for (const text of ['t', 'ti', 'tiê', 'tiêng', 'tiếng'])
    await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await comment.evaluate((field) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })))
  assert.equal(await comment.evaluate((field) => field === globalThis.document.activeElement), true, 'Enter belongs to the input method')
  await keys.send('Input.insertText', { text: 'tiếng' })
  await page.keyboard.type(' ')
  for (const text of ['V', 'Vi', 'Viê', 'Việ', 'Việt'])
    await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await keys.send('Input.insertText', { text: 'Việt' })
  assert.equal(await comment.inputValue(), 'tiếng Việt')
  const number = cell(page, 'Giá trị', single[1].name)
  await number.focus()
  await keys.send('Input.imeSetComposition', { text: '37', selectionStart: 2, selectionEnd: 2 })
  await keys.send('Input.insertText', { text: '37' })
  await page.keyboard.type(',6')
  assert.equal(await number.inputValue(), '37,6')
  await page.getByRole('button', { name: 'Bỏ nội dung chưa lưu' }).click()
  await officer.close()
})

test('the head approves on a phone, and returns one draft', async () => {
  const { single } = await prepared()
  const { page, close } = await it.official(agency, { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true })
  await page.goto(`/indicators/entry?period=${period}`)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: single[2].name, exact: true }) })
  await row.getByRole('button', { name: 'Trả lại bản nháp' }).tap()
  await page.getByRole('dialog').getByRole('textbox').first().fill('Xem lại nguồn số liệu')
  await page.getByRole('dialog').getByRole('button', { name: 'Trả lại bản nháp số liệu' }).tap()
  await page.getByText('Bị trả lại: Xem lại nguồn số liệu').waitFor()
  await page.getByRole('button', { name: /^Duyệt 3 số liệu/ }).tap()
  await page.getByText('Đã duyệt 3 dòng').waitFor()
  assert.deepEqual([(await figureOf(single[0].indicator)).stage, (await figureOf(rate)).stage], ['approved', 'approved'])
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/indicator-entry-phone.png' })
  await close()
})

test('who tracks verifies one figure and returns another', async () => {
  await prepared()
  const { page, close } = await it.official('so-khcn', { bypassCSP: true })
  await page.goto(`/indicators/verify?indicator=${rate}`)
  const tick = page.getByRole('checkbox', { name: `Chọn: ${rows.rate.name}, Sở Tư pháp` })
  await page.getByRole('row').filter({ has: tick }).getByText('72,5% (29 / 40)').waitFor()
  await page.screenshot({ path: 'screenshots/indicator-verify.png' })
  assert.deepEqual(await objections(page), [])
  await tick.check()
  await page.getByRole('button', { name: 'Thẩm định đạt 1 số liệu' }).click()
  await page.getByRole('button', { name: 'Xác nhận thẩm định 1 số liệu' }).click()
  await tick.waitFor({ state: 'detached' })
  assert.equal((await figureOf(rate)).stage, 'verified')
  await page.goto('/indicators/verify')
  const others = page.getByRole('button', { name: /^Trả lại: / })
  if (await others.count()) {
    const name = await others.first().getAttribute('aria-label')
    await others.first().click()
    await page.getByRole('dialog').getByRole('textbox').first().fill('Chưa khớp niên giám')
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại số liệu' }).click()
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
  }
  await close()
})

test('the head restates on the indicator\'s page; chart, assessment and both figures are there', async () => {
  await prepared()
  const { page, faults, close } = await it.official(agency, { bypassCSP: true })
  await page.goto(`/indicators/${rate}`)
  await page.getByRole('region', { name: 'Chuỗi số liệu' }).getByRole('img').waitFor()
  await page.getByRole('button', { name: 'Đính chính' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Tử số/ }).fill('30')
  await dialog.getByRole('textbox', { name: /^Lý do/ }).fill('Sót một thôn')
  await dialog.getByRole('button', { name: 'Đính chính số liệu' }).click()
  await dialog.waitFor({ state: 'detached' })
  const corrections = page.getByRole('region', { name: 'Đính chính số liệu' })
  await corrections.getByText(/72,5% \(29 \/ 40\) thành 75% \(30 \/ 40\)/).waitFor()
  await corrections.getByText('Sót một thôn').waitFor()
  await page.getByRole('region', { name: 'Đánh giá' }).getByText('Đạt', { exact: true }).waitFor()
  await page.screenshot({ path: 'screenshots/indicator.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await page.setViewportSize(phone)
  await page.waitForTimeout(300)
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  await page.screenshot({ path: 'screenshots/indicator-phone.png', fullPage: true })
  await close()
})

test('the list says how each stands and filters by it; a period is counted by agency', async () => {
  await prepared()
  const { page, faults, close } = await it.official('so-khcn.officer', { bypassCSP: true })
  await page.goto('/indicators')
  await page.getByText(/^Đạt \([1-9]/).click()
  await page.getByRole('link', { name: rows.rate.name }).first().waitFor()
  assert.match(page.url(), /state=achieved/)
  await page.screenshot({ path: 'screenshots/indicators-achieved.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('link', { name: 'Mức độ đầy đủ' }).click()
  await page.getByRole('link', { name: 'Sở Tư pháp', exact: true }).waitFor()
  await page.screenshot({ path: 'screenshots/indicator-completeness.png' })
  assert.deepEqual(await objections(page), [])
  await page.setViewportSize(phone)
  assert.equal(await overflow(page), 0)
  assert.deepEqual(faults, [])
  await close()
})
