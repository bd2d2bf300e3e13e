// Real frames of the live connection of a real demo server, in both directions, each judged by asyncapi.yaml.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { apiOf, startServer } from '../browser/server.mjs'

const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addFormat('int64', true)
for (const name of ['openapi.yaml', 'asyncapi.yaml'])
  ajv.addSchema(parse(readFileSync(new URL(`../../api/${name}`, import.meta.url), 'utf8')), `contract:/${name}`)

const schemas = { hello: 'Hello', 'caught-up': 'CaughtUp', heartbeat: 'Heartbeat', looking: 'Looking', presence: 'Presence' }
const kindOf = (frame) => /^vn\.luuvet\.live\.([a-z-]+)\.v1$/.exec(frame.type)?.[1] ?? 'record'

const validators = new Map()
function validatorOf(kind) {
  const $ref = kind === 'record' ? 'contract:/openapi.yaml#/components/schemas/Record' : `contract:/asyncapi.yaml#/components/schemas/${schemas[kind]}`
  if (!validators.has(kind)) validators.set(kind, ajv.compile({ $ref }))
  return validators.get(kind)
}

function assertFits(frame) {
  const validate = validatorOf(kindOf(frame))
  assert.ok(validate(frame), `${JSON.stringify(frame)}: ${ajv.errorsText(validate.errors)}`)
}

let server
before(async () => {
  server = await startServer()
})
after(() => server?.stop())

// The live connection of a new session.
async function subscriber(username, query = '') {
  const entered = await fetch(`${server.base}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ demo: username }) })
  const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
  const made = await fetch(`${server.base}/api/v1/live-ticket`, {
    method: 'POST', headers: { 'content-type': 'application/json', cookie, 'sec-fetch-site': 'same-origin' }, body: '{}' })
  const { ticket } = await made.json()
  const socket = new WebSocket(`${server.base.replace('http', 'ws')}/api/v1/live?ticket=${ticket}${query}`, 'cloudevents.json')
  const frames = []
  let wake = () => {}
  socket.onmessage = ({ data }) => {
    frames.push(JSON.parse(data))
    wake()
  }
  // The first frame of that kind, from now or before.
  const first = async (kind) => {
    for (;;) {
      const found = frames.find((frame) => kindOf(frame) === kind)
      if (found) return found
      await new Promise((resolve) => { wake = resolve })
    }
  }
  const look = (data) => {
    const frame = { specversion: '1.0', type: 'vn.luuvet.live.looking.v1', id: '1', source: '/client', data }
    assertFits(frame)
    socket.send(JSON.stringify(frame))
  }
  return { socket, frames, first, look }
}

test('records, control frames and presence are as the contract says', { timeout: 60_000 }, async () => {
  const api = apiOf(server)
  const { sequence } = await api.get('/programmes?limit=1')
  const [one, other] = [await subscriber('so-khcn.officer', `&after=${sequence - 200}`), await subscriber('vp-ubnd-tinh.head')]
  await Promise.all([one.first('caught-up'), other.first('hello')])
  one.look({ subject: 'task/da11.ii.i.1.1', field: 'report-progress.percent', typing: true, agency: 'so-khcn' })
  await one.first('presence')
  other.look({ subject: 'task/da11.ii.i.1.1' })
  const presence = await other.first('presence')
  assert.equal(presence.data.people[0].account, 'demo.so-khcn.officer')
  await api.post('/tasks/da11.ii.i.1.1/comment', { text: 'Ý kiến' }, 'so-khcn.officer')
  await other.first('record')
  assert.ok(one.frames.length > 200)
  for (const frame of [...one.frames, ...other.frames]) assertFits(frame)
  for (const { socket } of [one, other]) socket.close()
})
