// What every file of browser tests needs: one server with the real plans, one browser, and officials in it.
import { after, before } from 'node:test'
import { official, openBrowser } from './browser.mjs'
import { apiOf, startServer } from './server.mjs'

// Its members are there once the tests run: server, api, official(agency, options).
export function stage() {
  const it = {}
  let browser
  before(async () => {
    it.server = await startServer()
    it.api = apiOf(it.server.base)
    browser = await openBrowser()
    it.official = (agency, options) => official(browser, it.server.base, agency, options)
  })
  after(async () => {
    await browser?.close()
    await it.server?.stop()
  })
  return it
}
