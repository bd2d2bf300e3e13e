// Many hands on one record: drafts that survive, conflicts that are no dead end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()
const task = 'da11.ii.ii.1.5'

const field = (page, label) => page.getByLabel(label, { exact: true }).last()

async function openAmendment(page) {
  await page.goto(`/tasks/${task}?do=amend`)
  await page.locator('form textarea').first().waitFor()
}

test('what was typed is there again after a reload', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency')
  await openAmendment(page)
  await field(page, 'Thời hạn').fill('Quý III/2028')
  await page.waitForTimeout(500)
  await page.reload()
  await page.locator('form textarea').first().waitFor()
  assert.equal(await field(page, 'Thời hạn').inputValue(), 'Quý III/2028')
  await page.goto(`/tasks/${task}`)
  await page.getByLabel('Viết ý kiến trao đổi').fill('Ý kiến đang gõ dở')
  await page.waitForTimeout(500)
  await page.reload()
  assert.equal(await page.getByLabel('Viết ý kiến trao đổi').inputValue(), 'Ý kiến đang gõ dở')
  await close()
})

test('the same field by two officials: both texts are shown, and each way on works', async () => {
  const { page, close } = await it.official('so-khcn.standing-agency')
  await openAmendment(page)
  await field(page, 'Nội dung').fill('Nội dung do tôi sửa')
  await field(page, 'Thời hạn').fill('Quý III/2028')
  await it.api.command(task, 'amend', { set: { deadline: { text: 'Quý I/2027' }, content: 'Nội dung người khác vừa sửa' },
    document: 'lao-cai-de-an-11', reason: 'Theo kết luận họp.' }, 'so-khcn.standing-agency')
  await page.waitForTimeout(500)
  assert.equal(await field(page, 'Thời hạn').inputValue(), 'Quý III/2028', 'a change from elsewhere never touches what is being typed')
  await page.getByLabel('Bổ sung văn bản sau').check()
  await page.getByRole('button', { name: 'Điều chỉnh nội dung', exact: true }).click()
  await page.getByRole('button', { name: /Dùng nội dung của/ }).first().waitFor()
  assert.equal(await page.getByRole('button', { name: /Dùng nội dung của/ }).count(), 2)
  await page.getByRole('button', { name: 'Ghép cả hai' }).first().click()
  await page.getByRole('button', { name: 'Giữ nội dung của tôi' }).last().click()
  await page.getByRole('button', { name: 'Gửi tiếp' }).click()
  await page.getByRole('button', { name: 'Gửi tiếp' }).waitFor({ state: 'hidden' })
  const now = await it.api.get(`/tasks/${task}`)
  assert.equal(now.deadline.text, 'Quý III/2028')
  assert.match(now.content, /Nội dung do tôi sửa/)
  assert.match(now.content, /Nội dung người khác vừa sửa/)
  await close()
})

test('what the rules refuse is said in words, and what was typed stays', async () => {
  const { page, close } = await it.official('so-khcn')
  await page.goto('/tasks/da11.ii.i.1.1?do=ask-extension')
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Xin gia hạn' }) })
  await form.getByRole('textbox').first().fill('01/02/2026') // before the day in force, 31/03/2026
  await form.locator('textarea').first().fill('Chờ ý kiến thẩm định.')
  const before = (await it.api.get('/tasks/da11.ii.i.1.1')).sequence
  await form.getByRole('button', { name: 'Xin gia hạn' }).click()
  await page.getByRole('alert').first().waitFor()
  assert.equal(await form.locator('textarea').first().inputValue(), 'Chờ ý kiến thẩm định.')
  assert.equal((await it.api.get('/tasks/da11.ii.i.1.1')).sequence, before)
  await close()
})
