// A yearly plan from its beginning to a milestone that is met: officer, head, confirming agency, and the list of who has none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const plan = '/unit-plans/so-tu-phap.2026'
const read = () => it.api.get('/unit-plans/so-tu-phap.2026')
const year = '?year=2026'

const paste = (cell, text) => cell.evaluate((field, block) => {
  const data = new DataTransfer()
  data.setData('text/plain', block)
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, text)

test('an officer begins the plan, pastes a block, takes proposals and submits', async () => {
  const officer = await it.official('so-tu-phap.officer', { bypassCSP: true })
  const { page } = officer
  await page.goto(`/unit-plans${year}`)
  await page.getByRole('button', { name: 'Lập kế hoạch năm 2026' }).click()
  await page.getByRole('heading', { name: /Kế hoạch năm 2026/ }).waitFor()
  const grid = page.getByRole('table', { name: 'Bảng kế hoạch năm' })
  const first = grid.getByLabel(/^Sản phẩm năm/).first()
  await first.focus()
  await paste(first, 'Báo cáo tổng hợp\t2\tbáo cáo\tQuý I = 1\t15/05: Sơ kết\r\nKế hoạch kiểm tra')
  assert.equal(await grid.getByLabel(/^Mốc quý II,/).first().inputValue(), '15/05: Sơ kết')
  await page.waitForTimeout(400)
  await page.reload()
  assert.equal(await first.inputValue(), 'Báo cáo tổng hợp', 'what was typed is there again')
  await first.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.dataset.row), '1', 'Enter leads to the row below')
  await page.keyboard.press('Control+d')
  assert.equal(await grid.getByLabel(/^Sản phẩm năm/).nth(1).inputValue(), 'Báo cáo tổng hợp', 'Ctrl+D copies the cell above')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.type('x')
  assert.equal(await first.inputValue(), '\nxBáo cáo tổng hợp', 'Alt+Enter breaks the line where the caret is, and leaves it there')
  await first.fill('Báo cáo tổng hợp')
  const proposals = page.getByRole('button', { name: /^Nhận đề xuất/ })
  if (await proposals.count()) await proposals.click()
  await grid.getByLabel(/^Mốc quý I,/).first().fill('15/05: Sai quý')
  await page.getByRole('button', { name: /^Lưu/ }).click()
  await page.getByText('ngày viết như 15/05 và nằm trong quý').waitFor()
  await grid.getByLabel(/^Mốc quý I,/).first().fill('Quý I = 1')
  await page.screenshot({ path: 'screenshots/unit-plan-grid.png' })
  await page.getByRole('button', { name: /^Lưu/ }).click()
  await page.getByRole('button', { name: 'Trình lãnh đạo duyệt' }).and(page.locator(':enabled')).waitFor()
  const saved = (await read()).rows[0]
  assert.deepEqual([saved.product.text, saved.product.quantity, saved.milestones.length], ['Báo cáo tổng hợp', 2, 2])
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Trình lãnh đạo duyệt' }).click()
  await page.getByText('Kế hoạch đang chờ lãnh đạo duyệt.').waitFor()
  assert.equal((await read()).state, 'submitted')
  assert.deepEqual(officer.faults, [])
  await officer.close()
})

test('the head returns it on a phone, and approves what comes back', async () => {
  const head = await it.official('so-tu-phap', { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true })
  const { page } = head
  await page.goto(plan)
  await page.getByRole('button', { name: 'Trả lại kế hoạch' }).tap()
  await page.getByRole('dialog').getByRole('textbox').first().fill('Thiếu mốc quý III')
  await page.getByRole('dialog').getByRole('button', { name: 'Trả lại kế hoạch' }).tap()
  await page.getByText('Được trả lại: Thiếu mốc quý III').waitFor()
  await page.getByLabel(/^Mốc quý III/).first().fill('Kiểm tra 5 xã')
  await page.getByRole('button', { name: /^Lưu 1/ }).tap()
  await page.getByRole('button', { name: 'Trình lãnh đạo duyệt' }).tap()
  await page.getByRole('button', { name: 'Duyệt kế hoạch' }).tap()
  await page.getByRole('heading', { name: 'Bản đang áp dụng' }).waitFor()
  assert.equal((await read()).edition, 1)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wide, 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/unit-plan-phone.png' })
  await head.close()
})

test('the confirming agency notes it; the list says who has none', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency', { bypassCSP: true })
  await page.goto(plan)
  const asked = (await read()).confirming_agencies
  if (asked.includes('so-khcn')) {
    await page.getByRole('button', { name: 'Ghi nhận kế hoạch' }).click()
    await page.getByRole('dialog').getByRole('textbox').first().fill('Bám sát mốc quý II')
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận kế hoạch' }).click()
    await page.getByText('Bám sát mốc quý II').first().waitFor()
  }
  await page.goto(`/unit-plans${year}`)
  await page.getByText('Chưa có kế hoạch năm').first().waitFor()
  await page.getByLabel('Cơ quan', { exact: true }).first().fill('tư pháp')
  await page.getByRole('link', { name: 'Sở Tư pháp', exact: true }).first().waitFor()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/unit-plans.png' })
  await close()
})

test('the task shows plan and milestones; a milestone is met there', async () => {
  const row = (await read()).rows_in_force.find((one) => one.milestones.length > 0)
  const { page, close } = await it.official('so-tu-phap.officer')
  await page.goto(`/tasks/${row.task}`)
  await page.getByRole('button', { name: 'Ghi nhận đạt' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận đạt mốc' }).click()
  await page.getByText(/^Đạt ngày/).first().waitFor()
  const assignment = await it.api.get(`/assignments/${row.assignment}`)
  assert.equal(assignment.year_plans[0].milestones.filter((one) => one.met).length, 1)
  await page.screenshot({ path: 'screenshots/unit-plan-task.png', fullPage: true })
  await close()
})

test('the accepted result of a year is reopened with a reason, and submitted again', async () => {
  const row = (await read()).rows_in_force.find((one) => one.deadline.kind === 'ongoing' && one.product)
  const work = `/assignments/${row.assignment}`
  const send = async (name, body, who) => it.api.post(`${work}/${name}`, body, who, (await it.api.get(work)).sequence)
  const result = { year: 2026, result: 'Đã có báo cáo', completed_on: '2026-01-05' }
  await send('submit-year', result, 'so-tu-phap.officer')
  const confirming = (await it.api.get(work)).confirming_agency
  await send('accept-year', { year: 2026 }, `${confirming}.head`)
  const { page, close, faults } = await it.official(`${confirming}.head`, { bypassCSP: true })
  await page.goto(`/tasks/${row.task}`)
  await page.getByRole('button', { name: 'Mở lại', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do').fill('Số liệu của xã chưa đúng')
  await dialog.getByRole('button', { name: 'Mở lại kết quả năm' }).click()
  await page.getByText('Số liệu của xã chưa đúng').first().waitFor()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/year-reopened.png', fullPage: true })
  assert.equal((await it.api.get(work)).year_results[0].state, 'returned')
  await send('submit-year', result, 'so-tu-phap.officer')
  assert.deepEqual(faults, [])
  await close()
})

test('a year of a programme that is over is closed, after a look at what changes; there is no other to close', async () => {
  const { page, faults, close } = await it.official('vp-tinh-uy.standing-agency', { bypassCSP: true })
  await page.goto('/programmes/lao-cai-phan-cong-bcd')
  await page.getByRole('link', { name: 'Khép năm kế hoạch' }).click()
  await page.getByRole('heading', { name: 'Khép năm kế hoạch' }).waitFor()
  assert.equal(await page.getByRole('combobox', { name: 'Năm', exact: true }).inputValue(), '2025')
  await page.getByLabel('Bổ sung văn bản sau').check()
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
  const preview = page.getByRole('region', { name: 'Những gì thay đổi khi khép năm' })
  await preview.getByText(/^Chưa ghi gì/).waitFor()
  assert.deepEqual((await it.api.get('/programmes/lao-cai-phan-cong-bcd')).closed_years, [])
  await page.screenshot({ path: 'screenshots/close-year.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  await page.setViewportSize(phone)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
  await page.screenshot({ path: 'screenshots/close-year-phone.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  await preview.getByRole('button', { name: 'Khép năm 2025' }).click()
  await page.getByText('Đã khép năm 2025.').waitFor()
  await page.getByText('Năm đã khép').waitFor()
  await page.goto('/programmes/lao-cai-phan-cong-bcd/close-year')
  await page.getByText('Chưa có năm nào để khép').waitFor()
  assert.deepEqual(faults, [])
  await close()
})
