// Many figures at once: a queue of a hundred rows is filtered, chosen without warnings, decided on as one act after what is questioned was
// listed; the head takes what waits on a phone; each number of the completeness opens what it counts.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const indicator = 'da11.i.i.3'
const group = 'ubnd-cap-xa'
const document = 'lao-cai-de-an-11'
const standing = 'so-khcn.standing-agency'
const reporting = 'so-tu-phap'
const small = { viewport: { width: 1280, height: 800 }, bypassCSP: true }
const handheld = { viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true }
const overflow = (page) => page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth)
const figure = async (agency, period = '2026') => (await it.api.get(`/submissions/${indicator}.${agency}.${period}`)).figures[0]

// A count of the communes, in another unit than is printed; the first commune has doubled since last year.
let communes, waiting // figures of 2026
async function prepared() {
  if (communes) return communes
  const definition = { valid_from: '2025-01-01', document, unit: 'Thôn', direction: 'higher', counting: 'at-date', frequency: 'year', submitters: [group], verifier: 'so-khcn', combine: 'sum' }
  const listed = (await it.api.get('/indicators?programme=lao-cai-de-an-11&heading=false&limit=1000')).items
  const others = listed.filter((row) => row.id !== indicator && row.links.length === 0).slice(0, 12)
  for (const { id, sequence } of [listed.find((row) => row.id === indicator), ...others])
    await it.api.post(`/indicators/${id}/define`, { ...definition, tier: id === indicator ? 'required' : 'orienting' }, standing, sequence)
  communes = (await it.api.get(`/agency-groups/${group}`)).members
  const enter = (agency, period, figures) => {
    const items = figures.map(([id, value]) => ({ subject: `submission/${id}.${agency}.${period}`, kind: 'actual', value, source: 'Báo cáo thôn', comment: 'Rà soát lại danh sách thôn' }))
    return it.api.post('/acts/enter-submissions', { items }, agency)
  }
  await enter(communes[0], '2025', [[indicator, 11]])
  for (const [place, agency] of communes.entries())
    await enter(agency, '2026', [[indicator, place === 0 ? 33 : 11 + place], ...others.map(({ id }) => [id, 7 + place])])
  waiting = communes.length * (others.length + 1)
  return communes
}

const open = async (who, where, options) => {
  const one = await it.official(who, options)
  await one.page.goto(where)
  return one
}
const queue = (page) => page.getByRole('region', { name: 'Số liệu chờ thẩm định' })

test('the queue of a hundred figures is a table that is drawn where one looks; keys lead through it', async () => {
  await prepared()
  const { page, faults, close } = await open('so-khcn', '/indicators/verify', small)
  await queue(page).getByText('11 thôn', { exact: true }).first().waitFor()
  assert.ok(await page.evaluate(() => globalThis.document.documentElement.scrollHeight) < 1400, 'the page stays short')
  assert.equal(await overflow(page), 0)
  const first = queue(page).locator('input[data-line]').first()
  await first.focus()
  for (const key of ['Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await page.getByText(`Đã chọn 3/${waiting + 1}`).waitFor()
  await page.screenshot({ path: 'screenshots/figure-queue.png' })
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('only those without warnings are chosen by one click; opinion and questioned rows stand in the confirmation', async () => {
  const all = await prepared()
  const { page, faults, close } = await open('so-khcn', '/indicators/verify?period=2026', small)
  await page.getByRole('button', { name: 'Cảnh báo', exact: true }).click()
  await page.getByRole('button', { name: /^Có cảnh báo \(1\)/ }).click()
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check()
  await page.getByRole('button', { name: 'Thẩm định đạt 1 số liệu' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('region', { name: 'Số liệu có cảnh báo' }).getByText('33 chênh lệch lớn so với kỳ trước (11)').waitFor()
  await page.screenshot({ path: 'screenshots/figure-queue-warned.png' })
  assert.deepEqual(await objections(page), [])
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  assert.equal((await figure(all[0])).stage, 'approved', 'nothing was verified')
  await page.goto('/indicators/verify?period=2026')
  await page.getByRole('button', { name: `Chỉ chọn dòng không có cảnh báo (${waiting - 1})` }).click()
  await page.getByRole('button', { name: `Thẩm định đạt ${waiting - 1} số liệu` }).click()
  await dialog.getByRole('textbox', { name: 'Ý kiến thẩm định' }).fill('Khớp với danh sách thôn')
  await dialog.getByRole('button', { name: `Xác nhận thẩm định ${waiting - 1} số liệu` }).click()
  await page.getByText(`Đã thẩm định ${waiting - 1} số liệu`).waitFor()
  const done = await figure(all[5])
  assert.deepEqual([done.stage, done.verified_note], ['verified', 'Khớp với danh sách thôn'])
  assert.equal((await figure(all[0])).stage, 'approved', 'what is questioned still waits')
  assert.deepEqual(faults, [])
  await close()
})

test('on a phone many are returned with one reason, and nothing reaches beyond it', async () => {
  const all = await prepared()
  const { page, faults, close } = await open('so-khcn', '/indicators/verify', handheld)
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check()
  assert.equal(await overflow(page), 0)
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/figure-queue-phone.png' })
  await page.getByRole('button', { name: 'Trả lại 2 số liệu' }).tap()
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByRole('button', { name: 'Trả lại 2 số liệu' }).isDisabled(), true, 'not without a reason')
  await dialog.getByRole('textbox', { name: 'Lý do trả lại' }).fill('Chưa khớp danh sách thôn')
  await dialog.getByRole('button', { name: 'Trả lại 2 số liệu' }).tap()
  await page.getByText('Đã trả lại 2 số liệu').waitFor()
  await page.getByText('Không có số liệu nào chờ thẩm định').waitFor()
  const back = await figure(all[0])
  assert.deepEqual([back.stage, back.return_reason], ['draft', 'Chưa khớp danh sách thôn'])
  assert.deepEqual(faults, [])
  await close()
})

test('what waits for the head stands among the approvals: on a phone in at most four taps', async () => {
  const rows = (await it.api.get(`/submission-grid?agency=${reporting}&period=2026`, `${reporting}.officer`)).rows
  const plain = rows.filter((row) => row.definition.combine !== 'rate' && row.definition.direction === 'higher' && !row.shared_from).slice(0, 3)
  assert.equal(plain.length, 3)
  const items = plain.map((row, place) => ({ subject: `submission/${row.submission}`, kind: 'actual', value: 20 + place, source: 'Niên giám', submit: true }))
  await it.api.post('/acts/enter-submissions', { items }, `${reporting}.officer`)
  const { page, faults, close } = await it.official(reporting, handheld)
  let taps = 0
  const tap = async (place) => { taps += 1; await place.tap() }
  await page.goto('/')
  await tap(page.getByRole('link', { name: 'Duyệt 3 số liệu' }))
  await page.getByRole('region', { name: 'Số liệu chờ duyệt' }).getByText('Niên giám').first().waitFor()
  assert.equal(await overflow(page), 0)
  assert.deepEqual(await objections(page), [])
  await page.screenshot({ path: 'screenshots/figure-approvals-phone.png' })
  await page.getByRole('button', { name: `Trả lại: ${plain[0].name}` }).click()
  await page.getByRole('dialog').getByRole('textbox').first().fill('Xem lại nguồn')
  await page.getByRole('dialog').getByRole('button', { name: 'Trả lại bản nháp số liệu' }).click()
  await tap(page.getByRole('button', { name: 'Duyệt 2 số liệu', exact: true }))
  await tap(page.getByRole('button', { name: 'Xác nhận duyệt 2 số liệu' }))
  await page.getByText('Không có báo cáo, số liệu nào chờ duyệt').waitFor()
  assert.ok(taps <= 4)
  const stages = await Promise.all(plain.map(async (row) => (await it.api.get(`/submissions/${row.submission}`)).figures[0].stage))
  assert.deepEqual(stages, ['draft', 'approved', 'approved'])
  assert.deepEqual(faults, [])
  await close()
})

test('each number of the completeness opens the indicators that it counts; four periods stand side by side', async () => {
  await prepared()
  const { page, faults, close } = await open('so-khcn.officer', '/indicators/completeness?period=2026', small)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Sở Tư pháp', exact: true }) })
  await row.getByRole('link', { name: /^Đã duyệt: 2 \(\d+%\), Sở Tư pháp/ }).waitFor()
  await page.screenshot({ path: 'screenshots/figure-completeness.png' })
  assert.equal(await overflow(page), 0)
  assert.deepEqual(await objections(page), [])
  const absent = row.getByRole('link', { name: /^Chưa nhập: / })
  const count = Number(await absent.textContent())
  await absent.click()
  const dialog = page.getByRole('dialog', { name: /^Sở Tư pháp: chưa nhập, năm 2026/ })
  await dialog.getByRole('row').nth(1).waitFor()
  assert.equal(await dialog.getByRole('row').count(), count + 1)
  assert.match(page.url(), /count=absent/)
  await page.screenshot({ path: 'screenshots/figure-completeness-opened.png' })
  await page.keyboard.press('Escape')
  await page.getByText('Bốn kỳ gần nhất').click()
  await page.getByRole('columnheader', { name: 'Năm 2023' }).waitFor()
  await page.screenshot({ path: 'screenshots/figure-completeness-periods.png' })
  await page.setViewportSize(phone)
  assert.equal(await overflow(page), 0)
  assert.deepEqual(faults, [])
  await close()
})

test('the list says unit and tier in force, is filtered by tier, and fits an office screen', async () => {
  await prepared()
  const { page, faults, close } = await open('so-khcn.officer', '/indicators', small)
  await page.getByRole('button', { name: 'Cấp độ', exact: true }).click()
  await page.getByRole('button', { name: 'Bắt buộc', exact: true }).click()
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: /thôn, bản, tổ dân phố/ }) })
  await row.getByText('Bắt buộc').waitFor()
  await row.getByText('Thôn', { exact: true }).waitFor()
  assert.equal(await page.getByRole('row').count(), 2)
  const table = page.getByRole('group', { name: 'Chỉ tiêu' })
  assert.equal(await table.evaluate((box) => box.scrollWidth - box.clientWidth), 0, 'no column is cut off')
  await page.screenshot({ path: 'screenshots/indicators-tier.png' })
  await page.goto(`/indicators/${indicator}`)
  await page.getByText(/thôn/).first().waitFor()
  await page.screenshot({ path: 'screenshots/indicator-unit.png', fullPage: true })
  assert.deepEqual(faults, [])
  await close()
})
