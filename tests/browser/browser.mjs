// Debian's Chromium, and officials in it: each a browser of their own, acting for an agency.
import { chromium } from 'playwright-core'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']

export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

export const openBrowser = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet })

// `faults` gathers what the page complained of: errors in the console and exceptions.
export async function official(browser, base, agency, options = {}) {
  const context = await browser.newContext({ viewport: desktop, baseURL: base, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })
  await context.addInitScript((id) => {
    if (!sessionStorage.getItem('luuvet.acting-for')) sessionStorage.setItem('luuvet.acting-for', id)
  }, agency)
  const page = await context.newPage()
  const faults = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  return { page, faults, close: () => context.close() }
}
