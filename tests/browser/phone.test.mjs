// The opening states on a phone: cards with buttons and pickers; what was entered is the same as in the grid of a desk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const address = '/agencies/so-tu-phap/opening-state'

test('a task is entered by taps alone, its document too, and stands in the grid as well', async () => {
  const mobile = await it.official('so-tu-phap', { viewport: phone, hasTouch: true, isMobile: true })
  const { page } = mobile
  await page.goto(address)
  const card = page.getByRole('article').first()
  await card.getByText('Đang thực hiện').tap()
  await card.getByRole('button', { name: '50%' }).tap()
  await card.getByRole('button', { name: 'Thêm văn bản, ghi chú' }).tap()
  await card.getByLabel('Văn bản').selectOption('lao-cai-de-an-11')
  await page.waitForTimeout(400)
  await page.reload()
  assert.equal(await card.getByRole('button', { name: '50%' }).getAttribute('aria-pressed'), 'true', 'the draft is there again')
  await page.getByRole('button', { name: 'Gửi 1 dòng' }).tap()
  await page.getByRole('button', { name: 'Xác nhận 1 dòng' }).waitFor()
  const { opening } = (await it.api.get('/assignments?agency=so-tu-phap&limit=1000')).items.find((one) => one.opening)
  assert.deepEqual([opening.status, opening.percent, opening.document], ['in-progress', 50, 'lao-cai-de-an-11'])
  assert.deepEqual(mobile.faults, [])
  await mobile.close()
})

test('the grid takes a document by its number, and says when none has it', async () => {
  const { page, close } = await it.official('so-tu-phap')
  const registered = (await it.api.get('/documents?limit=1000')).items.filter((one) => one.number)
  const once = registered.find((one) => registered.filter((other) => other.number === one.number).length === 1)
  await page.goto(address)
  const row = page.getByRole('row').filter({ has: page.locator('select:enabled') }).nth(1)
  await row.locator('select').selectOption('in-progress')
  const cell = row.locator('input[list]')
  await cell.fill('99999/KH')
  await cell.press('Enter')
  assert.equal(await cell.evaluate((field) => field === document.activeElement), true, 'Enter chooses among the suggestions while a number is half typed')
  await page.getByRole('button', { name: /^Gửi/ }).click()
  await row.getByText(/Chưa có văn bản nào mang số này/).waitFor()
  await cell.fill(once.number.toLowerCase())
  await page.getByRole('button', { name: /^Gửi 1 dòng/ }).click()
  await page.getByText('Đã gửi 1 dòng').waitFor()
  const entered = (await it.api.get('/assignments?agency=so-tu-phap&limit=1000')).items.filter((one) => one.opening)
  assert.ok(entered.some((one) => one.opening.document === once.id))
  await close()
})
