// Collective leads: fan-out to many units; requests for coordination between agencies.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const task = 'da11.ii.i.1.1' // led by Sở KH&CN
const dialog = (page) => page.getByRole('dialog')
const undecided = async () => (await it.api.get('/tasks?lead=undecided&programme=lao-cai-de-an-11&limit=1000')).items
const requests = async (query) => (await it.api.get(`/coordinations?${query}`)).items
const day = (offset) => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')

before(() => mkdir('screenshots', { recursive: true }))

test('a standing agency gives two collective leads to departments and communes, after a look at what comes of it', async () => {
  const waiting = await undecided()
  const { page, faults, close } = await it.official('so-khcn.standing-agency', { bypassCSP: true })
  await page.goto('/')
  await page.getByRole('link', { name: 'Phân công chủ trì tập thể' }).click()
  await page.getByRole('heading', { name: 'Chủ trì tập thể' }).waitFor()
  const [first, second] = waiting.filter((one) => one.lead_agencies.includes('ubnd-cap-xa'))
  for (const one of [first, second]) await page.getByRole('checkbox', { name: `Chọn: ${one.title}` }).first().check()
  await page.screenshot({ path: 'screenshots/collective-desktop.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Giao 2 nhiệm vụ' }).click()
  for (const source of [/^Tất cả Xã, phường/, /^Các sở, ban, ngành/]) {
    await dialog(page).getByRole('combobox', { name: 'Thêm đơn vị từ' }).click()
    await page.getByRole('option', { name: source }).click()
  }
  await dialog(page).getByRole('button', { name: 'Xem trước' }).click()
  const preview = dialog(page).getByRole('region', { name: 'Xem trước' })
  await preview.getByText(/2 nhiệm vụ, \d+ phần việc/).waitFor()
  assert.equal(await preview.getByRole('listitem').count(), 2)
  assert.equal((await undecided()).length, waiting.length, 'nothing is written yet')
  await preview.scrollIntoViewIfNeeded()
  await page.screenshot({ path: 'screenshots/fanout-desktop.png' })
  assert.deepEqual(await objections(page), [])
  await preview.getByRole('button', { name: 'Giao 2 nhiệm vụ' }).click()
  await page.getByText('Đã giao 2 nhiệm vụ').waitFor()
  assert.equal((await undecided()).length, waiting.length - 2)
  const given = await it.api.get(`/tasks/${first.id}`)
  assert.equal(given.assignment_mode, 'each')
  assert.ok(given.units.length >= 20)

  await page.goto(`/tasks/${first.id}`)
  await page.getByText(`${given.units.length}/${given.units.length} đơn vị`).waitFor()
  await page.getByRole('textbox', { name: 'Tìm đơn vị' }).fill('sa pa')
  await page.screenshot({ path: 'screenshots/units-desktop.png' })
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('a group that no paper names fully, and a task left jointly without a document, are refused in words; one focal agency is enough', async () => {
  const [one] = await undecided()
  const { page, close } = await it.official('so-khcn.standing-agency')
  await page.goto('/collective-leads')
  await page.getByRole('checkbox', { name: `Chọn: ${one.title}` }).first().check()
  await page.getByRole('button', { name: 'Giao 1 nhiệm vụ' }).click()
  await dialog(page).getByRole('radio', { name: /^Giữ giao chung/ }).check()
  await dialog(page).getByRole('button', { name: 'Xem trước' }).click()
  await dialog(page).getByRole('alert').filter({ hasText: 'cần nêu văn bản' }).waitFor()
  await dialog(page).getByRole('radio', { name: /^Một đầu mối tổng hợp/ }).check()
  await dialog(page).getByRole('combobox', { name: 'Đầu mối tổng hợp' }).fill('noi vu')
  await page.getByRole('option', { name: /^Sở Nội vụ/ }).first().click()
  await dialog(page).getByRole('button', { name: 'Xem trước' }).click()
  await dialog(page).getByText('Đầu mối: Sở Nội vụ').waitFor()
  await dialog(page).getByRole('region', { name: 'Xem trước' }).getByRole('button', { name: 'Giao 1 nhiệm vụ' }).click()
  await page.getByText('Đã giao 1 nhiệm vụ').waitFor()
  assert.equal((await it.api.get(`/tasks/${one.id}`)).assignment_mode, 'focal')
  await page.goto(`/tasks/${one.id}`)
  await page.getByText('Đầu mối tổng hợp: Sở Nội vụ', { exact: true }).waitFor()
  await close()
})

test('a lead asks two agencies; one confirms in one click, one disputes and is answered', async () => {
  const lead = await it.official('so-khcn.officer', { bypassCSP: true })
  await lead.page.goto(`/tasks/${task}`)
  await lead.page.getByRole('button', { name: 'Đề nghị phối hợp' }).click()
  const form = dialog(lead.page)
  for (const [words, name] of [['noi vu', /^Sở Nội vụ/], ['tai chinh', /^Sở Tài chính/]]) {
    await form.getByRole('combobox', { name: 'Cơ quan được đề nghị' }).fill(words)
    await lead.page.getByRole('option', { name }).first().click()
  }
  await form.getByRole('textbox', { name: 'Nội dung đề nghị' }).fill('Cử thành viên tham gia Tổ giúp việc.')
  await form.getByRole('textbox', { name: 'Hạn phối hợp' }).fill(day(10))
  await form.getByRole('button', { name: 'Đề nghị phối hợp', exact: true }).click()
  const section = lead.page.getByRole('region', { name: 'Đề nghị phối hợp' })
  await section.getByText('Cử thành viên tham gia Tổ giúp việc.').waitFor()

  const asked = await it.official('so-tai-chinh.officer')
  await asked.page.goto('/?scope=unit')
  await asked.page.getByRole('heading', { name: 'Đề nghị phối hợp gửi đến đơn vị (1)' }).waitFor()
  await asked.page.getByRole('button', { name: 'Xác nhận phối hợp', exact: true }).click()
  await asked.page.getByText('Đã xác nhận phối hợp.').waitFor()
  await asked.page.getByRole('heading', { name: /gửi đến đơn vị/ }).waitFor({ state: 'detached' })
  await asked.close()

  const other = await it.official('so-noi-vu.officer', { viewport: phone, bypassCSP: true })
  await other.page.goto('/?scope=unit')
  await other.page.getByText('Cử thành viên tham gia Tổ giúp việc.').waitFor()
  await other.page.screenshot({ path: 'screenshots/coordination-mine-phone.png' })
  assert.deepEqual(await objections(other.page), [])
  await other.page.getByRole('button', { name: 'Có ý kiến khác' }).click()
  await dialog(other.page).getByRole('textbox', { name: 'Lý do' }).fill('Đã cử người ở Tổ khác.')
  await dialog(other.page).getByRole('button', { name: 'Có ý kiến khác' }).click()

  await section.getByText('Đã cử người ở Tổ khác.').waitFor() // live
  await lead.page.screenshot({ path: 'screenshots/coordination-desktop.png', fullPage: true })
  assert.deepEqual(await objections(lead.page), [])
  await section.getByRole('button', { name: 'Trả lời ý kiến khác' }).click()
  await dialog(lead.page).getByText('Đã cử người ở Tổ khác.').waitFor()
  await dialog(lead.page).getByRole('textbox', { name: 'Nội dung trả lời' }).fill('Chỉ cần một người theo dõi.')
  await dialog(lead.page).getByRole('button', { name: 'Trả lời ý kiến khác' }).click()
  await section.getByText('Trả lời: Chỉ cần một người theo dõi.').waitFor()
  const [request] = await requests(`task=${task}`)
  assert.deepEqual(request.asked.map((one) => one.answer).sort(), ['answered', 'confirmed'])
  assert.deepEqual([...lead.faults, ...other.faults], [])
  await Promise.all([lead.close(), other.close()])
})

test('on a phone the page of collective leads stays within its width', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency', { viewport: phone, bypassCSP: true })
  await page.goto('/collective-leads')
  await page.getByRole('heading', { name: 'Chủ trì tập thể' }).waitFor()
  await page.getByRole('checkbox', { name: /^Chọn: / }).first().waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
  await page.screenshot({ path: 'screenshots/collective-phone.png' })
  assert.deepEqual(await objections(page), [])
  await close()
})
