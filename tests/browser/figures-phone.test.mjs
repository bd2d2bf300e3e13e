// Figures on a phone, from one hand to the next: an officer enters one, its head approves, who tracks verifies, the head restates.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const agency = 'so-tu-phap'
const period = '2026'
const indicator = 'da11.i.i.3'
const handheld = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }
const entry = `/indicators/entry?period=${period}`
const figure = async () => (await it.api.get(`/submissions/${indicator}.${agency}.${period}`)).figures.find((one) => one.kind === 'actual')
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const whole = async (page, name) => {
  assert.equal(await overflow(page), 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: `screenshots/${name}-phone.png` })
}

let name
async function define() {
  const standing = 'so-khcn.standing-agency'
  const row = await it.api.get(`/indicators/${indicator}`)
  const definition = { valid_from: '2026-01-01', document: 'lao-cai-de-an-11', unit: '%', direction: 'higher', counting: 'at-date', tier: 'required', frequency: 'year', submitters: [agency], verifier: 'so-khcn', combine: 'single' }
  await it.api.post(`/indicators/${indicator}/define`, definition, standing, row.sequence)
  name = row.name
}
const cell = (page, column) => page.getByLabel(`${column}, ${name}`, { exact: true }).first()

test('an officer enters one figure on a phone; a block is pasted there as well', async () => {
  await define()
  const { page, faults, close } = await it.official(`${agency}.officer`, handheld)
  await page.goto(entry)
  const value = cell(page, 'Giá trị')
  await value.tap()
  await value.fill('0.6')
  await page.getByRole('group', { name: /0\.6/ }).getByRole('button', { name: '0,6' }).tap()
  await value.evaluate((target) => {
    const data = new DataTransfer()
    data.setData('text/plain', '70\t\tNiên giám thống kê')
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  assert.equal(await value.inputValue(), '70')
  assert.equal(await cell(page, 'Nguồn').inputValue(), 'Niên giám thống kê')
  await whole(page, 'figure-entry')
  await page.getByRole('button', { name: /^Trình lãnh đạo 1/ }).tap()
  await page.getByText('Đã trình 1 dòng').waitFor()
  await page.getByText('số tròn', { exact: true }).first().waitFor()
  assert.deepEqual([(await figure()).stage, (await figure()).round], ['submitted', true])
  assert.deepEqual(faults, [])
  await close()
})

test('the head approves, and who tracks verifies on a phone', async () => {
  const head = await it.official(agency, handheld)
  await head.page.goto(entry)
  await head.page.getByRole('button', { name: /^Duyệt 1 số liệu/ }).tap()
  await head.page.getByText('Đã duyệt 1 dòng').waitFor()
  await head.close()
  const { page, faults, close } = await it.official('so-khcn', handheld)
  await page.goto('/indicators/verify')
  const tick = page.getByRole('checkbox', { name: `Chọn: ${name}, ` })
  await page.getByRole('row').filter({ has: tick }).getByText('số tròn').waitFor()
  await whole(page, 'figure-verify')
  await tick.check()
  await page.getByRole('button', { name: 'Thẩm định đạt 1 số liệu' }).tap()
  await page.getByRole('button', { name: 'Xác nhận thẩm định 1 số liệu' }).tap()
  await tick.waitFor({ state: 'detached' })
  assert.equal((await figure()).stage, 'verified')
  assert.deepEqual(faults, [])
  await close()
})

test('the head restates on a phone, and both figures stay', async () => {
  const { page, faults, close } = await it.official(agency, handheld)
  await page.goto(entry)
  await page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }).getByRole('button', { name: 'Đính chính' }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Giá trị/ }).fill('72,5')
  await dialog.getByRole('textbox', { name: /^Lý do/ }).fill('Sót một thôn')
  await whole(page, 'figure-restate')
  await dialog.getByRole('button', { name: 'Đính chính số liệu' }).tap()
  await dialog.waitFor({ state: 'detached' })
  const restated = await figure()
  assert.deepEqual([restated.value, restated.restatements[0].before.value, restated.restatements[0].difference], [72.5, 70, 2.5])
  await page.goto(`/indicators/${indicator}`)
  await page.getByRole('region', { name: 'Đính chính số liệu' }).getByText('Sót một thôn').waitFor()
  await whole(page, 'figure-restated')
  assert.deepEqual(faults, [])
  await close()
})
