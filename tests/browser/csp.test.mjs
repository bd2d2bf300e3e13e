// The content security policy of the pages: strict, another nonce each time, and no page that needs more than it grants.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { desktop, phone } from './browser.mjs'
import { ofAdministrators, ofVisitors, pages } from './pages.mjs'
import { stage } from './stage.mjs'

const it = stage()

// What the browser forbade, by its own event and by its word in the console.
async function watched(visit) {
  const { page } = visit
  const forbidden = []
  await page.exposeFunction('tellForbidden', (what) => forbidden.push(what))
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) =>
    globalThis.tellForbidden(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`)))
  page.on('console', (message) => /content security policy|refused to/i.test(message.text()) && forbidden.push(message.text()))
  return { ...visit, forbidden }
}

async function arrive(page, address) {
  await page.goto(address)
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {}) // the live connection keeps it from being idle
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

// The browser tells of a violation in its own time, after what was refused has gone on.
async function told(forbidden, directive) {
  for (let tries = 0; tries < 100 && !forbidden.some((line) => line.startsWith(directive)); tries++) await delay(50)
  assert.ok(forbidden.some((line) => line.startsWith(directive)), `${directive} in ${forbidden.join('\n')}`)
}

// Opens what can be opened without changing anything: menus, lists of choices, dialogs; moves over charts.
async function touch(page) {
  for (const chart of await page.locator('canvas').all()) await chart.hover({ timeout: 2_000 }).catch(() => {})
  for (const opener of (await page.locator('[aria-haspopup], input[role="combobox"]').all()).slice(0, 8)) {
    await opener.click({ timeout: 1_000 }).catch(() => {})
    await page.keyboard.press('Escape')
  }
}

test('the policy grants nothing inline, and each page has a nonce of its own', async () => {
  const [first, second] = await Promise.all([fetch(`${it.server.base}/`), fetch(`${it.server.base}/`)])
  const policy = first.headers.get('content-security-policy')
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe|data:|\*/)
  assert.notEqual(policy, second.headers.get('content-security-policy'))
  assert.doesNotMatch(await first.text(), /LUUVET-CSP-NONCE/)
})

for (const [width, viewport] of Object.entries({ desktop, phone }))
  test(`no page needs what the policy forbids, ${width}`, async (t) => {
    const visits = [[() => it.visitor({ viewport }), ofVisitors], [() => it.official('so-khcn', { viewport }), pages],
      [() => it.official('vp-ubnd-tinh.administrator', { viewport }), ofAdministrators]]
    for (const [come, addresses] of visits) {
      const { page, forbidden, close } = await watched(await come())
      for (const [name, address] of Object.entries(addresses))
        await t.test(name, async () => {
          forbidden.length = 0
          await arrive(page, address)
          await touch(page)
          assert.deepEqual(forbidden, [])
        })
      await close()
    }
  })

test('what somebody gets into the page is not run', async () => {
  const { page, forbidden, close } = await watched(await it.visitor({}))
  await arrive(page, '/sign-in')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.slippedIn = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<p id="p" style="color: red" onclick="globalThis.slippedIn = true">x</p>')
  })
  await page.locator('#p').click()
  await page.evaluate(() => fetch('https://luuvet.invalid/').catch(() => {}))
  assert.equal(await page.evaluate(() => globalThis.slippedIn), undefined)
  for (const directive of ['script-src-elem', 'script-src-attr', 'style-src-attr', 'connect-src'])
    await told(forbidden, directive)
  await close()
})
