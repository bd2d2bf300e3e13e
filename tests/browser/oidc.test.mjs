// Signing in through a provider of the office: the way there and back, and everything that can go wrong on it.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { objections } from './axe.mjs'
import { desktop, openBrowser, phone, visitor } from './browser.mjs'
import { freePort, startProvider } from './provider.mjs'
import { startServer } from './server.mjs'

const buttonText = 'Tài khoản SSO của tỉnh Lào Cai'
const task = '/tasks/da11.ii.i.1.1'
let folder, provider, server, browser, settings

async function write(more) {
  await writeFile(path.join(folder, 'secret'), provider.secret, { mode: 0o600 })
  settings = { issuer: provider.issuer, client_id: 'luuvet', client_secret_file: 'secret', name: buttonText, ...settings, ...more }
  await writeFile(path.join(folder, 'oidc.json'), JSON.stringify(settings))
}

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'luuvet-oidc-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  provider = await startProvider(`${address}/api/v1/oidc/callback`)
  await write({ address, match: 'username', claim: 'preferred_username' })
  server = await startServer({ more: ['--oidc', path.join(folder, 'oidc.json')], firstPort: port })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
  await provider?.stop()
  await rm(folder, { recursive: true, force: true })
})

// The provider's own pages ask for fonts from elsewhere: nothing leaves this machine.
async function newVisitor(options) {
  const one = await visitor(browser, server.base, options)
  await one.context.route((url) => !['localhost', '127.0.0.1'].includes(url.hostname), (route) => route.abort())
  return one
}

const who = (page) => page.locator('header').getByRole('button').filter({ hasText: '·' })
const button = (page) => page.getByRole('link', { name: buttonText })
const told = (page) => page.getByRole('alert').filter({ hasText: /\S/ })

async function signInThere(page, login) {
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('bat-ky')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}
async function enter(page, login, at = '/sign-in') {
  await page.goto(at)
  await button(page).click()
  await signInThere(page, login)
}

test('one comes in through the provider and is on the page that one wanted', async () => {
  provider.usernames.set('can-bo-7', 'so-khcn.officer')
  const { page, context, faults, close } = await newVisitor()
  await page.goto(`${task}?do=report-progress`)
  await page.waitForURL('**/sign-in**')
  await button(page).click()
  await page.waitForURL(`${provider.issuer}/**`)
  await signInThere(page, 'can-bo-7')
  await page.waitForURL(`**${task}?do=report-progress`)
  await who(page).filter({ hasText: 'Sở KH&CN · Chuyên viên' }).waitFor()
  const cookies = new Map((await context.cookies(server.base)).map((one) => [one.name, one]))
  assert.equal(cookies.get('luuvet_session').sameSite, 'Strict')
  assert.equal(cookies.get('luuvet_session').httpOnly, true)
  assert.equal(cookies.has('luuvet_oidc'), false)
  assert.deepEqual(faults.filter((one) => !one.includes('ERR_FAILED') && !one.includes('401')), [])
  await close()
})

test('the link counts from then on, whatever the provider calls the person', async () => {
  provider.usernames.set('can-bo-7', 'so-noi-vu.officer')
  const { page, close } = await newVisitor()
  await enter(page, 'can-bo-7')
  await who(page).filter({ hasText: 'Sở KH&CN' }).waitFor()
  await close()
})

test('a name that is given to somebody else opens nothing, nor does one that nobody has here', async () => {
  provider.usernames.set('can-bo-8', 'so-khcn.officer')
  const { page, context, close } = await newVisitor()
  for (const login of ['can-bo-8', 'khong-co-ai']) {
    await enter(page, login)
    await told(page).filter({ hasText: 'Chưa có tài khoản nào ở đây' }).waitFor()
    assert.ok(await page.getByRole('textbox', { name: 'Tên đăng nhập' }).isVisible())
    await context.clearCookies()
  }
  await close()
})

test('signing out ends the session, and the button leads in again', async () => {
  const { page, close } = await newVisitor()
  await enter(page, 'can-bo-7')
  await who(page).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.waitForURL('**/sign-in')
  assert.equal(await page.evaluate(async () => (await fetch('/api/v1/me')).status), 401)
  await button(page).click()
  await who(page).filter({ hasText: 'Sở KH&CN' }).waitFor()
  await close()
})

test('who stops at the provider is told so, in the language of the page', async () => {
  const { page, close } = await newVisitor()
  await page.goto(`/sign-in?to=${encodeURIComponent(task)}`)
  await button(page).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await told(page).filter({ hasText: 'đã dừng' }).waitFor()
  assert.equal(new URL(page.url()).searchParams.get('to'), task)
  await close()
})

test('what comes back is good once, and only in the browser that began', async () => {
  const first = await newVisitor()
  const second = await newVisitor()
  await enter(first.page, 'can-bo-7')
  await who(first.page).waitFor()
  // The provider knows the person by now and sends back at once: the address is taken from its answer.
  const comingBack = async () => {
    const nowhere = { maxRedirects: 0 }
    const start = await first.context.request.get('/api/v1/oidc/start', nowhere)
    return (await first.context.request.get(start.headers().location, nowhere)).headers().location
  }
  const stolen = await comingBack()
  assert.match(stolen, /\/api\/v1\/oidc\/callback\?.*code=.*iss=/)
  await second.page.goto(stolen)
  await told(second.page).filter({ hasText: 'trình duyệt khác' }).waitFor()
  assert.equal((await second.context.cookies()).some((one) => one.name === 'luuvet_session'), false)
  await first.page.goto(stolen)
  await told(first.page).filter({ hasText: 'đã dùng rồi' }).waitFor()

  await first.context.clearCookies({ name: 'luuvet_session' })
  const own = await comingBack()
  await first.page.goto(own)
  await who(first.page).waitFor()
  await first.context.clearCookies({ name: 'luuvet_session' })
  await first.page.goto(own)
  await told(first.page).filter({ hasText: 'đã dùng rồi' }).waitFor()
  await first.close()
  await second.close()
})

for (const alg of ['ES256', 'PS256', 'RS256'])
  test(`the provider changes its keys while we run: ${alg}`, async () => {
    // An unknown key has the keys fetched anew once a minute at most: a server that has just started may.
    await provider.stop()
    await provider.start({ alg })
    if (alg !== 'ES256') {
      await server.kill()
      await server.again()
    }
    const { page, close } = await newVisitor()
    await enter(page, 'can-bo-7')
    await who(page).filter({ hasText: 'Sở KH&CN' }).waitFor()
    await close()
  })

test('a wrong secret of ours lets nobody in and says nothing of itself', async () => {
  await provider.stop()
  await provider.start({ secret: 'mot-bi-mat-khac' })
  const { page, close } = await newVisitor()
  await enter(page, 'can-bo-7')
  await told(page).filter({ hasText: 'không thành công' }).waitFor()
  assert.equal((await page.content()).includes('bi-mat'), false)
  await close()
  await provider.stop()
  await provider.start()
})

test('while the provider is down the page says so, and passwords go on', async () => {
  await provider.stop()
  await server.kill()
  await server.again()
  const { page, close } = await newVisitor()
  await page.goto(`/sign-in?to=${encodeURIComponent(task)}`)
  await button(page).click()
  await told(page).filter({ hasText: 'Chưa kết nối được' }).waitFor()
  const { username, password } = server.accounts.get('so-tu-phap.officer')
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL(`**${task}`)
  await who(page).filter({ hasText: 'Sở Tư pháp' }).waitFor()
  await close()
  await provider.start()
})

test('where nothing is matched one links the own account, signed in', async () => {
  await write({ match: 'linked', claim: undefined })
  await server.kill()
  await server.again()
  const { username, password } = server.accounts.get('so-yte.officer')
  const { page, context, close } = await newVisitor()
  await page.goto('/sign-in?to=/me')
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('link', { name: 'Liên kết tài khoản' }).click()
  await signInThere(page, 'can-bo-9')
  await page.getByText(`Đã liên kết với “${buttonText}”`).waitFor()
  await context.clearCookies()
  await enter(page, 'can-bo-9')
  await who(page).filter({ hasText: 'Sở Y tế' }).waitFor()
  await page.goto('/me')
  await page.getByRole('link', { name: 'Liên kết tài khoản' }).click()
  await signInThere(page, 'can-bo-10')
  await told(page).filter({ hasText: 'Chưa liên kết được' }).waitFor()
  await close()
})

// The pictures stay in screenshots/ to be looked at.
test('the sign-in page with the button, at a desk, on a phone, in English', async () => {
  await mkdir('screenshots', { recursive: true })
  const views = [['desk', desktop, 'vi', 'Chưa có tài khoản nào'], ['phone', phone, 'vi', 'Chưa có tài khoản nào'], ['english', desktop, 'en', 'No account here']]
  for (const [name, viewport, locale, words] of views) {
    const { page, context, close } = await newVisitor({ viewport, bypassCSP: true })
    await context.addInitScript((chosen) => localStorage.setItem('luuvet.locale', chosen), locale)
    for (const word of ['unreachable', 'refused', 'failed', 'expired', 'linked-elsewhere', 'busy', 'a-word-of-later', 'unknown-account']) {
      await page.goto(`/sign-in?oidc=${word}`)
      await told(page).waitFor()
    }
    await told(page).filter({ hasText: words }).waitFor()
    await button(page).waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false, name)
    assert.deepEqual(await objections(page), [], name)
    await page.screenshot({ path: `screenshots/sign-in-oidc-${name}.png` })
    await close()
  }
})
