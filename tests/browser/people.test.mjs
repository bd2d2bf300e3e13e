// Who one is and what one may do: signing in, a session that ends, roles, accounts and posts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enterDemo } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const task = 'da11.ii.i.1.1' // led by Sở KH&CN
const address = `/tasks/${task}`
const comment = 'Viết ý kiến trao đổi'

const who = (page) => page.locator('header').getByRole('button').filter({ hasText: '·' })
const passwordBox = (page) => page.locator('input[name=password]')
const in300Days = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
const sameOrigin = { 'sec-fetch-site': 'same-origin' }

async function signIn(page, username, password) {
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username)
  await passwordBox(page).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

async function signOut(page) {
  await who(page).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.waitForURL('**/sign-in')
}

async function offered(page) {
  const others = page.getByRole('button', { name: 'Việc khác' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Diễn biến').waitFor()
  if ((await others.count()) === 0) return []
  await others.click()
  const names = await page.getByRole('menuitem').allInnerTexts()
  await page.keyboard.press('Escape')
  return names
}

test('who is not signed in is asked to, and is then on the page that was asked for', async () => {
  const { username, password } = it.server.accounts.get('so-khcn.officer')
  const { page, close } = await it.visitor()
  await page.goto(`${address}?do=report-progress`)
  await page.waitForURL('**/sign-in**')
  await page.getByText('BẢN DÙNG THỬ').waitFor()
  await signIn(page, username, password)
  await page.waitForURL(`**${address}?do=report-progress`)
  await who(page).filter({ hasText: 'Sở KH&CN · Chuyên viên' }).waitFor()
  await page.getByRole('dialog').waitFor()
  await close()
})

test('a wrong password and an unknown name are answered in the same words; failed tries are told once', async () => {
  const { username, password } = it.server.accounts.get('so-noi-vu.officer')
  const { page, close } = await it.visitor()
  await page.goto('/sign-in')
  const words = []
  for (const name of [username, 'khong.co.ai']) {
    await signIn(page, name, 'mot mat khau khong dung')
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
    await page.waitForFunction(() => document.querySelector('input[name=password]').value === '')
    words.push(await page.getByRole('alert').innerText())
  }
  assert.equal(words[0], words[1])
  await signIn(page, username, password)
  await page.getByText('Từ lần đăng nhập trước có 1 lần đăng nhập không thành công').waitFor()
  await page.getByRole('button', { name: 'Đã xem' }).click()
  await page.reload()
  await who(page).waitFor()
  assert.equal(await page.getByText('Từ lần đăng nhập trước có').count(), 0)
  await page.goto('/me')
  await page.getByRole('heading', { name: 'Lần đăng nhập không thành công' }).waitFor()
  assert.equal(await page.getByText('Không có lần nào').count(), 0)
  await close()
})

test('no page of another site is gone to after signing in', async () => {
  const { page, close } = await it.visitor()
  for (const to of ['//example.org/', 'https://example.org/', '/\\example.org']) {
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    await page.getByRole('textbox', { name: /^Tìm theo cơ quan/ }).fill('so-khcn.officer')
    await page.locator('[data-username="so-khcn.officer"]').click()
    await who(page).waitFor()
    assert.equal(new URL(page.url()).origin, it.server.base)
    await signOut(page)
  }
  await close()
})

test('a session that ends asks for it over the page: what was typed is there, and can be sent', async () => {
  const { page, context, close } = await it.official('so-khcn.officer')
  await page.goto(address)
  const text = `Đang gõ thì hết phiên ${crypto.randomUUID()}`
  await page.getByText('Đang cập nhật trực tuyến').waitFor()
  await page.getByLabel(comment).fill(text)
  const ended = await context.request.delete('/api/v1/session', { headers: sameOrigin })
  assert.equal(ended.status(), 204)
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await dialog.waitFor({ timeout: 5_000 }) // told by the live connection, before anything is asked
  await dialog.getByRole('button', { name: 'Vào lại' }).click()
  await dialog.waitFor({ state: 'hidden' })
  assert.equal(await page.getByLabel(comment).inputValue(), text)
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByRole('listitem').filter({ hasText: text }).waitFor()
  await page.getByText('Đang cập nhật trực tuyến').waitFor()
  await close()
})

test('a session is asked for by password too, when the command finds it ended', async () => {
  const { username, password } = it.server.accounts.get('so-khcn.officer')
  const { page, context, close } = await it.official(username)
  await page.goto(address)
  const text = `Gửi khi hết phiên ${crypto.randomUUID()}`
  await page.getByLabel(comment).fill(text)
  await page.getByText('Đang cập nhật trực tuyến').waitFor() // nothing is still to be read that would find it out first
  await context.clearCookies()
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await dialog.locator('input[name=password]').fill(password)
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByRole('listitem').filter({ hasText: text }).waitFor()
  await close()
})

test('what somebody typed is not shown to the next person at the browser, and comes back to its owner', async () => {
  const { page, close } = await it.official('so-khcn.officer')
  await page.goto(address)
  await page.getByLabel(comment).fill('Nội dung của chuyên viên')
  await signOut(page)
  await enterDemo(page, 'so-khcn.head')
  await page.goto(address)
  assert.equal(await page.getByLabel(comment).inputValue(), '')
  await signOut(page)
  await enterDemo(page, 'so-khcn.officer')
  await page.goto(address)
  assert.equal(await page.getByLabel(comment).inputValue(), 'Nội dung của chuyên viên')
  await close()
})

test('commands are those of the role: an officer reports, the head approves, others are offered nothing', async () => {
  await it.api.command(task, 'report-progress', { percent: 35, result: 'Kết quả chỉ cơ quan liên quan được xem.' }, 'so-khcn.officer')
  const officer = await it.official('so-khcn.officer')
  await officer.page.goto(address)
  assert.ok(!(await offered(officer.page)).includes('Duyệt báo cáo'))
  assert.equal(await officer.page.getByRole('button', { name: 'Duyệt báo cáo' }).count(), 0)
  await officer.page.goto(`${address}?do=approve-progress`)
  await officer.page.getByText('Diễn biến').waitFor()
  assert.equal(await officer.page.getByRole('dialog').count(), 0, 'nor by its address')

  const head = await it.official('so-khcn.head')
  await head.page.goto(address)
  await head.page.getByRole('button', { name: 'Duyệt báo cáo' }).waitFor()
  assert.ok((await offered(head.page)).includes('Trả lại báo cáo'))
  await head.page.getByText('Kết quả chỉ cơ quan liên quan được xem.').first().waitFor()

  const statistics = await it.official('thong-ke-tinh.statistics')
  await statistics.page.goto(address)
  assert.deepEqual(await offered(statistics.page), [])
  await statistics.page.getByText('Nội dung chi tiết dành cho cơ quan liên quan').first().waitFor()
  assert.equal(await statistics.page.getByText('Kết quả chỉ cơ quan liên quan được xem.').count(), 0)
  for (const one of [officer, head, statistics]) {
    assert.deepEqual(one.faults, [])
    await one.close()
  }
})

test('the history names the person and the agency', async () => {
  await it.api.post(`/tasks/${task}/comment`, { text: 'Ý kiến có tên người gửi' }, 'so-khcn.officer')
  const { page, close } = await it.official('vp-ubnd-tinh.head')
  await page.goto(address)
  const entry = page.getByRole('listitem').filter({ hasText: 'Ý kiến có tên người gửi' })
  await entry.getByText('Chuyên viên, Sở Khoa học và Công nghệ').waitFor()
  await close()
})

test('an administrator opens an account and fills a post; the invited person signs in and may work at once', async () => {
  const admin = await it.official('vp-ubnd-tinh.administrator')
  await admin.page.goto('/admin/accounts')
  await admin.page.getByRole('button', { name: 'Mở tài khoản' }).click()
  const form = admin.page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Họ và tên' }).fill('Nguyễn Thị Bình')
  await form.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('nguyen.thi.binh')
  await form.getByRole('button', { name: 'Mở tài khoản' }).click()
  const link = await admin.page.getByRole('textbox', { name: 'Liên kết mời' }).inputValue()
  await admin.page.getByRole('button', { name: 'Xong' }).click()

  const invited = await it.visitor()
  await invited.page.goto(link)
  const password = 'mot cau dai de nho o co quan'
  await invited.page.getByLabel('Mật khẩu mới', { exact: true }).fill(password)
  await invited.page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill('cau khac han')
  await invited.page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await invited.page.getByText('Hai lần nhập chưa giống nhau').waitFor()
  await invited.page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill(password)
  await invited.page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await invited.page.getByText('Tài khoản chưa giữ vị trí nào').waitFor()
  await invited.page.goto(address)
  assert.deepEqual(await offered(invited.page), [])

  await admin.page.goto('/admin/posts/demo.so-khcn.deputy')
  await admin.page.getByRole('button', { name: 'Giao vị trí', exact: true }).click()
  await form.getByRole('combobox', { name: 'Tài khoản' }).fill('nguyen binh')
  await admin.page.getByRole('option', { name: /Nguyễn Thị Bình/ }).click()
  await form.getByRole('button', { name: 'Giao vị trí' }).click()
  await admin.page.getByRole('cell', { name: 'Nguyễn Thị Bình' }).waitFor()
  await who(invited.page).filter({ hasText: 'Sở KH&CN · Cấp phó' }).waitFor({ timeout: 5_000 })
  assert.ok((await offered(invited.page)).length > 0)

  await invited.page.goto(link)
  await invited.page.getByLabel('Mật khẩu mới', { exact: true }).fill(password)
  await invited.page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill(password)
  await invited.page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await invited.page.getByText('Liên kết không dùng được').waitFor()
  await invited.page.goto(address)
  await who(invited.page).waitFor()

  await admin.page.goto('/admin/accounts?q=nguyen+binh')
  await admin.page.getByRole('link', { name: 'Nguyễn Thị Bình' }).click()
  await admin.page.getByRole('button', { name: 'Việc khác' }).click()
  await admin.page.getByRole('menuitem', { name: 'Đóng tài khoản' }).click()
  await form.getByRole('button', { name: 'Đóng tài khoản' }).click()
  await admin.page.getByText('Đã đóng', { exact: true }).waitFor()
  await invited.page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor({ timeout: 5_000 })
  assert.deepEqual(admin.faults, [])
  await admin.close()
  await invited.close()
})

test('a token is shown once, works, and is revoked', async () => {
  const { page, close } = await it.official('vp-ubnd-tinh.administrator')
  await page.goto('/admin/accounts/demo.so-noi-vu.officer')
  await page.getByText('Tên đăng nhập').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Cấp mã truy cập', exact: true }).count(), 0) // people sign in themselves
  const machine = await it.api.post('/accounts', { username: 'ioc.tich-hop', name: 'Cổng tích hợp IOC', kind: 'machine' }, 'vp-ubnd-tinh.administrator')
  await page.goto(`/admin/accounts/${machine.id}`)
  await page.getByRole('button', { name: 'Cấp mã truy cập', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Tên gọi' }).fill('Kịch bản báo cáo')
  await form.getByRole('textbox', { name: 'Hết hạn' }).fill(in300Days)
  await form.getByRole('button', { name: 'Cấp mã truy cập' }).click()
  const token = await page.getByRole('textbox', { name: 'Mã truy cập' }).inputValue()
  await page.getByRole('button', { name: 'Xong' }).click()
  const status = async () => (await fetch(`${it.server.base}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status
  assert.equal(await status(), 200)
  const row = page.getByRole('row').filter({ hasText: 'Kịch bản báo cáo' })
  await row.getByRole('button', { name: 'Thu hồi' }).click()
  await form.getByRole('button', { name: 'Thu hồi' }).click()
  await row.getByText('Đã thu hồi').waitFor()
  assert.equal(await status(), 401)
  await close()
})

test('a head sees the posts of its own agency and fills those of officers; other pages of administration are closed to it', async () => {
  const { page, close } = await it.official('so-khcn.head')
  await page.goto('/admin/accounts')
  await page.getByText('Trang này dành cho quản trị hệ thống').waitFor()
  await page.goto('/admin/posts')
  await page.getByRole('row').nth(1).waitFor()
  const agencies = await page.getByRole('table').getByRole('row').allInnerTexts()
  assert.ok(agencies.slice(1).every((text) => /Sở Khoa học và Công nghệ|Đơn vị ngoài chủ trì/.test(text)))
  await page.goto('/admin/posts/demo.so-khcn.head')
  await page.getByText('Người giữ vị trí').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Giao vị trí', exact: true }).count(), 0)
  await page.goto('/admin/posts/demo.so-khcn.officer')
  await page.getByRole('button', { name: 'Giao vị trí', exact: true }).waitFor()
  await close()
})

test('one sees the own sessions, ends another one, and changes the password', async () => {
  const { username, password } = it.server.accounts.get('so-tu-phap.officer')
  const first = await it.official(username)
  const { page, close } = await it.official(username)
  await page.goto('/me')
  const rows = page.getByRole('table').last().getByRole('row')
  await rows.nth(2).waitFor()
  await page.getByRole('button', { name: 'Kết thúc' }).click()
  await first.page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor({ timeout: 5_000 })
  await first.close()
  const next = 'mot cau khac con dai hon truoc'
  await page.getByLabel('Mật khẩu đang dùng', { exact: true }).fill(password)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next)
  await page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill(next)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.getByText('Đã đổi mật khẩu').waitFor()
  await signOut(page)
  await signIn(page, username, next)
  await who(page).waitFor()
  await close()
})
