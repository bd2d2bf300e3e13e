// The head of an agency: many reports approved in one act, single ones returned, on a phone in a few taps.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const agency = 'so-noi-vu'

const assignments = async () => (await it.api.get(`/assignments?agency=${agency}&limit=1000`)).items
const ownTasks = async () => (await assignments()).filter((one) => one.unit === 'joint').map((one) => one.task)
const report = (task, body) => it.api.command(task, 'report-progress', body, `${agency}.officer`)
const row = (page, title) => page.getByRole('article').filter({ hasText: title.slice(0, 40) })
const drafts = async () => (await assignments()).filter((one) => one.draft)

test('on a phone: from opening to approved in at most four taps', async () => {
  for (const task of (await ownTasks()).slice(0, 3)) await report(task, { percent: 20, result: 'Đã xây dựng dự thảo.' })
  const { page, faults, close } = await it.official(agency, { viewport: phone, hasTouch: true, isMobile: true })
  let taps = 0
  const tap = async (place) => { taps += 1; await place.tap() }
  await page.goto('/')
  await tap(page.getByRole('link', { name: 'Duyệt 3 báo cáo' }))
  await tap(page.getByRole('button', { name: 'Duyệt 3 báo cáo', exact: true }))
  await tap(page.getByRole('button', { name: 'Xác nhận duyệt 3 báo cáo' }))
  await page.getByText('Không có báo cáo, số liệu nào chờ duyệt').waitFor()
  assert.ok(taps <= 4)
  assert.equal((await drafts()).length, 0)
  assert.deepEqual(faults, [])
  await close()
})

test('each report shows what it changes; one is returned with a reason, the chosen ones are approved', async () => {
  const [first, second, third] = await ownTasks()
  await report(first, { percent: 50, result: 'Đã trình UBND tỉnh.' })
  await report(second, { percent: 10, result: 'Nhập lại.' })
  await report(third, { percent: 40, obstacle: { kind: 'funding', text: 'Chưa bố trí được kinh phí.' } })
  const { page, close } = await it.official(agency)
  await page.goto('/approvals')
  const titles = await Promise.all([first, second, third].map(async (task) => (await it.api.get(`/tasks/${task}`)).title))
  await row(page, titles[0]).getByText('20% → 50%').waitFor()
  await row(page, titles[1]).getByText('Tiến độ giảm').waitFor()
  await row(page, titles[2]).getByText('Có vướng mắc mới').waitFor()

  await row(page, titles[1]).getByRole('button', { name: 'Trả lại' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Lý do' }).fill('Tỷ lệ thấp hơn lần trước.')
  await form.getByRole('button', { name: 'Trả lại báo cáo' }).click()
  await row(page, titles[1]).waitFor({ state: 'hidden' })

  await row(page, titles[2]).getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: 'Duyệt 1 báo cáo' }).click()
  await page.getByRole('button', { name: 'Xác nhận duyệt 1 báo cáo' }).click()
  await row(page, titles[0]).waitFor({ state: 'hidden' })
  assert.deepEqual((await drafts()).map((one) => one.task), [third])
  assert.equal((await it.api.get(`/tasks/${first}`)).progress_percent, 50)
  await close()
})

test('a report that comes while the page is open is not chosen by itself', async () => {
  const { page, close } = await it.official(agency)
  await page.goto('/approvals')
  await page.getByRole('article').first().waitFor()
  await report((await ownTasks())[0], { percent: 60 })
  await page.getByText('Mới gửi').waitFor()
  await page.getByRole('button', { name: 'Duyệt 1 báo cáo', exact: true }).waitFor()
  await close()
})
