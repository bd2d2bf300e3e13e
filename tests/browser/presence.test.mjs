// Several officials at one record: each sees who else is there and where they type, in a line that moves nothing, and sees them go.
import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterEach, before, test } from 'node:test'
import { desktop, phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const task = 'da11.ii.i.1.1' // led by Sở KH&CN, confirmed by Văn phòng UBND tỉnh
const address = `/tasks/${task}`
const report = `${address}?do=report-progress`
const commentBox = 'Viết ý kiến trao đổi'
const administrator = 'vp-ubnd-tinh.administrator'
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
before(() => mkdir('screenshots', { recursive: true }))

// Whoever came to a test goes with it, however it ends: nobody else is to be seen in the next.
const here = []
const official = async (...given) => {
  const one = await it.official(...given)
  here.push(one)
  return one
}
afterEach(async () => {
  for (const one of here.splice(0)) await one.close()
})

const line = (page) => page.locator('main button').filter({ hasText: /đang (xem|nhập)/ })
const online = (page) => page.getByText('Đang cập nhật trực tuyến').waitFor({ state: 'attached' })

async function at(page, where) {
  await page.goto(where)
  await page.locator('h1').waitFor()
  if (where === report) await page.getByRole('dialog').waitFor()
  await online(page)
}

async function objections(page) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`)
}

// Somebody new, by that name, in a post of that agency.
async function person(name, agency, options) {
  const username = `nguoi.${crypto.randomUUID().slice(0, 8)}`
  const account = await it.api.post('/accounts', { username, name, kind: 'person' }, administrator)
  const post = await it.api.post('/posts', { role: 'officer', agency, title: 'Chuyên viên theo dõi' }, administrator)
  await it.api.post(`/posts/${post.id}/fill`, { account: account.id, from: '2026-01-01' }, administrator)
  const one = await it.visitor(options)
  here.push(one)
  const secret = account.invitation.slice(account.invitation.lastIndexOf('/') + 1)
  const entered = await one.context.request.post(`/api/v1/invitations/${secret}`, { data: { password: 'chim lạc bay về núi 57' } })
  assert.equal(entered.status(), 200)
  return one
}

test('two at one task see each other by name and agency, see typing at its field, and see the other go', async () => {
  const lead = await official('so-khcn.officer')
  const head = await official('so-khcn')
  await at(lead.page, address)
  assert.equal(await line(lead.page).count(), 0)
  await at(head.page, address)
  await line(lead.page).filter({ hasText: 'Lãnh đạo (Sở KH&CN) đang xem' }).waitFor({ timeout: 5_000 })
  await line(head.page).filter({ hasText: 'Chuyên viên (Sở KH&CN) đang xem' }).waitFor({ timeout: 5_000 })

  for (const one of [lead, head]) await at(one.page, report)
  const result = (page) => page.getByRole('dialog').locator('[data-field=result]')
  await result(lead.page).getByRole('textbox').fill('Đã trình dự thảo')
  await result(head.page).filter({ hasText: 'Chuyên viên (Sở KH&CN) đang nhập ở đây' }).waitFor({ timeout: 5_000 })
  assert.equal(await head.page.locator('[data-field=percent]').getByText('đang nhập ở đây').count(), 0)
  assert.equal(await result(lead.page).getByText('đang nhập ở đây').count(), 0)
  await head.page.keyboard.press('Escape')
  await line(head.page).filter({ hasText: 'Chuyên viên (Sở KH&CN) đang nhập ở “Kết quả thực hiện”' }).waitFor()
  await lead.page.keyboard.press('Escape')
  await line(head.page).filter({ hasText: 'Chuyên viên (Sở KH&CN) đang xem' }).waitFor({ timeout: 5_000 })

  const closed = performance.now()
  await lead.close()
  await line(head.page).waitFor({ state: 'hidden', timeout: 15_000 })
  console.log(`gone ${Math.round(performance.now() - closed)} ms after its window was closed`)
  assert.deepEqual(head.faults, [])
})

test('a comment that is being written is marked beside the button, and not for its writer', async () => {
  const lead = await official('so-khcn.officer')
  const other = await official('vp-ubnd-tinh')
  await at(lead.page, address)
  await at(other.page, address)
  await lead.page.getByLabel(commentBox).fill('Đề nghị cho ý kiến')
  await other.page.locator('form').filter({ hasText: 'Chuyên viên (Sở KH&CN) đang nhập ở đây' }).waitFor({ timeout: 5_000 })
  await line(other.page).filter({ hasText: 'đang nhập ở “Ý kiến trao đổi”' }).waitFor()
  assert.equal(await lead.page.getByText('đang nhập ở đây').count(), 0)
  await lead.page.getByLabel(commentBox).blur()
  await other.page.getByText('đang nhập ở đây').waitFor({ state: 'hidden', timeout: 5_000 })
})

test('who hides the page is gone within 15 s, and is back when the page is seen again', async () => {
  const lead = await official('so-khcn.officer')
  const other = await official('vp-ubnd-tinh')
  await at(lead.page, address)
  await at(other.page, address)
  await line(other.page).waitFor({ timeout: 5_000 })
  const turn = (state) =>
    lead.page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await turn('hidden')
  const hidden = performance.now()
  await line(other.page).waitFor({ state: 'hidden', timeout: 17_000 })
  console.log(`gone ${Math.round(performance.now() - hidden)} ms after its page was hidden`)
  await turn('visible')
  await line(other.page).waitFor({ timeout: 5_000 })
})

test('every other record shows it too; another page, or the past, does not', async () => {
  const lead = await official('so-khcn.officer')
  const other = await official('vp-ubnd-tinh')
  for (const where of ['/programmes/lao-cai-de-an-11', '/documents/lao-cai-de-an-11', '/indicators/da11.i.i.3', '/budget-lines/da11.iii.i.a.1',
    '/agencies/so-khcn']) {
    await at(lead.page, where)
    await at(other.page, where)
    await line(other.page).filter({ hasText: 'Chuyên viên (Sở KH&CN) đang xem' }).waitFor({ timeout: 5_000 })
    await lead.page.goto(address)
    await line(other.page).waitFor({ state: 'hidden', timeout: 5_000 })
  }
  await at(other.page, address)
  await line(other.page).waitFor({ timeout: 5_000 })
  const { sequence } = await it.api.get(address)
  await lead.page.goto(`${address}?as_of=${encodeURIComponent(new Date().toISOString())}`)
  await line(other.page).waitFor({ state: 'hidden', timeout: 5_000 })
  assert.equal(await line(lead.page).count(), 0)
})

test('after a break of the line everybody is shown again', async () => {
  const lead = await official('so-khcn.officer')
  const other = await official('vp-ubnd-tinh')
  await at(lead.page, address)
  await at(other.page, address)
  await line(other.page).waitFor({ timeout: 5_000 })
  await it.server.kill()
  await line(other.page).waitFor({ state: 'hidden', timeout: 20_000 })
  await it.server.again()
  await line(other.page).waitFor({ timeout: 40_000 })
})

// Where things stand on the page, without the scroll position.
const places = (page) =>
  page.evaluate(() => [...document.querySelectorAll('main h1, main h2, main section, main textarea')].map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    return [left, top + globalThis.scrollY, width, height].map(Math.round).join(' ')
  }))

for (const [width, viewport] of Object.entries({ desktop, phone }))
  for (const colorScheme of ['light', 'dark'])
    test(`three at one task on the ${width}, ${colorScheme}: nothing moves, nothing is too wide, all are named in the list`, async () => {
      const viewer = await official('so-khcn', { viewport, colorScheme, bypassCSP: true })
      await at(viewer.page, address)
      await viewer.page.getByText('Diễn biến').waitFor()
      await viewer.page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {})
      const empty = await places(viewer.page)
      const long = await person('Nguyễn Phan Hoàng Thiên Trang Nhung', 'vp-ubnd-tinh')
      const third = await person('Trịnh Xuân Nghiễm', 'so-noi-vu')
      await at(long.page, address)
      await line(viewer.page).filter({ hasText: 'Nguyễn Phan' }).waitFor({ timeout: 5_000 })
      await at(third.page, address)
      await line(viewer.page).filter({ hasText: viewport === phone ? '+1' : 'Trịnh Xuân Nghiễm' }).waitFor({ timeout: 5_000 })
      await third.page.getByLabel(commentBox).fill('Đang viết một ý kiến')
      await line(viewer.page).filter({ hasText: 'đang nhập ở “Ý kiến trao đổi”' }).waitFor({ timeout: 5_000 })
      assert.deepEqual(await places(viewer.page), empty)
      await viewer.page.screenshot({ path: `screenshots/presence-${width}-${colorScheme}.png` })
      assert.equal(await viewer.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0)
      assert.deepEqual(await objections(viewer.page), [])

      await line(viewer.page).click()
      const list = viewer.page.getByRole('dialog')
      await list.getByText('Trịnh Xuân Nghiễm').waitFor()
      assert.equal(await list.getByRole('listitem').count(), 2)
      await viewer.page.screenshot({ path: `screenshots/presence-list-${width}-${colorScheme}.png` })
      assert.deepEqual(await objections(viewer.page), [])
      await viewer.page.keyboard.press('Escape')

      const head = await official('so-khcn.officer')
      await at(head.page, report)
      await at(viewer.page, report)
      const form = viewer.page.getByRole('dialog')
      await head.page.getByRole('dialog').locator('[data-field=result]').getByRole('textbox').fill('Đã trình')
      await form.getByText('đang nhập ở đây').waitFor({ timeout: 5_000 })
      await viewer.page.screenshot({ path: `screenshots/presence-field-${width}-${colorScheme}.png` })
      assert.deepEqual(await objections(viewer.page), [])
      assert.deepEqual([...viewer.faults, ...long.faults, ...third.faults, ...head.faults], [])
    })
