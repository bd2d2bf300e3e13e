// Missions from the order to the look at their use, big problems, registers with likely doubles, proposals of other systems.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const task = 'da11.ii.i.1.1'
const document = 'lao-cai-de-an-11'
const title = 'Nghiên cứu giống lúa chịu hạn'
const on = '2026-01-05'
const onPhone = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }

// The first document that the words find.
async function cite(page, words = 'Đề án 11', label = 'Văn bản') {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: label }).fill(words)
  await page.getByRole('option').first().click()
}
const press = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const order = { title, kind: 'topic', tasks: [task], managing_agency: 'so-khcn', ordered_on: on, document }

test('an officer orders a mission and takes it to the contract and a payment', async () => {
  const officer = await it.official('so-khcn.officer', { bypassCSP: true })
  const { page } = officer
  await page.goto('/missions')
  await page.getByRole('button', { name: 'Đặt hàng nhiệm vụ KH&CN' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên nhiệm vụ KH&CN').fill(title)
  await dialog.getByLabel('Dự toán (đồng)').fill('1.200.000.000')
  await cite(page)
  await press(page, 'Đặt hàng nhiệm vụ KH&CN')
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByRole('button', { name: 'Chọn tổ chức chủ trì' }).click()
  await dialog.getByLabel('Giao trực tiếp').check()
  await dialog.getByLabel('Tổ chức khác').check()
  await dialog.getByLabel('Tên tổ chức').fill('Viện Lúa')
  await cite(page)
  await press(page, 'Chọn tổ chức chủ trì')
  await page.getByText('Viện Lúa').first().waitFor()
  await page.getByRole('button', { name: 'Nhập hợp đồng' }).click()
  await dialog.getByLabel(/^Số( \*)?$/).fill('12/HĐ-KHCN')
  await dialog.getByLabel('Số tiền (đồng)').fill('1000000000')
  await cite(page)
  await press(page, 'Nhập hợp đồng')
  await page.getByText('12/HĐ-KHCN').waitFor()
  await page.getByRole('button', { name: 'Nhập giải ngân' }).click()
  await dialog.getByLabel('Số tiền (đồng)').fill('1000000001')
  await press(page, 'Nhập giải ngân')
  await dialog.getByText('không quá giá trị hợp đồng').waitFor()
  officer.faults.length = 0 // the refusal
  await dialog.getByLabel('Số tiền (đồng)').fill('400.000.000')
  await press(page, 'Nhập giải ngân')
  await page.getByRole('list', { name: 'Các lần giải ngân' }).getByText('400.000.000').waitFor()
  await page.getByRole('button', { name: 'Cập nhật các mốc' }).click()
  await dialog.getByRole('button', { name: 'Thêm mốc' }).click()
  await dialog.getByLabel('Tên mốc').fill('Báo cáo giữa kỳ')
  await dialog.getByLabel(/^Hạn( \*)?$/).fill('30/09/2027')
  await press(page, 'Cập nhật các mốc')
  await page.getByText('30/09/2027: Báo cáo giữa kỳ').waitFor()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/mission.png', fullPage: true })
  const { items } = await it.api.get('/missions')
  assert.deepEqual([items[0].stage, items[0].disbursed, items[0].host.name], ['under-way', 400_000_000, 'Viện Lúa'])
  assert.deepEqual(officer.faults, [])
  await officer.close()
})

test('on a phone: the council, acceptance, and how the result is used', async () => {
  const who = 'so-khcn.officer'
  const id = (await it.api.get('/missions')).items[0].id
  await it.api.post(`/missions/${id}/record-council`, { kind: 'acceptance', held_on: on, result: 'passed', document }, who, (await it.api.get(`/missions/${id}`)).sequence)
  const { page, close, faults } = await it.official(who, onPhone)
  await page.goto(`/missions/${id}`)
  await page.getByRole('button', { name: 'Nghiệm thu', exact: true }).tap()
  await cite(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Nghiệm thu', exact: true }).tap()
  await page.getByText(/^Đánh giá ứng dụng trước/).first().waitFor()
  await page.getByRole('button', { name: 'Đánh giá ứng dụng sau 12 tháng' }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Có', { exact: true }).check()
  await dialog.getByLabel('Tình hình ứng dụng').fill('Ba xã đang dùng')
  await dialog.getByRole('button', { name: 'Đánh giá ứng dụng sau 12 tháng' }).tap()
  await page.getByText('Ba xã đang dùng').first().waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wide, 0, 'nothing reaches beyond the phone')
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/mission-phone.png', fullPage: true })
  assert.deepEqual(faults, [])
  await close()
})

test('the standing agency keeps a big problem with quarterly milestones', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency', { bypassCSP: true })
  await page.goto('/big-problems')
  await page.getByRole('button', { name: 'Thêm bài toán lớn' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Bài toán').fill('Dự báo sạt lở đất cấp thôn')
  await dialog.getByLabel('Sản phẩm').fill('Bản đồ cảnh báo')
  await dialog.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill('khoa học')
  await page.getByRole('option').first().click()
  await press(page, 'Thêm bài toán lớn')
  await page.getByRole('heading', { name: 'Dự báo sạt lở đất cấp thôn' }).waitFor()
  await page.getByRole('button', { name: 'Cập nhật mốc theo quý' }).click()
  await dialog.getByRole('button', { name: 'Thêm mốc' }).click()
  await dialog.getByLabel('Tên mốc').fill('Bản thử')
  await dialog.getByLabel(/^Hạn( \*)?$/).fill('29/06/2027')
  await press(page, 'Cập nhật mốc theo quý')
  await dialog.getByText('hạn là ngày cuối quý').first().waitFor()
  await dialog.getByLabel(/^Hạn( \*)?$/).fill('30/06/2027')
  await press(page, 'Cập nhật mốc theo quý')
  await page.getByText('30/06/2027: Bản thử').waitFor()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/big-problems.png' })
  await close()
})

test('a register warns of what is likely there already', async () => {
  const who = 'so-khcn.standing-agency'
  const entry = { register: 'shared-platform', name: 'Nền tảng họp trực tuyến của tỉnh', agency: 'so-khcn', task, address: 'hop.laocai.gov.vn' }
  await it.api.post('/register-entries', entry, who)
  const { page, close, faults } = await it.official(who, onPhone)
  await page.goto('/registers/shared-platform')
  await page.getByRole('button', { name: 'Thêm vào sổ' }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Nền tảng( \*)?$/).fill('Nền tảng họp trực tuyến tỉnh')
  await dialog.getByLabel('Địa chỉ truy cập').fill('hop2.laocai.gov.vn')
  await dialog.getByRole('button', { name: 'Thêm vào sổ' }).tap()
  await page.getByText('Có thể trùng với').first().waitFor()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/register-phone.png', fullPage: true })
  await page.getByRole('button', { name: 'Ghi kết thúc' }).last().tap()
  await dialog.getByLabel('Lý do').fill('Trùng với nền tảng đã có')
  await dialog.getByRole('button', { name: 'Ghi kết thúc' }).tap()
  await page.getByText(/^Kết thúc ngày/).waitFor()
  assert.equal(await page.getByText('Có thể trùng với').count(), 0)
  await page.goto('/registers/model')
  await page.getByText('Sổ chưa có mục nào').waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('another system proposes, the standing agency compares and accepts', async () => {
  const who = 'so-khcn.standing-agency'
  await it.api.post(`/missions`, { ...order, title: 'Nhiệm vụ phục vụ' }, 'so-khcn.officer')
  const { page, close, faults } = await it.official(who, { bypassCSP: true })
  await page.goto(`/tasks/${task}`)
  await page.getByRole('link', { name: 'Nhiệm vụ phục vụ' }).waitFor()
  await page.getByRole('button', { name: 'Gắn mã của hệ thống khác' }).click()
  await page.getByRole('dialog').getByLabel('Mã của hệ thống khác').fill('vp-ubnd NV-42')
  await press(page, 'Gắn mã của hệ thống khác')
  await page.getByText('vp-ubnd: NV-42').waitFor()
  await it.api.post('/proposals', { system: 'vp-ubnd', external_id: 'NV-42', set: { title: 'Kiện toàn Ban Chỉ đạo của tỉnh' }, note: 'Theo thông báo' }, 'so-noi-vu.officer')
  await page.goto('/proposals')
  await page.getByRole('cell', { name: 'Kiện toàn Ban Chỉ đạo của tỉnh' }).waitFor()
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/proposals.png' })
  await page.getByRole('button', { name: 'Chấp nhận đề xuất' }).click()
  await cite(page)
  await press(page, 'Chấp nhận đề xuất')
  await page.getByText('Đã chấp nhận').first().waitFor()
  assert.equal((await it.api.get(`/tasks/${task}`)).title, 'Kiện toàn Ban Chỉ đạo của tỉnh')
  assert.deepEqual(faults, [])
  await close()
})
