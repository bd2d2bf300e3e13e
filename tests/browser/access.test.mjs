// The access log: administrators and inspectors read it, everybody sees the own last sign-ins.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()
const log = '/admin/access-log'
const officer = 'so-tu-phap.officer'
const rows = (page) => page.getByRole('table').getByRole('row')
const heading = (page) => page.getByRole('heading', { level: 1, name: 'Nhật ký truy cập' })

// Rows come about a second after what they tell.
async function shown(page, row) {
  for (let tries = 0; tries < 20 && (await row.count()) === 0; ++tries) {
    await page.waitForTimeout(500)
    await page.reload()
    await heading(page).waitFor()
    await page.waitForTimeout(300)
  }
  await row.first().waitFor()
}

async function choose(page, chip, option) {
  await page.getByRole('button', { name: chip, exact: true }).click()
  await page.getByRole('group', { name: chip, exact: true }).getByRole('button', { name: option, exact: true }).click()
}

async function wrongPassword(username) {
  const body = JSON.stringify({ username, password: 'mot mat khau khong dung' })
  return fetch(`${it.server.base}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}

test('an administrator sees who came in, and narrows it down by kind, account and day', async () => {
  const somebody = await it.official(officer)
  await somebody.close()
  assert.equal((await wrongPassword(officer)).status, 401)
  const { page, faults, close } = await it.official('vp-ubnd-tinh.administrator')
  await page.goto('/admin/accounts')
  await page.getByRole('link', { name: 'Nhật ký truy cập' }).click()
  await heading(page).waitFor()
  const mine = rows(page).filter({ hasText: 'Chuyên viên, Sở Tư pháp' })
  await shown(page, mine.filter({ hasText: 'Đăng nhập không thành công' }))
  await mine.filter({ hasText: 'tài khoản dùng thử' }).filter({ hasText: 'Chrome' }).first().waitFor()

  await choose(page, 'Việc', 'Đăng nhập không thành công')
  await page.waitForURL('**kind=sign-in-failed**')
  await rows(page).nth(1).waitFor()
  for (const text of (await rows(page).allInnerTexts()).slice(1)) assert.match(text, /Đăng nhập không thành công/)
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  await page.goto(`${log}?account=demo.${officer}&day=${day}`)
  await rows(page).nth(1).waitFor()
  for (const text of (await rows(page).allInnerTexts()).slice(1)) assert.match(text, /Chuyên viên, Sở Tư pháp/)

  await page.getByRole('textbox', { name: 'Ngày' }).fill('01/01/2020')
  await page.getByText('Không có dòng nào').waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('an inspector reads it too, and finds what inspectors read', async () => {
  await it.api.get('/tasks/da11.ii.i.1.1') // as the inspector
  const { page, faults, close } = await it.official('thanh-tra-tinh.inspector')
  await page.getByRole('navigation').getByRole('link', { name: 'Truy cập' }).click()
  await heading(page).waitFor()
  const row = rows(page).filter({ hasText: 'Thanh tra xem' }).filter({ hasText: 'da11.ii.i.1.1' })
  await shown(page, row)
  await row.getByRole('link', { name: 'da11.ii.i.1.1' }).first().click()
  await page.waitForURL('**/tasks/da11.ii.i.1.1')
  assert.deepEqual(faults, [])
  await close()
})

test('others see only their own sign-ins, on their own page', async () => {
  const { page, faults, close } = await it.official('so-khcn.officer')
  await page.goto(log)
  await page.getByText('Trang này dành cho quản trị hệ thống và thanh tra').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Truy cập', exact: true }).count(), 0)
  await page.waitForTimeout(1_500)
  await page.goto('/me')
  const recent = page.getByRole('list', { name: 'Lần đăng nhập gần đây' })
  await recent.getByText(/Chrome, Linux, (127\.0\.0\.1|::1)/).first().waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('it speaks English, and fits a phone', async () => {
  const { page, close } = await it.official('vp-ubnd-tinh.administrator', { viewport: { width: 390, height: 844 } })
  await page.evaluate(() => localStorage.setItem('luuvet.locale', 'en'))
  await page.goto(log)
  await page.getByRole('heading', { level: 1, name: 'Access log' }).waitFor()
  await page.getByText('Token used').or(page.getByText('Signed in')).first().waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0)
  await close()
})
