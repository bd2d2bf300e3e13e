// Every page at one width, light or dark: no fault in the console, nothing wider than the screen, nothing that axe objects
// to. The pictures stay in screenshots/ to be looked at.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { ofAdministrators, ofVisitors, pages } from './pages.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

export function lookAtPages(width, viewport, colorScheme) {
  test(`pages on the ${width}, ${colorScheme}`, async (t) => {
    const look = { viewport, colorScheme, bypassCSP: true }
    const visits = [[() => it.visitor(look), ofVisitors], [() => it.official('so-khcn', look), pages],
      [() => it.official('vp-ubnd-tinh.administrator', look), ofAdministrators]]
    for (const [come, addresses] of visits) {
      const { page, faults, close } = await come()
      for (const [name, address] of Object.entries(addresses))
        await t.test(name, async () => {
          faults.length = 0
          await page.goto(address)
          await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {}) // the live connection keeps it from being idle
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await page.screenshot({ path: `screenshots/${name}-${width}-${colorScheme}.png` })
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          assert.equal(overflow, 0, 'the page is wider than the screen')
          assert.deepEqual(await objections(page), [])
          assert.deepEqual(faults, [])
        })
      await close()
    }
  })
}
