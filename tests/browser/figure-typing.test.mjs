// Typing figures and their words with an input method on a phone: in the grid, its dialogs, targets and baselines, also while somebody
// else's change arrives on the same row; and a block of which cells are refused.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'
import { begun, composed, enterOfMethod, isFocused, retyped } from './typing.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const agency = 'so-tu-phap'
const officer = `${agency}.officer`
const standing = 'so-khcn.standing-agency'
const document = 'lao-cai-de-an-11'
const period = '2026'
const indicator = 'da11.i.i.3'
const submission = `/submissions/${indicator}.${agency}.${period}`
const handheld = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }
const entry = `/indicators/entry?period=${period}`
const read = () => it.api.get(submission, officer)
const figure = async () => (await read()).figures.find((one) => one.kind === 'actual')
const command = async (name, body, who) => it.api.post(`${submission}/${name}`, { kind: 'actual', ...body }, who, (await read()).sequence)
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
// A change by somebody else, of which the page has read the outcome.
const arriving = (page, path, change) =>
  Promise.all([page.waitForResponse((reply) => new URL(reply.url()).pathname.startsWith(`/api/v1${path}`)), change()])
const estimate = async (value) => it.api.post(`${submission}/enter`, { kind: 'estimate', value }, officer, (await read()).sequence)
async function baseline(value) {
  const { sequence } = await it.api.get(`/indicators/${indicator}`)
  await it.api.post(`/indicators/${indicator}/enter-baseline`, { year: 2025, value }, 'thong-ke-tinh.statistics', sequence)
}
const row = (page) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
const cell = (page, column, of = name) => page.getByLabel(`${column}, ${of}`, { exact: true }).first()

let name
async function prepared() {
  if (name) return
  const { name: printed, sequence } = await it.api.get(`/indicators/${indicator}`)
  const definition = {
    ...{ valid_from: '2026-01-01', document, tier: 'required', counting: 'at-date', combine: 'single' },
    ...{ unit: '%', direction: 'higher', frequency: 'year', submitters: [agency], verifier: 'so-khcn' },
  }
  await it.api.post(`/indicators/${indicator}/define`, definition, standing, sequence)
  name = printed
}

// Whoever types on a phone, with the keys of an input method.
async function typist(who, address) {
  await prepared()
  const one = await it.official(who, handheld)
  await one.page.goto(address)
  await one.page.locator('h1').waitFor()
  return { ...one, keys: await one.context.newCDPSession(one.page) }
}

test('in the grid nothing typed is lost, also while a colleague writes the same row', async () => {
  const { page, keys, faults, close } = await typist(officer, entry)
  const [value, comment] = [cell(page, 'Giá trị'), cell(page, 'Giải thích')]
  await value.tap()
  await composed(keys, '7', '70')
  await page.keyboard.type(',5')
  assert.equal(await value.inputValue(), '70,5')
  await comment.tap()
  await begun(keys, 'd', 'đ', 'đi', 'điê', 'điều')
  await command('enter', { value: 55, comment: 'Số của đồng nghiệp' }, officer)
  await page.getByRole('alert').getByText('Người khác vừa sửa dòng này').waitFor()
  assert.equal(await isFocused(comment), true, 'who types stays where they are')
  await composed(keys, 'điều')
  await page.keyboard.type(' ')
  await composed(keys, 't', 'tr', 'tra')
  await enterOfMethod(comment)
  assert.equal(await isFocused(comment), true, 'Enter belongs to the input method')
  await page.keyboard.type(' ')
  await retyped(page, 'lai', 'lại')
  assert.deepEqual([await value.inputValue(), await comment.inputValue()], ['70,5', 'điều tra lại'])
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  await page.screenshot({ path: 'screenshots/figure-typing-overtaken-phone.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Giữ nội dung của tôi' }).tap()
  assert.deepEqual([await value.inputValue(), await comment.inputValue()], ['70,5', 'điều tra lại'])
  await page.getByRole('button', { name: 'Bỏ nội dung chưa lưu' }).waitFor()
  assert.equal((await figure()).value, 55, 'nothing is written by keeping it')
  await page.getByRole('button', { name: 'Bỏ nội dung chưa lưu' }).tap()
  assert.deepEqual(faults, [])
  await close()
})

test('what a colleague wrote is taken over, or written over, as the officer chooses', async () => {
  const { page, close } = await typist(officer, entry)
  const [value, comment] = [cell(page, 'Giá trị'), cell(page, 'Giải thích')]
  await comment.fill('của tôi')
  await command('enter', { value: 60, comment: 'của người khác' }, officer)
  await page.getByRole('alert').getByText('Người khác vừa sửa dòng này').waitFor()
  await page.getByRole('button', { name: 'Dùng nội dung mới' }).tap()
  assert.deepEqual([await value.inputValue(), await comment.inputValue()], ['60', 'của người khác'])
  await comment.fill('của tôi')
  await command('enter', { value: 61, comment: 'lần nữa' }, officer)
  await page.getByRole('alert').getByText('Người khác vừa sửa dòng này').waitFor()
  await page.getByRole('button', { name: 'Giữ nội dung của tôi' }).tap()
  await value.fill('70')
  await page.getByRole('button', { name: /^Lưu nháp 1/ }).tap()
  await page.getByText('Đã lưu 1 dòng').waitFor()
  assert.deepEqual([(await figure()).value, (await figure()).comment], [70, 'của tôi'])
  await close()
})

test('where the head approves meanwhile, what the officer was typing can still be read', async () => {
  const { page, keys, close } = await typist(officer, entry)
  const comment = cell(page, 'Giải thích')
  await comment.fill('')
  await comment.tap()
  await begun(keys, 'r', 'rà')
  await command('approve', {}, agency)
  await page.getByRole('alert').getByText('Người khác vừa sửa dòng này').waitFor()
  assert.equal(await comment.inputValue(), 'rà')
  assert.equal((await figure()).comment, 'của tôi')
  await page.getByRole('button', { name: 'Dùng nội dung mới' }).tap()
  assert.equal(await comment.inputValue(), 'của tôi')
  await command('return-draft', { reason: 'Xem lại' }, agency)
  await close()
})

test('the reason of a return is put together by an input method; Enter of it sends nothing', async () => {
  await prepared()
  await command('submit', {}, officer)
  const { page, keys, faults, close } = await typist(agency, entry)
  await row(page).getByRole('button', { name: 'Trả lại bản nháp' }).tap()
  const dialog = page.getByRole('dialog')
  const reason = dialog.getByRole('textbox').first()
  await reason.tap()
  await begun(keys, 'x', 'xe', 'xem')
  await enterOfMethod(reason)
  await arriving(page, submission, () => estimate(75))
  await composed(keys, 'xem')
  await page.keyboard.type(' ')
  await retyped(page, 'lai', 'lại')
  await page.keyboard.type(' ')
  await composed(keys, 'n', 'ng', 'nguo', 'nguồ', 'nguồn')
  assert.equal(await reason.inputValue(), 'xem lại nguồn')
  assert.equal((await figure()).stage, 'submitted')
  await dialog.getByRole('button', { name: 'Trả lại bản nháp số liệu' }).tap()
  await page.getByText('Bị trả lại: xem lại nguồn').waitFor()
  assert.equal((await figure()).return_reason, 'xem lại nguồn')
  assert.equal(await overflow(page), 0)
  assert.deepEqual(faults, [])
  await close()
})

test('a restatement is typed with an input method while another figure of the row arrives', async () => {
  await prepared()
  await command('submit', {}, agency)
  await command('verify', {}, 'so-khcn')
  const { page, keys, faults, close } = await typist(agency, entry)
  await row(page).getByRole('button', { name: 'Đính chính' }).tap()
  const dialog = page.getByRole('dialog')
  const [value, reason] = [dialog.getByRole('textbox', { name: /^Giá trị/ }), dialog.getByRole('textbox', { name: /^Lý do/ })]
  await value.fill('')
  await value.tap()
  await composed(keys, '7', '72')
  await page.keyboard.type(',5')
  await reason.tap()
  await composed(keys, 'S', 'So', 'Sót')
  await page.keyboard.type(' ')
  await begun(keys, 'm', 'mô', 'một')
  await enterOfMethod(reason)
  await arriving(page, submission, () => estimate(76))
  await composed(keys, 'một')
  await page.keyboard.type(' ')
  await composed(keys, 't', 'th', 'tho', 'thô', 'thôn')
  assert.deepEqual([await value.inputValue(), await reason.inputValue()], ['72,5', 'Sót một thôn'])
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/figure-typing-restate-phone.png' })
  await dialog.getByRole('button', { name: 'Đính chính số liệu' }).tap()
  await dialog.waitFor({ state: 'detached' })
  const restated = await figure()
  assert.deepEqual([restated.value, restated.restatements[0].reason], [72.5, 'Sót một thôn'])
  assert.deepEqual(faults, [])
  await close()
})

test('targets with words in them are typed on a phone while a baseline of the indicator arrives', async () => {
  const { page, keys, faults, close } = await typist(standing, `/indicators/${indicator}`)
  await page.getByRole('button', { name: 'Thao tác khác' }).tap()
  await page.getByRole('menuitem', { name: 'Giao, điều chỉnh mục tiêu' }).tap()
  const dialog = page.getByRole('dialog')
  const lines = dialog.getByRole('textbox', { name: /^Mục tiêu/ })
  await lines.fill('')
  await lines.tap()
  await page.keyboard.type('2026: >= 60')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2030: 90 [')
  await composed(keys, 'V', 'Vu', 'Vù', 'Vùng')
  await page.keyboard.type(' ')
  await begun(keys, 'c', 'ca', 'cao')
  await arriving(page, `/indicators/${indicator}`, () => baseline(37.6))
  await composed(keys, 'cao')
  await page.keyboard.type(' (80); ')
  await retyped(page, 'vung thap', 'vùng thấp')
  await page.keyboard.type(' (95)]')
  assert.equal(await lines.inputValue(), '2026: >= 60\n2030: 90 [Vùng cao (80); vùng thấp (95)]')
  const cited = dialog.getByRole('combobox', { name: /^Văn bản/ })
  await cited.tap()
  await composed(keys, 'd', 'đ', 'đê', 'đề')
  await page.keyboard.type(' ')
  await composed(keys, 'a', 'an', 'án')
  await page.keyboard.type(' 11')
  assert.equal(await cited.inputValue(), 'đề án 11')
  await page.getByRole('listbox').getByRole('option').first().tap()
  await dialog.getByRole('button', { name: 'Giao, điều chỉnh mục tiêu' }).tap()
  await dialog.waitFor({ state: 'detached' })
  const { targets } = await it.api.get(`/indicators/${indicator}/series`)
  assert.deepEqual(targets.map((one) => [one.year, one.value]), [[2026, 60], [2030, 90]])
  assert.deepEqual(targets[1].parts.map((part) => [part.text, part.value]), [['Vùng cao (80)', 80], ['vùng thấp (95)', 95]])
  assert.equal(await overflow(page), 0)
  assert.deepEqual(faults, [])
  await close()
})

test('a baseline is typed on a phone while somebody else enters one for the row', async () => {
  const { page, keys, faults, close } = await typist(standing, `/indicators/baselines?programme=${document}`)
  const value = row(page).locator('[data-column=value]')
  await value.fill('')
  await value.tap()
  await composed(keys, '4', '41')
  await begun(keys, ',')
  await baseline(39)
  await page.getByRole('alert').getByText('Người khác vừa sửa dòng này').waitFor()
  await composed(keys, ',')
  await page.keyboard.type('6')
  assert.equal(await value.inputValue(), '41,6')
  await page.getByRole('button', { name: 'Giữ nội dung của tôi' }).tap()
  await page.getByRole('button', { name: 'Ghi 1 dòng' }).tap()
  await page.getByText('Đã ghi 1 số liệu đầu kỳ').waitFor()
  assert.equal((await it.api.get(`/indicators/${indicator}`)).baselines[0].value, 41.6)
  assert.equal(await overflow(page), 0)
  assert.deepEqual(faults, [])
  await close()
})

test('of a block pasted on a phone the refused cells are named, and it is taken back whole', async () => {
  const { page, faults, close } = await typist(officer, `${entry}&kind=estimate`)
  const { rows } = await it.api.get(`/submission-grid?agency=${agency}&period=${period}`, officer)
  const plain = (one) => one && one.definition.combine !== 'rate' && one.definition.direction === 'higher' && !one.shared_from && one.figures.length === 0
  const at = rows.findIndex((one, index) => plain(one) && plain(rows[index + 1]))
  assert.notEqual(at, -1)
  const [above, below] = [rows[at].name, rows[at + 1].name]
  const value = cell(page, 'Giá trị', above)
  await value.tap()
  await value.evaluate((target) => {
    const data = new DataTransfer()
    data.setData('text/plain', '40,5\t\tNiên giám thống kê\r\nkhoảng 40\t\tNiên giám thống kê')
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  const refused = page.getByRole('alert').filter({ hasText: '1 ô trong khối vừa dán không nhận được' })
  await refused.getByText(/“khoảng 40”.*không phải là số/).waitFor()
  assert.equal(await value.inputValue(), '40,5')
  assert.equal(await cell(page, 'Giá trị', below).inputValue(), '')
  assert.equal(await cell(page, 'Nguồn', below).inputValue(), 'Niên giám thống kê')
  assert.equal(await cell(page, 'Giá trị', below).getAttribute('aria-invalid'), 'true', 'the cell itself is marked')
  assert.equal(await overflow(page), 0)
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/figure-paste-refused-phone.png' })
  await page.getByRole('button', { name: 'Bỏ lần dán vừa rồi' }).tap()
  assert.equal(await value.inputValue(), '')
  assert.equal(await cell(page, 'Nguồn', below).inputValue(), '')
  assert.deepEqual(faults, [])
  await close()
})
