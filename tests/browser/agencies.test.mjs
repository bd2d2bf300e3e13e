// The life of agencies: founded, renamed, merged with a look at what passes on, dissolved; what has ended is marked and offered no more.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const admin = 'vp-ubnd-tinh.administrator'
const paper = 'lao-cai-de-an-11'
const dialog = (page) => page.getByRole('dialog')
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const longName = 'Trung tâm Hỗ trợ đổi mới sáng tạo, khởi nghiệp và chuyển giao công nghệ các tỉnh trung du và miền núi phía Bắc trực thuộc Ủy ban nhân dân tỉnh'

before(() => mkdir('screenshots', { recursive: true }))

// The first registered document that the words find.
async function chooseDocument(page, place, words = 'đề án 11') {
  await place.getByRole('combobox', { name: 'Văn bản' }).fill(words)
  await page.getByRole('option').first().click()
}

async function choose(page, place, label, words, option) {
  await place.getByRole('combobox', { name: label }).fill(words)
  await page.getByRole('option', { name: option }).first().click()
}

const menu = async (page, item) => {
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

test('an agency is founded and renamed; the old name is still found, and stands at the moments when it was the name', async () => {
  const { page, faults, close } = await it.official(admin)
  await page.goto('/agencies')
  await page.getByRole('button', { name: 'Thành lập cơ quan' }).click()
  await dialog(page).getByRole('textbox', { name: 'Tên đầy đủ' }).fill(longName)
  await dialog(page).getByRole('textbox', { name: 'Tên viết tắt' }).fill('TT Đổi mới')
  await dialog(page).getByRole('textbox', { name: 'Mã cơ quan' }).fill('tt-doi-moi-mien-nui')
  await dialog(page).getByRole('textbox', { name: 'Từ ngày' }).fill('01/05/2026')
  await chooseDocument(page, dialog(page))
  await page.reload()
  await page.getByRole('button', { name: 'Thành lập cơ quan' }).click()
  assert.equal(await dialog(page).getByRole('textbox', { name: 'Tên đầy đủ' }).inputValue(), longName, 'what was typed is there again')
  await dialog(page).getByRole('button', { name: 'Thành lập cơ quan' }).click()
  await page.waitForURL('**/agencies/tt-doi-moi-mien-nui')
  await page.getByRole('heading', { level: 1, name: longName }).waitFor()
  const between = new Date().toISOString()
  await page.waitForTimeout(1100)

  await menu(page, 'Đổi tên')
  await dialog(page).getByRole('textbox', { name: 'Tên đầy đủ' }).fill('Trung tâm Đổi mới sáng tạo tỉnh')
  await chooseDocument(page, dialog(page))
  await dialog(page).getByRole('button', { name: 'Đổi tên cơ quan' }).click()
  await page.getByRole('heading', { level: 1, name: 'Trung tâm Đổi mới sáng tạo tỉnh' }).waitFor()
  await page.getByText('Tên cũ').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'đổi tên cơ quan thành “Trung tâm Đổi mới sáng tạo tỉnh”' }).waitFor()
  await page.screenshot({ path: 'screenshots/agency-renamed.png', fullPage: true })
  await page.goto('/agencies?q=chuyen+giao+cong+nghe+trung+du')
  await page.getByRole('link', { name: 'Trung tâm Đổi mới sáng tạo tỉnh' }).waitFor()
  await page.goto(`/agencies/tt-doi-moi-mien-nui?as_of=${encodeURIComponent(between)}`)
  await page.getByRole('heading', { level: 1, name: longName }).waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('a merger shows what passes to the successor before it is written; the agency is then marked and offered nowhere', async () => {
  const { page, faults, close } = await it.official(admin, { bypassCSP: true })
  await page.goto('/agencies/so-ngoai-vu')
  await menu(page, 'Sáp nhập')
  await page.waitForURL('**/agencies/so-ngoai-vu/merge')
  const main = page.locator('main')
  await main.getByRole('combobox', { name: 'Cơ quan tiếp nhận' }).fill('so ngoai vu')
  await page.getByRole('option').or(page.getByText('Không có cơ quan nào khớp')).first().waitFor()
  assert.equal(await page.getByRole('option', { name: 'Sở Ngoại vụ (Lào Cai)', exact: true }).count(), 0, 'not into itself')
  await choose(page, main, 'Cơ quan tiếp nhận', 'so noi vu', /^Sở Nội vụ/)
  await chooseDocument(page, main)
  await page.waitForTimeout(400)
  await page.reload()
  await main.getByText('Nội dung đang nhập dở').waitFor()
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
  await page.getByRole('heading', { name: 'Những gì chuyển sang cơ quan tiếp nhận' }).waitFor()
  const shown = await main.getByRole('listitem').count()
  assert.ok(shown > 0)
  const told = await main.innerText()
  for (const raw of ['from_agencies', 'reporting-duty/', 'lead_agencies', 'so-noi-vu']) assert.ok(!told.includes(raw), raw)
  assert.equal((await it.api.get('/agencies/so-ngoai-vu')).ended_on, null, 'nothing is written yet')
  await page.screenshot({ path: 'screenshots/merge-preview-desktop.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Sáp nhập vào Sở Nội vụ' }).click()
  await page.waitForURL('**/agencies/so-ngoai-vu')
  await page.getByText(/Kết thúc hoạt động từ .*sáp nhập vào Sở Nội vụ/i).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Việc khác' }).count(), 0, 'nothing more is done to it')
  await page.screenshot({ path: 'screenshots/agency-merged-desktop.png' })
  const { ended_on: ended, merged_into: into } = await it.api.get('/agencies/so-ngoai-vu')
  assert.deepEqual([ended, into], [today, 'so-noi-vu'])

  await page.goto('/agencies?state=ended')
  await page.getByRole('row').filter({ hasText: 'Sở Ngoại vụ' }).getByText(/Kết thúc hoạt động/).waitFor()
  await page.goto('/admin/posts')
  await page.getByRole('button', { name: 'Thêm vị trí' }).click()
  await dialog(page).getByRole('combobox', { name: 'Cơ quan' }).fill('so ngoai vu')
  await page.getByRole('option').or(page.getByText('Không có cơ quan nào khớp')).first().waitFor()
  assert.equal(await page.getByRole('option', { name: 'Sở Ngoại vụ (Lào Cai)' }).count(), 0)
  assert.deepEqual(faults, [])
  await close()
})

test('an agency with open work is not dissolved, and is told why; one without is', async () => {
  const { page, close } = await it.official(admin)
  await page.goto('/agencies/so-tu-phap')
  await menu(page, 'Giải thể')
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Sắp xếp lại bộ máy.')
  await chooseDocument(page, dialog(page))
  await dialog(page).getByRole('button', { name: 'Giải thể cơ quan' }).click()
  await dialog(page).getByRole('alert').filter({ hasText: /\d/ }).waitFor()
  assert.equal(await dialog(page).getByRole('textbox', { name: 'Lý do' }).inputValue(), 'Sắp xếp lại bộ máy.')
  await page.screenshot({ path: 'screenshots/dissolve-refused.png' })

  await it.api.post('/agencies', { id: 'ban-tam', name: 'Ban Quản lý tạm thời', kind: 'office', province: 'lao-cai', from_date: '2026-05-01', document: paper }, admin)
  await page.goto('/agencies/ban-tam')
  await menu(page, 'Giải thể')
  await chooseDocument(page, dialog(page))
  await dialog(page).getByRole('button', { name: 'Giải thể cơ quan' }).click()
  await page.getByText(/Kết thúc hoạt động từ/).first().waitFor()
  await close()
})

test('on a phone, in the dark, the merger fits and nothing is objected to', async () => {
  const { page, faults, close } = await it.official(admin, { viewport: phone, colorScheme: 'dark', bypassCSP: true })
  await it.api.post('/agencies', { id: 'tt-ten-dai', name: longName, kind: 'office', province: 'lao-cai', from_date: '2026-05-01', document: paper }, admin)
  await page.goto('/agencies/tt-ten-dai/merge')
  const main = page.locator('main')
  await choose(page, main, 'Cơ quan tiếp nhận', 'so khcn', /Sở Khoa học và Công nghệ/)
  await chooseDocument(page, main)
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
  await page.getByRole('heading', { name: 'Những gì chuyển sang cơ quan tiếp nhận' }).waitFor()
  await page.screenshot({ path: 'screenshots/merge-preview-phone-dark.png', fullPage: true })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0)
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('officials are offered none of it', async () => {
  const { page, close } = await it.official('so-khcn')
  await page.goto('/agencies')
  await page.getByRole('row').nth(1).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Thành lập cơ quan' }).count(), 0)
  await page.goto('/agencies/so-tu-phap')
  await page.getByText('Diễn biến').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Việc khác' }).count(), 0)
  await page.goto('/agencies/so-tu-phap/merge')
  await page.getByText('Trang này dành cho quản trị hệ thống').waitFor()
  await close()
})
