// Finding one's way: search, filters in the address, the grid of opening states.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { official, openBrowser } from './browser.mjs'
import { apiOf, startServer } from './server.mjs'

let server, browser, api

before(async () => {
  server = await startServer()
  browser = await openBrowser()
  api = apiOf(server.base)
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

test('"so khcn 5g" finds the 5G tasks of the department, by keyboard alone', async () => {
  const { page, close } = await official(browser, server.base, 'vp-ubnd-tinh')
  await page.goto('/board')
  await page.locator('article').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('so khcn 5g')
  await page.getByRole('dialog').getByText('Triển khai mạng 5G tại các khu vực trọng điểm').waitFor()
  await close()
})

test('filters stand in the address, and the counts add up', async () => {
  const { page, close } = await official(browser, server.base, 'so-khcn')
  await page.goto('/board?view=table&agency=so-noi-vu')
  await page.getByRole('row').nth(1).waitFor()
  const { counts } = await api.get('/tasks?agency=so-noi-vu&limit=1')
  const sum = (cells) => Object.values(cells).reduce((total, count) => total + count, 0)
  assert.equal(sum(counts.status), counts.total)
  assert.equal(sum(counts.timeliness), counts.total)
  await page.getByText(`Đang hiện ${counts.total} trong ${counts.total} nhiệm vụ`).waitFor()
  await page.reload()
  await page.getByText(`Đang hiện ${counts.total} trong ${counts.total} nhiệm vụ`).waitFor()
  await close()
})

test('an agency enters its opening states in the grid and confirms them: they no longer wait for it', async () => {
  const { page, faults, close } = await official(browser, server.base, 'so-tu-phap')
  await page.goto('/agencies/so-tu-phap/opening-state')
  const row = page.getByRole('row').filter({ has: page.locator('select') }).first()
  await row.locator('select').selectOption('in-progress')
  await page.getByRole('button', { name: /^Gửi 1 dòng/ }).click()
  await page.getByRole('button', { name: /^Xác nhận 1 dòng/ }).click()
  await page.waitForFunction(() => !document.body.innerText.includes('Xác nhận 1 dòng'))
  const list = await api.get('/assignments?agency=so-tu-phap&opening=confirmed')
  assert.equal(list.total, 1)
  assert.equal(list.items[0].status, 'in-progress')
  assert.deepEqual(faults, [])
  await close()
})
