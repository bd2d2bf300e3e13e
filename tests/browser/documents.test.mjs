// A document's page: what rests on it, by kind of record, page by page, live.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const task = 'da11.ii.i.1.1'
const standing = 'so-khcn.standing-agency'
const on = '2026-01-05'

async function madeDocument() {
  const body = { kind: 'decision', number: '77/QĐ-UBND', issuer: 'UBND tỉnh', abstract: 'Điều chỉnh nhiệm vụ năm 2026' }
  return (await it.api.post('/documents', body, standing)).id
}

test('what rests on a document stands on its page, with its record, when and by whom', async () => {
  const document = await madeDocument()
  await it.api.command(task, 'amend', { set: { content: 'Nội dung điều chỉnh' }, document }, standing)
  const mission = { title: 'Giống chè Shan', kind: 'topic', tasks: [task], managing_agency: 'so-khcn', ordered_on: on, document, cost_benefit: document }
  await it.api.post('/missions', mission, 'so-khcn.officer')
  const entry = { register: 'model', name: 'Mô hình thôn thông minh', agency: 'so-khcn', task, place: 'Xã Bảo Thắng' }
  const { id, sequence } = await it.api.post('/register-entries', entry, standing)
  await it.api.post(`/register-entries/${id}/end`, { on, reason: 'Hết thí điểm', document }, standing, sequence)
  const { page, close, faults } = await it.official('so-noi-vu.officer', { bypassCSP: true })
  await page.goto(`/documents/${document}`)
  const section = page.getByRole('region', { name: 'Những gì dựa trên văn bản này' })
  await section.getByText('3 thay đổi').waitFor()
  await section.getByText('Nêu là báo cáo chi phí, lợi ích').waitFor()
  assert.equal(await section.getByText('Hết thí điểm').count(), 0, 'reasons are for those concerned')
  await section.getByRole('link', { name: 'Mô hình thôn thông minh' }).waitFor()
  await section.getByLabel('Loại hồ sơ').selectOption('task')
  await section.getByText('1 thay đổi').waitFor()
  assert.equal(await section.getByRole('listitem').count(), 1)
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/document-acts.png', fullPage: true })
  await it.api.command(task, 'amend', { set: { content: 'Nội dung điều chỉnh lần hai' }, document }, standing)
  await section.getByText('2 thay đổi').waitFor() // while one looks
  await section.getByRole('link').first().click()
  await page.waitForURL(`**/tasks/${task}`)
  assert.deepEqual(faults, [])
  await close()
})

test('a plan with hundreds of rows is read page by page, also on a phone', async () => {
  const { page, close, faults } = await it.official('so-khcn', { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true })
  await page.goto('/documents/lao-cai-de-an-11')
  const section = page.getByRole('region', { name: 'Những gì dựa trên văn bản này' })
  const items = section.getByRole('listitem')
  await items.nth(99).waitFor()
  assert.equal(await items.count(), 100)
  await section.getByRole('button', { name: 'Xem thay đổi cũ hơn' }).tap()
  await items.nth(199).waitFor()
  await section.getByLabel('Loại hồ sơ').selectOption('indicator')
  await section.getByText('Nêu là nơi in dòng này').first().waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wide, 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/document-acts-phone.png' })
  assert.deepEqual(faults, [])
  await close()
})

test('of a document on which nothing rests the page says so', async () => {
  const document = await madeDocument()
  const { page, close } = await it.official('so-noi-vu.officer')
  await page.goto(`/documents/${document}`)
  await page.getByText('Chưa có gì dựa trên văn bản này.').waitFor()
  await close()
})
