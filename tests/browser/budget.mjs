// A line of the budget as officials work on it in the browser: what the tests of its ledger and of the treasury's files share.
import assert from 'node:assert/strict'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'

export const document = 'lao-cai-de-an-11'
export const linePage = '/budget-lines/da11.iii.i.b.5' // lead: so-khcn; need: 20.000 triệu đồng each year
export const finance = 'so-tai-chinh.finance'
export const officer = 'so-khcn.officer'
export const million = 1_000_000
export const desk = { bypassCSP: true }
export const onPhone = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }

// A component of the line with 10.000 triệu đồng of 2026 from the provincial budget.
export async function prepare(api) {
  const act = async (name, body, who) => api.post(`${linePage}/${name}`, body, who, (await api.get(linePage)).sequence)
  const component = { name: 'Kho dữ liệu dùng chung, giai đoạn 1', kind: 'recurrent', investor_agency: 'so-khcn', code: '7005' }
  const { components } = await act('register-component', component, officer)
  const cell = { component: components[0].id, budget_year: 2026, funding_source: 'provincial-budget' }
  await act('allocate', { ...cell, amount: 10_000 * million, document, receiver: 'so-khcn' }, finance)
}

const wide = (page) => page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth)
export const shot = (page, name) => page.screenshot({ path: `screenshots/ledger-${name}.png`, fullPage: true })
export const dialogOf = (page) => page.getByRole('dialog')
export const send = (page, name) => dialogOf(page).getByRole('button', { name, exact: true }).click()
export const later = (page) => dialogOf(page).getByRole('checkbox', { name: 'Bổ sung văn bản sau' }).check()
export const done = (page) => dialogOf(page).waitFor({ state: 'detached' })

// On the only component: the first two commands are buttons, the others stand behind "Thao tác".
export async function choose(page, name) {
  const menu = page.getByRole('button', { name: /^Thao tác/ })
  await menu.waitFor()
  if (await page.getByRole('button', { name, exact: true }).isVisible()) return page.getByRole('button', { name, exact: true }).click()
  await menu.click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

export async function good(page, name) {
  assert.deepEqual(await objections(page), [], name)
  assert.equal(await wide(page), 0, name)
  await shot(page, name)
}

export async function pay(page, kind, amount, { day = '05/03/2026', voucher = '', contract = false } = {}) {
  await choose(page, 'Ghi khoản chi')
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: kind, exact: true }).check()
  await dialog.getByLabel(/^Số tiền/).first().fill(amount)
  await dialog.getByLabel('Ngày chi').fill(day)
  await dialog.getByLabel('Số chứng từ').fill(voucher)
  if (contract) {
    await dialog.getByRole('combobox', { name: 'Hợp đồng' }).click()
    await page.getByRole('option', { name: /^12\/2026/ }).click()
  }
  await send(page, 'Ghi khoản chi')
}
