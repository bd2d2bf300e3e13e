// The pages in English: every page is in English but for the plans' own words, fits the screen, and has nothing that axe objects to.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { before, test } from 'node:test'
import { objections } from './axe.mjs'
import { desktop, phone } from './browser.mjs'
import { stage } from './stage.mjs'

const it = stage()
const officials = {
  mine: '/', board: '/board', task: '/tasks/da11.ii.i.1.1', 'opening-state': '/agencies/so-khcn/opening-state', programme: '/programmes/lao-cai-de-an-11',
  approvals: '/approvals', indicators: '/indicators', indicator: '/indicators/pc25.annex.i.1', 'indicator-entry': '/indicators/entry', measures: '/indicators/measures', budget: '/budget-lines', me: '/me', rights: '/rights', post: '/admin/posts/demo.so-khcn.officer',
  agency: '/agencies/so-khcn', document: '/documents/lao-cai-de-an-11', doubts: '/doubts', log: '/log',
  'people-of-work': '/people-of-work', handover: '/handover', delegation: '/delegation',
}
const administrators = { accounts: '/admin/accounts', 'agencies-admin': '/agencies', merge: '/agencies/so-ngoai-vu/merge' }
// Words that stand in buttons, labels and headings of the Vietnamese pages; the data is Vietnamese in both.
const vietnamese = /^(Việc của tôi|Bảng nhiệm vụ|Quản trị|Gửi ý kiến|Tìm|Đóng|Diễn biến|Trách nhiệm|Tất cả|Thay đổi|Việc khác|Cơ quan|Vai trò|Từ ngày)$/

before(() => mkdir('screenshots', { recursive: true }))

async function inEnglish(context) {
  await context.addInitScript(() => localStorage.setItem('luuvet.locale', 'en'))
}

for (const [width, viewport] of Object.entries({ desktop, phone }))
  test(`pages in English on the ${width}`, async (t) => {
    for (const [who, addresses] of [['so-khcn', officials], ['vp-ubnd-tinh.administrator', administrators]]) {
      const { page, context, faults, close } = await it.official(who, { viewport, bypassCSP: true })
      await inEnglish(context)
      for (const [name, address] of Object.entries(addresses))
        await t.test(name, async () => {
          faults.length = 0
          await page.goto(address)
          await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {})
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await page.screenshot({ path: `screenshots/en-${name}-${width}.png` })
          const words = await page.locator('button, h1, h2, h3, th, dt, label, nav a').allInnerTexts()
          assert.deepEqual(words.map((word) => word.trim()).filter((word) => vietnamese.test(word)), [])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          assert.equal(overflow, 0, 'the page is wider than the screen')
          assert.deepEqual(await objections(page), [])
          assert.deepEqual(faults, [])
        })
      await close()
    }
  })
