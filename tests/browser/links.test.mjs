// Rows that stand in several plans: found, decided, counted once; doubts worked off; contradictions listed.
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

async function chooseDocument(page) {
  await page.getByRole('combobox', { name: 'Văn bản quyết định' }).fill('de an 11')
  await page.getByRole('option').first().click()
}

test('a standing agency works through suggestions: one is linked, one is not the same, two at once', async () => {
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto('/links')
  const pair = page.getByRole('article')
  await pair.getByText('Dòng A', { exact: true }).first().waitFor()
  await page.screenshot({ path: 'screenshots/links-desktop.png' })
  assert.deepEqual(await objections(page), [])
  const before = await total('/link-suggestions?limit=1')

  await page.getByRole('button', { name: 'Liên kết', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: 'Chọn văn bản' }).waitFor()
  await chooseDocument(page)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('b')
  await page.keyboard.press('l')
  await page.getByText('Đã liên kết.', { exact: true }).waitFor()
  assert.equal(await total('/links?status=linked'), 1)

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.getByText('Đã ghi: không trùng.').waitFor()
  assert.equal(await total('/links?status=rejected'), 1)

  const boxes = page.getByRole('checkbox', { name: /^Chọn cặp: / })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: 'Không trùng: 2 cặp đã chọn' }).click()
  await page.getByText('Đã ghi không trùng 2 cặp.').waitFor()
  assert.equal(await total('/link-suggestions?limit=1'), before - 4)

  await page.getByText('Đã liên kết', { exact: true }).first().click()
  await page.waitForURL('**/links?state=linked')
  await page.getByText('· Có hiệu lực').first().waitFor()
  const [link] = (await it.api.get('/links?status=linked')).items
  const [first] = link.subjects
  await page.goto(`/tasks/${first.slice('task/'.length)}`)
  await page.getByRole('heading', { name: 'Dòng trùng ở kế hoạch khác' }).waitFor()
  await page.screenshot({ path: 'screenshots/task-twins-desktop.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  await page.goto('/board')
  await page.getByText('Theo nhiệm vụ không trùng').waitFor()
  assert.deepEqual(faults, [])
  await close()
})

const queued = (page, name) => page.getByRole('list', { name: 'Các cặp' }).getByRole('button', { name }).first()

test('two indicators that are the same take one figure, each against its own targets; other units are said', async () => {
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto('/links?programme=lao-cai-nq57-2026&kind=twin')
  await queued(page, /^Số doanh nghiệp khởi nghiệp sáng tạo/).click()
  const pair = page.getByRole('article')
  await pair.getByText('Không ghi đơn vị tính').waitFor()
  for (const field of ['Đơn vị thực hiện', 'Mục tiêu'])
    await pair.getByRole('radiogroup', { name: `Dòng có hiệu lực: ${field}` }).getByRole('radio', { name: 'Dòng A' }).check()
  await chooseDocument(page)
  await page.getByRole('button', { name: 'Liên kết', exact: true }).click()
  await page.getByText('Đã liên kết.', { exact: true }).waitFor()
  const { links } = await it.api.get('/indicators/nq26.01.iii.1')
  assert.deepEqual(links.map((link) => [link.row.subject, link.figures_shared]), [['indicator/da11.i.iv.4', true]])

  const figure = '/submissions/da11.i.iv.4.so-khcn.2026'
  await it.api.post(`${figure}/enter`, { kind: 'actual', value: 12 }, 'so-khcn.officer')
  for (const [name, who] of [['submit', 'so-khcn.officer'], ['approve', 'so-khcn']])
    await it.api.post(`${figure}/${name}`, { kind: 'actual' }, who, (await it.api.get(figure)).sequence)
  await page.goto('/indicators/nq26.01.iii.1')
  const twins = page.getByRole('region', { name: 'Chỉ tiêu trùng ở kế hoạch khác' })
  await twins.getByText('2030: 25 (Doanh nghiệp) (Có hiệu lực)').waitFor()
  await page.getByRole('link', { name: 'Số liệu lấy từ chỉ tiêu liên kết' }).waitFor()
  await page.getByText('≥ 10').first().waitFor()
  await page.screenshot({ path: 'screenshots/indicator-twins-desktop.png', fullPage: true })
  assert.deepEqual(await objections(page), [])
  await twins.getByRole('link', { name: 'Số doanh nghiệp khởi nghiệp sáng tạo' }).click()
  await page.waitForURL('**/indicators/da11.i.iv.4')
  await page.getByRole('region', { name: 'Chỉ tiêu trùng ở kế hoạch khác' }).getByText('2026: ≥ 10').waitFor()
  const shown = await Promise.all(['nq26.01.iii.1', 'da11.i.iv.4'].map((id) => it.api.get(`/indicators/${id}`)))
  assert.deepEqual(shown.map((one) => [one.latest.value, one.assessment.inputs.target.year]), [[12, 2026], [12, 2030]])

  const apart = (await it.api.get('/link-suggestions?kind=twin&limit=1000')).items.find((one) => one.figures_apart === 'unit')
  await page.goto(`/links?kind=twin&programme=${apart.rows[0].programme}`)
  await page.getByRole('list', { name: 'Các cặp' }).getByRole('button').filter({ hasText: apart.rows[0].title }).filter({ hasText: `${apart.score}%` }).first().click()
  await page.getByText('Hai dòng ghi đơn vị tính khác nhau nên số liệu vẫn nhập riêng từng dòng.').waitFor()
  await page.getByRole('radiogroup', { name: 'Dòng có hiệu lực: Đơn vị tính' }).waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('a member\'s page lists the indicators in charge, and an indicator who is', async () => {
  const { page, faults, close } = await it.official('so-khcn.officer', { bypassCSP: true })
  await page.goto('/members/pc25.body.8.8')
  const indicators = page.getByRole('region', { name: 'Chỉ tiêu phụ trách' })
  await indicators.getByRole('link', { name: 'Tỷ lệ Người dân có tài khoản định danh điện tử VNeID' }).click()
  await page.waitForURL('**/indicators/pc25.annex.v.12')
  await page.getByRole('link', { name: 'Đồng chí Giám đốc Công an tỉnh' }).waitFor()
  assert.deepEqual(await objections(page), [])
  assert.deepEqual(faults, [])
  await close()
})

test('what a budget line may pay for is suggested, and joined', async () => {
  const { page, close } = await it.official(standing, { bypassCSP: true })
  await page.goto('/links?kind=funds')
  const pair = page.getByRole('article')
  await pair.getByText('Cấp vốn', { exact: true }).waitFor()
  await pair.getByText('Từ ngữ chung').waitFor()
  await page.screenshot({ path: 'screenshots/links-funds-desktop.png' })
  assert.deepEqual(await objections(page), [])
  await chooseDocument(page)
  await page.getByRole('button', { name: 'Gắn', exact: true }).click()
  await page.getByText('Đã liên kết.', { exact: true }).waitFor()
  assert.equal(await total('/links?status=linked&kind=funds'), 1)
  await close()
})

test('who may comment proposes; the standing agency finds the proposal', async () => {
  const officer = await it.official('so-khcn.officer', { viewport: phone, bypassCSP: true })
  await officer.page.goto('/links')
  await officer.page.getByRole('button', { name: 'Đề nghị liên kết' }).waitFor()
  await officer.page.screenshot({ path: 'screenshots/links-phone.png' })
  assert.deepEqual(await objections(officer.page), [])
  await officer.page.getByRole('textbox', { name: 'Lý do đề nghị' }).fill('Cùng một việc, ghi ở hai nơi.')
  await officer.page.getByRole('button', { name: 'Đề nghị liên kết' }).click()
  await officer.page.getByText('Đã đề nghị liên kết.').waitFor()
  await officer.close()
  const { page, close } = await it.official(standing)
  await page.goto('/links?state=proposed')
  await page.getByText('Lý do: Cùng một việc, ghi ở hai nơi.').waitFor()
  await page.getByText('Theo Dòng A ở mọi chỗ khác').waitFor()
  await close()
})

test('doubts are settled one after the other by keys; a reason or a document is asked for', async () => {
  const { page, faults, close } = await it.official(standing, { bypassCSP: true })
  await page.goto('/doubts/work')
  await page.getByRole('button', { name: '1. Giữ nguyên' }).waitFor()
  await page.screenshot({ path: 'screenshots/doubt-work-desktop.png' })
  assert.deepEqual(await objections(page), [])
  await page.keyboard.press('1')
  await page.getByRole('alert').filter({ hasText: 'lý do hoặc văn bản' }).waitFor()
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Giữ như văn bản.')
  await page.getByRole('button', { name: '1. Giữ nguyên' }).click()
  await page.getByText(/Đã xử lý 1\//).waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('4')
  await page.getByText(/Đã xử lý 2\//).waitFor()
  assert.equal(await total('/doubts?status=settled'), 2)
  await page.goto('/doubts/work?state=settled')
  await page.getByText('Giữ nguyên: Giữ như văn bản.').waitFor()
  await page.getByRole('textbox', { name: 'Lý do mở lại' }).fill('Có văn bản mới.')
  await page.getByRole('button', { name: 'Mở lại' }).click()
  await page.getByText(/Đã xử lý 1\//).waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('contradictions are listed from the rows, with what covers them', async () => {
  for (const [width, options] of [['desktop', {}], ['phone', { viewport: phone }]]) {
    const { page, faults, close } = await it.official('so-khcn.officer', { ...options, bypassCSP: true })
    await page.goto('/contradictions?kind=turning-series')
    await page.getByText(/Tỷ lệ phủ sóng 5G/).waitFor()
    await page.getByRole('link', { name: /^Nghi vấn: Chuỗi 40/ }).waitFor()
    await page.goto('/contradictions')
    await page.getByText('Thời hạn khác nhau').first().waitFor()
    await page.screenshot({ path: `screenshots/contradictions-${width}.png` })
    assert.deepEqual(await objections(page), [])
    assert.deepEqual(faults, [])
    await close()
  }
})
