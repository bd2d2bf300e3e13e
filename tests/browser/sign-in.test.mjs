// What the sign-in page says besides yes and no.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()
const submit = (page) => page.getByRole('button', { name: 'Đăng nhập', exact: true })

test('who tried too often is told how long to wait, counted down; then may try again', async () => {
  const { page, close } = await it.visitor()
  await page.clock.install()
  await page.goto('/sign-in')
  const alert = page.getByRole('alert')
  const waiting = alert.filter({ hasText: /Thử lại sau \d+ giây/ })
  for (let tries = 0; tries < 30 && (await waiting.count()) === 0; tries += 1) {
    await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('so-noi-vu.head')
    await page.locator('input[name=password]').fill(`sai mat khau ${tries}`)
    await submit(page).click()
    await alert.filter({ hasText: /\S/ }).waitFor()
    await page.waitForFunction(() => document.querySelector('input[name=password]').value === '')
  }
  const seconds = async () => Number(/(\d+) giây/.exec(await alert.innerText())?.[1] ?? 0)
  const first = await seconds()
  assert.ok(first > 0)
  await page.locator('input[name=password]').fill('gi cung duoc')
  assert.equal(await submit(page).isDisabled(), true, 'not before the time has passed')
  await page.clock.runFor(1000)
  assert.ok((await seconds()) < first)
  for (let second = 0; second < 90 && (await waiting.count()) > 0; second += 1) await page.clock.runFor(1000)
  assert.equal(await submit(page).isEnabled(), true)
  await close()
})

test('Caps Lock is said where what is typed cannot be seen', async () => {
  const { page, context, close } = await it.visitor()
  await page.goto('/sign-in')
  const box = page.locator('input[name=password]')
  await box.focus()
  assert.equal(await page.getByText('Caps Lock').count(), 0)
  const keys = await context.newCDPSession(page)
  // The state of the lock is not the automation's to change: the event says that it is on.
  await page.evaluate(() => {
    const on = (name) => name === 'CapsLock'
    KeyboardEvent.prototype.getModifierState = on
  })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'A', text: 'A' })
  await page.getByText('Phím Caps Lock đang bật').waitFor()
  await box.blur()
  await page.getByText('Phím Caps Lock đang bật').waitFor({ state: 'detached' })
  await close()
})
