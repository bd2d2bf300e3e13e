// Files as evidence: bringing them with a document, seeing them, their signatures, and who gets to see them.
import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { desktop, phone } from './browser.mjs'
import { pdf, signedPdf } from './pdf.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const fileOf = (name, buffer, mimeType = 'application/pdf') => ({ name, mimeType, buffer })
const dialog = (page) => page.getByRole('dialog')

async function openForm(page) {
  await page.goto('/documents')
  await page.getByRole('button', { name: 'Đăng ký văn bản' }).click()
  await dialog(page).waitFor()
}

async function fill(page, abstract) {
  await dialog(page).getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Sở Khoa học và Công nghệ')
  await dialog(page).getByRole('textbox', { name: 'Trích yếu' }).fill(abstract)
}

const choose = (page, file) => dialog(page).locator('input[type=file]').setInputFiles(file)
const send = (page) => dialog(page).getByRole('button', { name: 'Đăng ký văn bản', exact: true }).click()

// The document's id, by the words of its abstract.
async function idOf(abstract) {
  const { items } = await it.api.get('/documents?limit=1000', 'so-khcn')
  return items.find((one) => one.abstract === abstract).id
}

for (const [width, viewport] of Object.entries({ desktop, phone }))
  test(`a signed file is brought, shown, previewed and taken along, on the ${width}`, async () => {
    const { page, faults, close } = await it.official('so-khcn', { viewport, bypassCSP: true })
    const abstract = `Báo cáo có chữ ký số, ${width}`
    const bytes = signedPdf('Nguyễn Văn Ánh')
    await openForm(page)
    await fill(page, abstract)
    await page.screenshot({ path: `screenshots/file-form-${width}.png` })
    assert.deepEqual(await objections(page), [])
    await choose(page, fileOf('Báo cáo quý I.pdf', bytes))
    await dialog(page).getByText('Đã tải lên').waitFor()
    await page.screenshot({ path: `screenshots/file-brought-${width}.png` })
    await send(page)
    await dialog(page).waitFor({ state: 'detached' })

    await page.goto(`/documents/${await idOf(abstract)}`)
    await page.getByText('Báo cáo quý I.pdf').waitFor()
    await page.getByText('Ký số bởi Nguyễn Văn Ánh').waitFor()
    await page.getByText(/còn nguyên vẹn, chưa đối chiếu chứng thư/).waitFor()
    await page.screenshot({ path: `screenshots/file-document-${width}.png`, fullPage: true })
    assert.deepEqual(await objections(page), [])
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải về' }).click()])
    assert.equal(download.suggestedFilename(), 'Báo cáo quý I.pdf')
    assert.deepEqual(await readFile(await download.path()), bytes)

    await page.getByRole('button', { name: 'Xem trước' }).click()
    const sheet = dialog(page).getByRole('img', { name: 'Trang 1/1' })
    await page.waitForFunction(() => {
      const canvas = document.querySelector('canvas')
      const [red, , blue] = canvas?.getContext('2d').getImageData(canvas.width / 6, canvas.height * 0.8, 1, 1).data ?? []
      return red === 0 && blue === 255 // the blue square of the page
    })
    await sheet.waitFor()
    await page.screenshot({ path: `screenshots/file-preview-${width}.png` })
    assert.deepEqual(await objections(page), [])
    assert.deepEqual(faults, [])
    await close()
  })

test('the preview works under the content security policy of the page', async () => {
  const { page, faults, close } = await it.official('so-khcn')
  const abstract = 'Báo cáo xem trước'
  await openForm(page)
  await fill(page, abstract)
  await choose(page, fileOf('xem.pdf', pdf()))
  await dialog(page).getByText('Đã tải lên').waitFor()
  await send(page)
  await dialog(page).waitFor({ state: 'detached' })
  await page.goto(`/documents/${await idOf(abstract)}`)
  await page.getByText('Tệp không có chữ ký số.').waitFor()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.waitForFunction(() => (document.querySelector('canvas')?.width ?? 0) > 1000)
  assert.deepEqual(faults, [])
  await close()
})

test('a file that is not taken is said so, can be left out, and another one chosen', async () => {
  const { page, faults, close } = await it.official('so-khcn')
  await openForm(page)
  await choose(page, fileOf('trang.pdf', Buffer.from('<html><script>alert(1)</script></html>')))
  await dialog(page).getByText(/trang\.pdf: Chỉ nhận tệp PDF/).waitFor()
  await fill(page, 'Không gửi được')
  await send(page)
  await dialog(page).getByText('Tệp chưa tải lên xong').waitFor()
  await dialog(page).getByRole('button', { name: 'Bỏ tệp này' }).click()
  await choose(page, fileOf('dung.txt', Buffer.from('Ghi chú\n'), 'text/plain'))
  await dialog(page).getByText('Đã tải lên').waitFor()
  await dialog(page).getByRole('button', { name: 'Bỏ tệp này' }).click()
  await dialog(page).getByRole('button', { name: 'Chọn tệp' }).waitFor()
  assert.ok(faults.every((one) => one.includes('415')), faults.join('\n'))
  await close()
})

test('a file is dropped, stopped, and one on its way goes on while other pages are looked at', async () => {
  const { page, context, close } = await it.official('so-khcn')
  await openForm(page)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 })
  const large = fileOf('lon.txt', Buffer.from('Một dòng chữ\n'.repeat(80_000)), 'text/plain')
  await choose(page, large)
  await dialog(page).getByRole('progressbar').waitFor()
  await dialog(page).getByRole('button', { name: 'Dừng tải lên' }).click()
  await dialog(page).getByRole('button', { name: 'Chọn tệp' }).waitFor()

  await dialog(page).getByRole('group', { name: 'Tệp văn bản' }).locator('div').last().evaluate((zone, text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'tha-vao.txt', { type: 'text/plain' }))
    zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  }, 'Một dòng chữ\n'.repeat(60_000))
  await dialog(page).getByText(/Đang tải lên tha-vao\.txt/).waitFor()
  await dialog(page).getByRole('button', { name: 'Đóng' }).first().click()
  await page.getByRole('link', { name: 'Bảng' }).first().click()
  await page.waitForURL('**/board**')
  await page.goBack()
  await page.getByRole('button', { name: 'Đăng ký văn bản' }).click()
  await dialog(page).getByText(/Đã tải lên: tha-vao\.txt/).waitFor({ timeout: 30_000 })
  await close()
})

test('who has nothing to do with the document gets neither its file nor its name', async () => {
  const { page, close } = await it.official('so-khcn')
  await openForm(page)
  await fill(page, 'Báo cáo nội bộ')
  await choose(page, fileOf('noi-bo.pdf', pdf()))
  await dialog(page).getByText('Đã tải lên').waitFor()
  await send(page)
  await dialog(page).waitFor({ state: 'detached' })
  await close()
  const other = await it.official('so-noi-vu.officer')
  await other.page.goto(`/documents/${await idOf('Báo cáo nội bộ')}`)
  await other.page.getByText('Báo cáo nội bộ').first().waitFor()
  assert.equal(await other.page.getByText('noi-bo.pdf').count(), 0)
  assert.equal(await other.page.getByRole('link', { name: 'Tải về' }).count(), 0)
  await other.close()
})
