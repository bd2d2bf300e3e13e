// Finding one's way: search, filters in the address, the grid of opening states.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()
test('"so khcn 5g" finds the 5G tasks of the department, by keyboard alone', async () => {
  const { page, close } = await it.official('vp-ubnd-tinh')
  await page.goto('/board')
  await page.locator('article').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') && document.activeElement.matches('input'))
  await page.keyboard.type('so khcn 5g')
  await page.getByRole('dialog').getByText('Triển khai mạng 5G tại các khu vực trọng điểm').waitFor()
  await close()
})

test('filters stand in the address, and the counts add up', async () => {
  const { page, close } = await it.official('so-khcn')
  await page.goto('/board?view=table&agency=so-noi-vu')
  await page.getByRole('row').nth(1).waitFor()
  const { counts } = await it.api.get('/tasks?agency=so-noi-vu&limit=1')
  const sum = (cells) => Object.values(cells).reduce((total, count) => total + count, 0)
  assert.equal(sum(counts.status), counts.total)
  assert.equal(sum(counts.timeliness), counts.total)
  await page.getByText(`Đang hiện ${counts.total} trong ${counts.total} nhiệm vụ`).waitFor()
  await page.reload()
  await page.getByText(`Đang hiện ${counts.total} trong ${counts.total} nhiệm vụ`).waitFor()
  await close()
})

test('an agency enters its opening states in the grid and confirms them: they no longer wait for it', async () => {
  const { page, faults, close } = await it.official('so-tu-phap')
  await page.goto('/agencies/so-tu-phap/opening-state')
  const row = page.getByRole('row').filter({ has: page.locator('select') }).first()
  await row.locator('select').selectOption('in-progress')
  await page.getByRole('button', { name: /^Gửi 1 dòng/ }).click()
  await page.getByRole('button', { name: /^Xác nhận 1 dòng/ }).click()
  await page.waitForFunction(() => !document.body.innerText.includes('Xác nhận 1 dòng'))
  const list = await it.api.get('/assignments?agency=so-tu-phap&opening=confirmed')
  assert.equal(list.total, 1)
  assert.equal(list.items[0].status, 'in-progress')
  assert.deepEqual(faults, [])
  await close()
})
