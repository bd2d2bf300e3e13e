// A contradiction is worked off where it is listed: two rows are decided as a pair, everything else becomes a doubt.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const standing = 'so-khcn.standing-agency'
const total = async (target) => (await it.api.get(target)).total

before(() => mkdir('screenshots', { recursive: true }))

test('the list comes in pages and says what doubts say', async () => {
  const { page, close } = await it.official(standing, { bypassCSP: true })
  await page.goto('/contradictions')
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) })
  await rows.first().waitFor()
  assert.equal(await rows.count(), 30)
  await page.getByRole('button', { name: /^Hiện thêm \d+ chỗ$/ }).click()
  assert.equal(await rows.count(), 60)
  const covered = page.getByRole('link', { name: /^Nghi vấn: / }).first()
  assert.match(await covered.textContent(), /Nghi vấn: .{20,}/)
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/contradictions-verbs-desktop.png' })
  await close()
})

test('two rows are decided as a pair', async () => {
  const { page, close } = await it.official(standing, { bypassCSP: true })
  await page.goto('/contradictions?kind=deadlines')
  await page.getByRole('link', { name: 'Xử lý cặp này' }).first().click()
  await page.waitForURL('**/links?subject=**')
  await page.getByText(/^Chỉ các cặp có dòng/).waitFor()
  await page.getByRole('article').getByText('Dòng A', { exact: true }).first().waitFor()
  assert.deepEqual(await objections(page), [])
  await page.getByRole('link', { name: 'Xem mọi cặp' }).click()
  await page.waitForURL((url) => !url.search.includes('subject'))
  await close()
})

test('what is no pair is noted as a doubt, on the phone too', async () => {
  const { page, close } = await it.official(standing, { ...phone, bypassCSP: true })
  const doubts = await total('/doubts?limit=1')
  await page.goto('/contradictions?kind=copied-product&state=uncovered')
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) })
  await rows.first().waitFor()
  const before = await rows.count()
  await rows.first().getByRole('button', { name: 'Ghi nghi vấn' }).click()
  await page.getByRole('textbox', { name: 'Điều chưa rõ' }).fill('Sản phẩm này của nhiệm vụ khác, cần sửa.')
  await page.screenshot({ path: 'screenshots/contradictions-note-phone.png' })
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByText('Đã ghi nghi vấn.').waitFor()
  assert.equal(await total('/doubts?limit=1'), doubts + 1)
  await page.waitForFunction((most) => document.querySelectorAll('li h2').length < most, before)
  await page.goto('/contradictions?kind=copied-product&state=covered')
  await page.getByRole('link', { name: 'Nghi vấn: Sản phẩm này của nhiệm vụ khác, cần sửa.' }).click()
  await page.waitForURL('**/doubts/**')
  await page.getByText(/Sản phẩm này của nhiệm vụ khác/).first().waitFor()
  assert.deepEqual(await objections(page), [])
  await close()
})

test('who does not stand over the plan sees no verbs', async () => {
  const { page, close } = await it.official('so-noi-vu.officer', { bypassCSP: true })
  await page.goto('/contradictions')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Ghi nghi vấn' }).count(), 0)
  assert.equal(await page.getByRole('link', { name: 'Xử lý cặp này' }).count(), 0)
  await close()
})
