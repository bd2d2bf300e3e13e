// One document that changes many rows of a plan: rows that survive, a difference before anything is recorded, refusals at their row.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()
const programme = 'lao-cai-de-an-11'
const address = `/programmes/${programme}/amend`
const [changed, stopped] = ['da11.ii.i.1.1', 'da11.ii.i.1.3']

const rowOf = (page, text) => page.getByRole('article').filter({ hasText: text })

async function pick(page, kind, words, title) {
  await page.getByText(kind, { exact: true }).first().click()
  await page.getByRole('combobox', { name: /^Tìm nhiệm vụ/ }).fill(words)
  await page.getByRole('option').filter({ hasText: title }).first().click()
}

async function documentLater(page) {
  await page.getByLabel('Bổ sung văn bản sau').check()
}

test('rows added, amended and stopped under one document are shown as a difference, then recorded as one act', async () => {
  const { page, faults, close } = await it.official('so-khcn.standing-agency')
  await page.goto(`/programmes/${programme}`)
  await page.getByRole('link', { name: 'Điều chỉnh kế hoạch' }).click()
  await documentLater(page)
  const { title } = await it.api.get(`/tasks/${stopped}`)
  await pick(page, 'Điều chỉnh', 'kien toan', 'Kiện toàn Ban Chỉ đạo')
  await page.getByRole('textbox', { name: 'Thời hạn' }).fill('Quý III/2026')
  await pick(page, 'Dừng', title.slice(0, 40), title.slice(0, 30))
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Trùng với nhiệm vụ của Kế hoạch năm.')
  await page.getByRole('button', { name: 'Thêm nhiệm vụ mới' }).click()
  await page.getByRole('textbox', { name: 'Nhiệm vụ', exact: true }).fill('Xây dựng quy chế phối hợp vận hành Trung tâm Dữ liệu tỉnh')
  await page.getByRole('textbox', { name: 'Thời hạn' }).fill('Quý IV/2026')
  await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill('so noi vu')
  await page.getByRole('option', { name: 'Sở Nội vụ' }).first().click()
  await page.keyboard.press('Escape')

  const head = (await it.api.get('/tasks?limit=1')).sequence
  await page.reload()
  await page.getByText('Bổ sung 1, Điều chỉnh 1, Dừng thực hiện 1').first().waitFor()
  assert.equal(await page.getByRole('button', { name: 'Ghi nhận điều chỉnh' }).count(), 0, 'nothing is recorded before the difference was seen')
  await page.getByRole('button', { name: 'Xem khác biệt' }).click()
  const table = page.getByRole('table', { name: 'Khác biệt trước khi ghi nhận' })
  await table.getByText('Quý III/2026').waitFor()
  for (const group of ['Bổ sung (1)', 'Điều chỉnh (1)', 'Dừng thực hiện (1)']) assert.equal(await table.getByText(group).count(), 1)
  assert.equal((await it.api.get('/tasks?limit=1')).sequence, head, 'a difference writes nothing')

  await page.getByRole('button', { name: 'Ghi nhận điều chỉnh' }).click()
  await page.waitForURL(`**/programmes/${programme}`)
  assert.equal((await it.api.get(`/tasks/${changed}`)).deadline.text, 'Quý III/2026')
  assert.equal((await it.api.get(`/tasks/${stopped}`)).status, 'cancelled')
  const added = await it.api.get(`/tasks?programme=${programme}&q=quy+che+phoi+hop+van+hanh`)
  assert.equal(added.items[0].lead_agencies[0], 'so-noi-vu')
  await page.getByRole('link', { name: 'Điều chỉnh kế hoạch', exact: true }).waitFor() // no draft is left
  assert.deepEqual(faults, [])
  await close()
})

test('a row is begun from the page of its task', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency')
  await page.goto('/tasks/da11.ii.i.1.5')
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Đưa vào điều chỉnh kế hoạch' }).click()
  await page.getByRole('textbox', { name: 'Thời hạn' }).waitFor()
  assert.match(page.url(), /\/amend$/)
  assert.equal(await page.getByRole('article').count(), 1)
  await close()
})

test('a row that the rules refuse and a row that was overtaken are said at their row, with a way on', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency')
  const [first, second] = ['da11.ii.i.1.5', 'da11.ii.i.1.6']
  const { title } = await it.api.get(`/tasks/${second}`)
  await page.goto(`${address}?task=${second}`)
  await page.getByRole('textbox', { name: 'Thời hạn' }).fill('ngày không rõ')
  await page.goto(`${address}?task=${first}`)
  await page.getByRole('textbox', { name: 'Thời hạn' }).fill('Quý III/2028')
  await documentLater(page)
  // Somebody else amends the same field of the first row, and stops the second one's work on a ground of its own.
  await it.api.command(first, 'amend', { set: { deadline: { text: 'Quý I/2027' } }, document: programme, reason: 'Theo kết luận họp.' }, 'so-khcn.standing-agency')
  await page.getByText('Mục này vừa đổi ở nơi khác').first().waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Thời hạn' }).inputValue(), 'Quý III/2028')
  await page.getByRole('button', { name: 'Giữ nội dung của tôi' }).click()
  await it.api.command(second, 'cancel', { reason: 'Trùng.', document: programme }, 'so-khcn.standing-agency')
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Xem khác biệt' }).click()
  await page.getByRole('alert').first().waitFor()
  const refused = rowOf(page, title.slice(0, 40))
  assert.ok(await refused.locator('[class*=fault], [role=alert]').count() > 0, 'the refusal stands at the row')
  await refused.getByRole('button', { name: 'Bỏ dòng' }).click()
  await page.getByRole('button', { name: 'Xem khác biệt' }).click()
  await page.getByRole('table').getByText('Quý III/2028').waitFor()
  await page.getByRole('button', { name: 'Ghi nhận điều chỉnh' }).click()
  await page.waitForURL(`**/programmes/${programme}`)
  assert.equal((await it.api.get(`/tasks/${first}`)).deadline.text, 'Quý III/2028')
  await close()
})

test('a removed row comes back where it stood', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency')
  await page.goto(`${address}?task=da11.ii.i.1.5`)
  await page.getByRole('textbox', { name: 'Thời hạn' }).fill('Quý II/2029')
  await page.getByRole('button', { name: 'Bỏ dòng' }).click()
  await page.getByRole('button', { name: 'Lấy lại dòng' }).click()
  await page.getByText('Sửa: thời hạn').waitFor()
  await close()
})

test('others than the standing agency are told who amends', async () => {
  const { page, close } = await it.official('so-noi-vu')
  await page.goto(`/programmes/${programme}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Điều chỉnh kế hoạch' }).count(), 0)
  await page.goto(address)
  await page.getByText(/Chỉ cơ quan thường trực/).waitFor()
  await close()
})
