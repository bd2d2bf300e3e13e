// What axe objects to on a page; the page must be one that lets scripts of others in (bypassCSP).
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function objections(page) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`)
}
