// Debian's Chromium, and officials in it: each a browser of their own, with an account of the demo.
import { chromium } from 'playwright-core'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']

export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

export const openBrowser = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet })

// `faults` gathers what the page complained of: errors in the console and exceptions.
export async function visitor(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: desktop, baseURL: base, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })
  const page = await context.newPage()
  const faults = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  return { page, context, faults, close: () => context.close() }
}

// One click on the sign-in page of a demo.
export async function enterDemo(page, username) {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: /^Tìm theo cơ quan/ }).fill(username)
  await page.locator(`[data-username="${username}"]`).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

export async function official(browser, base, username, options = {}) {
  const one = await visitor(browser, base, options)
  await enterDemo(one.page, username)
  one.faults.length = 0
  return one
}
