// What goes to paper: all rows, the filter in words, the moment of the data, and nothing to press.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './stage.mjs'

const it = stage()

test('a filtered board is printed whole, as a table, with its filter in words', async () => {
  const { page, faults, close } = await it.official('so-khcn', { colorScheme: 'dark' })
  await page.goto('/board?programme=lao-cai-de-an-11')
  await page.locator('article').first().waitFor()
  const { counts } = await it.api.get('/tasks?programme=lao-cai-de-an-11&limit=1')
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('table').waitFor()
  const links = await page.locator('tbody a[href^="/tasks/"]').count()
  assert.ok(links >= counts.total, `${links} rows of ${counts.total}`)
  assert.equal(await page.getByText('Bộ lọc: Chương trình: Đề án 11').isVisible(), true)
  assert.equal(await page.getByText(/Số liệu tính đến ngày .*In lúc/).isVisible(), true)
  for (const hidden of [page.getByRole('navigation', { name: 'Các trang' }), page.locator('header button').first()])
    assert.equal(await hidden.isVisible(), false)
  assert.equal(await page.locator('thead button').count(), 0, 'heads are repeated only where they are plain text')
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  assert.equal(ground, 'rgb(255, 255, 255)')
  assert.deepEqual(faults, [])
  await close()
})

test('wide lists lie across, a task stands upright', async () => {
  const { page, close } = await it.official('so-khcn')
  const box = async () => /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec((await page.pdf({ preferCSSPageSize: true })).toString('latin1'))?.slice(1).map(Number)
  await page.goto('/documents')
  await page.getByRole('table').waitFor()
  const [wide, low] = await box()
  assert.ok(wide > low)
  await page.goto('/tasks/da11.ii.i.1.1')
  await page.getByLabel('Viết ý kiến trao đổi').waitFor()
  const [narrow, high] = await box()
  assert.ok(high > narrow)
  await close()
})
