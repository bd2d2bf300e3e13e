// Two officials on the same tasks: what one does, the other sees at once, and nobody's typing is disturbed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()
const task = 'da11.ii.i.1.1' // led by Sở KH&CN

test('a change by one official appears on the board of another, marked, without reload', async () => {
  const other = await it.official('vp-ubnd-tinh')
  await other.page.goto('/board?q=kien+toan')
  const card = other.page.locator('article').filter({ hasText: 'Kiện toàn Ban Chỉ đạo cấp tỉnh' }).first()
  await card.waitFor()
  await it.api.command(task, 'report-progress', { percent: 80, result: 'Đã trình dự thảo Quyết định.' }, 'so-khcn.officer')
  await other.page.getByText('vừa cập nhật').first().waitFor({ timeout: 5_000 })
  assert.deepEqual(other.faults, [])
  await other.close()
})

test('an official works through the page, and the other one sees the sentence in the history', async () => {
  const lead = await it.official('so-khcn.officer')
  const other = await it.official('vp-ubnd-tinh')
  await other.page.goto(`/tasks/${task}`)
  await other.page.getByRole('heading', { level: 1 }).waitFor()
  await lead.page.goto(`/tasks/${task}`)
  const text = 'Đề nghị Văn phòng UBND tỉnh cho ý kiến về dự thảo.'
  await lead.page.getByLabel('Viết ý kiến trao đổi').fill(text)
  await lead.page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await other.page.getByText(text).waitFor({ timeout: 5_000 })
  assert.deepEqual([...lead.faults, ...other.faults], [])
  await lead.close()
  await other.close()
})

test('from commit to the other screen: measured over 30 changes', async () => {
  const other = await it.official('vp-ubnd-tinh')
  await other.page.goto(`/tasks/${task}`)
  await other.page.getByLabel('Viết ý kiến trao đổi').waitFor()
  const milliseconds = []
  for (let round = 0; round < 30; ++round) {
    const text = `Ý kiến số ${round} ${crypto.randomUUID()}`
    const shown = other.page.getByText(text).waitFor({ timeout: 5_000 }).then(() => performance.now())
    await it.api.post(`/tasks/${task}/comment`, { text }, 'so-noi-vu')
    const committed = performance.now()
    milliseconds.push((await shown) - committed)
  }
  milliseconds.sort((a, b) => a - b)
  console.log(`commit to the other screen: p50 ${milliseconds[14].toFixed(0)} ms, p95 ${milliseconds[28].toFixed(0)} ms`)
  await other.close()
})

test('a broken connection shows and heals, and what was missed arrives once', async () => {
  const other = await it.official('vp-ubnd-tinh')
  await other.page.goto(`/tasks/${task}`)
  await other.page.getByText('Đang cập nhật trực tuyến').waitFor()
  await it.server.kill()
  await other.page.getByText(/Đang kết nối lại/).first().waitFor({ timeout: 20_000 })
  await it.server.again()
  const text = `Sau khi nối lại ${crypto.randomUUID()}`
  await it.api.post(`/tasks/${task}/comment`, { text }, 'so-noi-vu')
  await other.page.getByText(text).waitFor({ timeout: 40_000 })
  await other.page.getByText('Đang cập nhật trực tuyến').waitFor({ timeout: 40_000 })
  assert.equal(await other.page.getByText(text).count(), 1)
  await other.close()
})
