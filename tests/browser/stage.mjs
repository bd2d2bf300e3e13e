// What every file of browser tests needs: one server with the real plans, one browser, and officials in it.
import { after, before } from 'node:test'
import { official, openBrowser, visitor } from './browser.mjs'
import { apiOf, startServer, usernameOf } from './server.mjs'

// Its members are there once the tests run: server, api, official(who, options), visitor(options): nobody yet.
export function stage() {
  const it = {}
  let browser
  before(async () => {
    it.server = await startServer()
    it.api = apiOf(it.server)
    browser = await openBrowser()
    it.visitor = (options) => visitor(browser, it.server.base, options)
    it.official = (who, options) => official(browser, it.server.base, usernameOf(who), options)
  })
  after(async () => {
    await browser?.close()
    await it.server?.stop()
  })
  return it
}
