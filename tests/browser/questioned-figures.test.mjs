// Figures that the checks question: explained before they are sent, looked at before they are approved; a correction that says there is none.
import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const agency = 'so-tu-phap'
const period = '2026'
const indicator = 'da11.i.i.3'
const entry = `/indicators/entry?period=${period}`
const submission = `/submissions/${indicator}.${agency}.${period}`
const figure = async () => (await it.api.get(submission, `${agency}.officer`)).figures.find((one) => one.kind === 'actual')

let name
async function define() {
  const row = await it.api.get(`/indicators/${indicator}`)
  const definition = { valid_from: '2026-01-01', document: 'lao-cai-de-an-11', unit: '%', direction: 'higher', counting: 'at-date', tier: 'required', frequency: 'year', submitters: [agency], verifier: 'so-khcn', combine: 'single' }
  await it.api.post(`/indicators/${indicator}/define`, definition, 'so-khcn.standing-agency', row.sequence)
  name = row.name
}
const cell = (page, column) => page.getByLabel(`${column}, ${name}`, { exact: true }).first()

test('an officer explains what is questioned, and sends it nevertheless', async () => {
  await define()
  const { page, faults, close } = await it.official(`${agency}.officer`, { bypassCSP: true })
  await page.goto(entry)
  await cell(page, 'Giá trị').fill('101')
  await page.getByRole('button', { name: /^Trình lãnh đạo 1/ }).click()
  await page.getByText(/101 nằm ngoài khoảng 0 – 100/).first().waitFor()
  assert.equal(await page.getByRole('dialog').count(), 0, 'what is not explained is refused at its row')
  await cell(page, 'Giải thích').fill('.')
  await page.getByRole('button', { name: /^Trình lãnh đạo 1/ }).click()
  await page.getByText(/1 dòng chưa được nhận/).waitFor()
  await cell(page, 'Giải thích').fill('Tính cả vùng giáp ranh')
  await page.getByRole('button', { name: /^Trình lãnh đạo 1/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Số liệu có điều cần xem lại' })
  await dialog.getByText('101 ngoài khoảng 0 đến 100').waitFor()
  await dialog.getByText('Giải thích: Tính cả vùng giáp ranh').waitFor()
  await page.screenshot({ path: 'screenshots/figure-questioned.png' })
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: 'Vẫn trình' }).click()
  await page.getByText('Đã trình 1 dòng').waitFor()
  await dialog.waitFor({ state: 'detached' })
  assert.equal((await figure()).stage, 'submitted')
  assert.deepEqual(faults, [])
  await close()
})

test('the head looks at what is questioned before approving', async () => {
  const { page, faults, close } = await it.official(agency, { bypassCSP: true })
  await page.goto(entry)
  await page.getByRole('button', { name: /^Duyệt 1 số liệu/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Số liệu có điều cần xem lại' })
  await dialog.getByText('101 ngoài khoảng 0 đến 100').waitFor()
  assert.equal((await figure()).stage, 'submitted', 'nothing is approved yet')
  await dialog.getByRole('button', { name: 'Vẫn duyệt' }).click()
  await page.getByText('Đã duyệt 1 dòng').waitFor()
  assert.equal((await figure()).stage, 'approved')
  assert.deepEqual(faults, [])
  await close()
})

test('a template that comes back untouched has nothing new, and nobody is accused', async () => {
  const { page, close } = await it.official(`${agency}.officer`)
  await page.goto(entry)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải mẫu Excel' }).click()])
  const file = await download.path()
  await page.locator('input[type=file]').setInputFiles({ name: 'so-lieu.xlsx', mimeType: 'application/octet-stream', buffer: await readFile(file) })
  await page.getByText('Tệp không có dòng nào khác với số liệu đang có.').waitFor()
  assert.equal(await page.getByText('Các dòng của tệp không nhận được').count(), 0)
  await close()
})

test('the head corrects a figure to be missing', async () => {
  const read = await it.api.get(submission, agency)
  await it.api.post(`${submission}/verify`, { kind: 'actual' }, 'so-khcn', read.sequence)
  const { page, faults, close } = await it.official(agency, { bypassCSP: true })
  await page.goto(entry)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await row.getByRole('button', { name: 'Đính chính' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /^Không có số liệu/ }).check()
  assert.equal(await dialog.getByRole('textbox', { name: /^Giá trị/ }).count(), 0)
  await dialog.getByRole('textbox', { name: /^Lý do/ }).fill('Điều tra lại')
  await page.screenshot({ path: 'screenshots/figure-missing.png' })
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: 'Đính chính số liệu' }).click()
  await dialog.waitFor({ state: 'detached' })
  const now = await figure()
  assert.deepEqual([now.missing, now.value, now.restatements[0].before.value], [true, null, 101])
  assert.deepEqual(faults, [])
  await close()
})
