// What an administrator does with posts: amends and vacates them; their history speaks in words and names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()
const post = 'demo.so-nnmt.officer'
const address = `/admin/posts/${post}`
const dialog = (page) => page.getByRole('dialog')

test('a post is amended and vacated; its history says so in words, with names, and the rail shows where one is', async () => {
  const { page, faults, close } = await it.official('vp-ubnd-tinh.administrator')
  await page.goto(address)
  await page.getByRole('button', { name: 'Sửa vị trí' }).click()
  await dialog(page).getByRole('textbox', { name: 'Chức danh' }).fill('Chuyên viên Phòng Chuyển đổi số')
  await dialog(page).getByRole('textbox', { name: 'Trụ cột' }).fill('Chính quyền số')
  await dialog(page).getByRole('button', { name: 'Sửa vị trí' }).click()
  await page.getByRole('heading', { level: 1, name: 'Chuyên viên Phòng Chuyển đổi số' }).waitFor()

  await page.getByRole('row').filter({ hasText: 'Đang giữ' }).getByRole('button', { name: 'Thôi giữ' }).click()
  await dialog(page).getByRole('button', { name: 'Cho thôi giữ vị trí' }).click()
  await page.getByRole('cell', { name: 'Đã thôi' }).waitFor()
  const { holdings } = await it.api.get(`/posts/${post}`)
  assert.ok(holdings[0].to < new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10))

  const entries = page.locator('aside, section').filter({ has: page.getByRole('heading', { name: 'Diễn biến' }) }).getByRole('listitem')
  const vacated = entries.filter({ hasText: /cho Chuyên viên.* thôi giữ vị trí từ ngày \d\d\/\d\d\/\d{4}/ })
  await vacated.waitFor()
  await entries.filter({ hasText: 'điều chỉnh chức danh, trụ cột' }).getByRole('button').click()
  const text = await entries.allInnerTexts()
  for (const raw of ['holdings', 'capacity', 'pillar', 'demo.so-nnmt', 'title']) assert.ok(!text.join('\n').includes(raw), raw)
  await vacated.getByRole('button').click()
  await entries.getByText(/người giữ vị trí/i).waitFor()

  const current = page.getByRole('navigation', { name: 'Các trang' }).locator('[aria-current="page"]')
  assert.deepEqual(await current.allInnerTexts(), ['Quản trị'])
  assert.deepEqual(faults, [])
  await close()
})

test('the history of an account speaks in words', async () => {
  const who = 'vp-ubnd-tinh.administrator'
  const machine = await it.api.post('/accounts', { username: 'may.lich-su', name: 'Máy tích hợp', kind: 'machine' }, who)
  await it.api.post(`/accounts/${machine.id}/issue-token`, { label: 'Kịch bản', expires_on: '2027-01-31', scope: 'read' }, who)
  await it.api.post(`/accounts/${machine.id}/close`, {}, who)
  const { page, close } = await it.official(who)
  await page.goto(`/admin/accounts/${machine.id}`)
  const entries = page.getByRole('listitem')
  for (const told of ['mở tài khoản', 'cấp mã truy cập', 'đóng tài khoản']) {
    await entries.filter({ hasText: told }).getByRole('button').click()
  }
  await entries.getByText('Hệ thống khác').waitFor()
  await entries.getByText(/chỉ đọc, hết hạn 31\/01\/2027/).first().waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Viết ý kiến trao đổi' }).count(), 0, 'nobody comments on an account')
  await close()
})

test('a deputy is offered what its areas allow, the sponsor what its outside lead reports', async () => {
  const who = 'vp-ubnd-tinh.administrator'
  const task = 'da11.ii.i.1.1' // of the area khcn-dmst-cds, led by so-khcn
  await it.api.command(task, 'report-progress', { percent: 20, result: 'Chờ duyệt.' }, 'so-khcn.officer')
  const inChargeOf = async (...areas) => it.api.post('/posts/demo.so-khcn.deputy/amend', { set: { areas } }, who,
    (await it.api.get('/posts/demo.so-khcn.deputy')).sequence)
  await inChargeOf('cchc')
  const deputy = await it.official('so-khcn.deputy')
  await deputy.page.goto(`/tasks/${task}`)
  await deputy.page.getByRole('button', { name: 'Báo cáo tiến độ' }).or(deputy.page.getByRole('button', { name: 'Nhập hiện trạng ban đầu' })).first().waitFor()
  await deputy.page.getByRole('button', { name: 'Việc khác' }).click()
  await deputy.page.getByRole('menuitem').first().waitFor()
  assert.equal(await deputy.page.getByRole('menuitem', { name: /Duyệt báo cáo|Trả lại báo cáo/ }).count(), 0)
  assert.equal(await deputy.page.getByRole('button', { name: 'Duyệt báo cáo' }).count(), 0)
  await deputy.page.goto('/approvals')
  await deputy.page.getByText('Không có báo cáo, số liệu nào').first().waitFor()
  await inChargeOf('cchc', 'khcn-dmst-cds')
  await deputy.page.getByRole('article').first().waitFor({ timeout: 8_000 })
  await deputy.close()

  await it.api.command('da11.ii.ii.1.5', 'amend', { set: { lead_agencies: ['viettel'] }, document: 'lao-cai-de-an-11' }, 'so-khcn.standing-agency')
  const outside = (await it.api.get('/assignments?agency=viettel&limit=5')).items[0]
  await it.api.post(`/assignments/${outside.id}/report-progress`, { percent: 10, result: 'Đơn vị ngoài báo cáo.' }, 'viettel.outside-lead', outside.sequence)
  const sponsor = await it.official('so-khcn.head')
  await sponsor.page.goto('/approvals')
  await sponsor.page.getByRole('article').filter({ hasText: 'Đơn vị ngoài báo cáo.' }).waitFor()
  await sponsor.page.goto(`/tasks/${outside.task}`)
  await sponsor.page.getByRole('button', { name: 'Duyệt báo cáo' }).waitFor()
  await sponsor.close()
})

test('on a low screen the rail shows every entry at once, to those with the most of them', async () => {
  for (const who of ['vp-ubnd-tinh.administrator', 'so-khcn.head', 'thanh-tra-tinh.inspector']) {
    const { page, close } = await it.official(who, { viewport: { width: 1366, height: 768 } })
    const rail = page.getByRole('navigation', { name: 'Các trang' })
    await rail.getByRole('link').nth(12).waitFor()
    const box = await rail.evaluate((own) => ({ hidden: own.scrollHeight - own.clientHeight, beside: own.scrollWidth - own.clientWidth }))
    assert.deepEqual(box, { hidden: 0, beside: 0 }, who)
    await close()
  }
})
