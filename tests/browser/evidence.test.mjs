// Evidence brought from where the work is done: onto the task's page, into a progress report, into a report of completion.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { desktop, phone } from './browser.mjs'
import { pdf } from './pdf.mjs'
import { stage } from './stage.mjs'

const it = stage()
before(() => mkdir('screenshots', { recursive: true }))

const form = (page, name) => page.getByRole('dialog', { name })
const drop = (zone, name, bytes) =>
  zone.evaluate((place, { name, bytes }) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
    for (const kind of ['dragover', 'drop']) place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }))
  }, { name, bytes: [...bytes] })

// The list of documents is read again behind the answer.
async function shows(field, words) {
  for (let tries = 0; tries < 100 && !(await field.inputValue()).includes(words); tries += 1) await new Promise((done) => setTimeout(done, 100))
  assert.match(await field.inputValue(), new RegExp(words))
}

// Tasks under way of which the agency brings a document.
async function openTasks(agency) {
  const { items } = await it.api.get(`/tasks?agency=${agency}&limit=1000`)
  return items.filter((one) => one.lead_agencies.includes(agency) && !one.is_group && one.assignment_mode === 'joint' && one.status === 'not-started'
    && one.deliverables.some((product) => product.kind === 'document' && product.quantity === null))
}

// The form of registration, opened by a file: it knows its words from the file's name, and whose it is.
async function register(page, abstract) {
  const registering = form(page, 'Đăng ký văn bản')
  await registering.getByText('Đã tải lên').waitFor()
  assert.equal(await registering.getByRole('textbox', { name: 'Trích yếu' }).inputValue(), abstract)
  assert.equal(await registering.getByRole('textbox', { name: 'Cơ quan ban hành' }).inputValue(), 'Sở Khoa học và Công nghệ')
  return registering
}
const sendNew = (registering) => registering.getByRole('button', { name: 'Đăng ký văn bản', exact: true }).click()

for (const [width, viewport] of Object.entries({ desktop, phone }))
  test(`a file dropped on a task's page becomes the document of a progress report, on the ${width}`, async () => {
    const tasks = await openTasks('so-khcn')
    const task = tasks[width === 'phone' ? 1 : 0]
    const { page, faults, close } = await it.official('so-khcn.officer', { viewport, bypassCSP: true })
    await page.goto(`/tasks/${task.id}`)
    const evidence = page.getByRole('region', { name: 'Minh chứng' })
    await evidence.getByText('Chưa có văn bản nào kèm theo báo cáo.').waitFor()
    await drop(evidence.getByText('hoặc thả tệp của văn bản vào đây'), `Biên bản họp ${width}.pdf`, pdf())
    const registering = await register(page, `Biên bản họp ${width}`)
    await page.screenshot({ path: `screenshots/evidence-register-${width}.png` })
    assert.deepEqual(await objections(page), [])
    await sendNew(registering)

    const report = form(page, 'Báo cáo tiến độ')
    await report.waitFor()
    await shows(report.getByRole('combobox', { name: 'Văn bản căn cứ' }), `Biên bản họp ${width}`)
    await report.getByRole('textbox', { name: 'Kết quả thực hiện' }).fill('Đã họp thống nhất.')
    await page.screenshot({ path: `screenshots/evidence-report-${width}.png` })
    assert.deepEqual(await objections(page), [])
    await report.getByRole('button', { name: 'Báo cáo tiến độ', exact: true }).click()
    await report.waitFor({ state: 'detached' })
    assert.equal(new URL(page.url()).search, '')

    await evidence.getByText(`có tệp Biên bản họp ${width}.pdf`).waitFor()
    await evidence.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `screenshots/evidence-task-${width}.png` })
    assert.deepEqual(await objections(page), [])
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
    await evidence.getByRole('link', { name: new RegExp(`Biên bản họp ${width}`) }).click()
    await page.getByRole('button', { name: 'Xem trước' }).waitFor()
    assert.deepEqual(faults, [])
    await close()
  })

test('a product is handed over with its document, dropped into the report of completion', async () => {
  const [, , task] = await openTasks('so-khcn')
  const { page, faults, close } = await it.official('so-khcn.officer', { bypassCSP: true })
  await page.goto(`/tasks/${task.id}?do=submit`)
  const submit = form(page, 'Báo cáo hoàn thành')
  await submit.getByRole('textbox', { name: 'Ngày hoàn thành sản phẩm' }).fill('05/01/2026')
  const product = task.deliverables.findIndex((one) => one.kind === 'document' && one.quantity === null)
  const products = submit.getByRole('group', { name: 'Sản phẩm đã có' })
  await products.getByRole('checkbox').nth(product).check()
  await drop(products.getByText('hoặc thả tệp của văn bản vào đây'), 'Quyết định 15.pdf', pdf())
  const registering = await register(page, 'Quyết định 15')
  await sendNew(registering)
  await registering.waitFor({ state: 'detached' })
  await shows(products.getByRole('combobox', { name: 'Văn bản căn cứ' }), 'Quyết định 15')

  await drop(submit.getByText('hoặc thả tệp của văn bản vào đây').last(), 'Tờ trình.pdf', pdf())
  await sendNew(await register(page, 'Tờ trình'))
  await registering.waitFor({ state: 'detached' })
  await page.screenshot({ path: 'screenshots/evidence-submit-desktop.png' })
  assert.deepEqual(await objections(page), [])
  await submit.getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).click()
  await submit.waitFor({ state: 'detached' })
  const evidence = page.getByRole('region', { name: 'Minh chứng' })
  await evidence.getByText('có tệp Tờ trình.pdf').waitFor()
  await evidence.getByText('có tệp Quyết định 15.pdf').waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('a file dropped beside the place meant for it does not take the page away', async () => {
  const [task] = await openTasks('so-khcn')
  const { page, close } = await it.official('so-khcn.officer')
  await page.goto(`/tasks/${task.id}`)
  await page.getByRole('region', { name: 'Minh chứng' }).waitFor()
  const kept = await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'x.pdf'))
    return !document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
  assert.equal(kept, true)
  await close()
})

test('every request for coordination stands on one page, sifted by its filters', async () => {
  const [task] = await openTasks('so-khcn')
  const day = (offset) => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)
  for (const [to, what] of [['so-noi-vu', 'Cử người tham gia'], ['so-tai-chinh', 'Cho ý kiến về kinh phí']])
    await it.api.post('/coordinations', { task: task.id, to: [to], what, due: day(10) }, 'so-khcn.officer')
  const { page, faults, close } = await it.official('so-khcn.officer', { bypassCSP: true })
  await page.goto('/?scope=unit')
  await page.getByRole('link', { name: 'Mọi đề nghị phối hợp của đơn vị' }).click()
  await page.getByText('2 đề nghị').waitFor()
  await page.screenshot({ path: 'screenshots/coordinations-desktop.png' })
  assert.deepEqual(await objections(page), [])
  await page.getByRole('button', { name: 'Vai trò của cơ quan' }).click()
  await page.getByRole('button', { name: 'Được đề nghị', exact: true }).click()
  await page.getByText('Chưa có đề nghị phối hợp nào.').waitFor()
  await page.goto('/coordinations?q=kinh phi')
  await page.getByText('1 đề nghị').waitFor()
  await page.goto('/coordinations?state=overdue')
  await page.getByText('Chưa có đề nghị phối hợp nào.').waitFor()
  assert.deepEqual(faults, [])
  await close()
  const small = await it.official('so-noi-vu.officer', { viewport: phone, bypassCSP: true })
  await small.page.goto('/coordinations?agency=so-noi-vu&kind=asked')
  await small.page.getByText('Cử người tham gia').waitFor()
  await small.page.screenshot({ path: 'screenshots/coordinations-phone.png' })
  assert.deepEqual(await objections(small.page), [])
  assert.equal(await small.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
  await small.close()
})
