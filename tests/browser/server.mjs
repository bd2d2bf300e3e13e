// A real demo server with the real plans in a folder of its own, and the API as another system would use it: with the tokens of its accounts.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const program = process.env.LUUVET_PROGRAM ?? path.join(root, 'build/release/server/luuvet')

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    const take = (chunk) => {
      output += chunk
      const found = /http:\/\/localhost:\d+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${output}`)))
  })
}

// `more`: further options of `luuvet serve`; `firstPort`: 0 for any free one.
export async function startServer({ more = [], firstPort = 0 } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'luuvet-browser-'))
  let child
  const start = async (port) => {
    const words = ['serve', '--demo', '--data', path.join(folder, 'data'), '--state', path.join(folder, 'state'), '--port', String(port), '--seeds', path.join(root, 'seeds')]
    child = spawn(program, [...words, ...more, '--web', path.join(root, 'web-client/dist')])
    return addressOf(child)
  }
  const end = async (signal) => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  const base = await start(firstPort)
  const accounts = JSON.parse(await readFile(path.join(folder, 'data/demo-accounts.json'), 'utf8'))
  return {
    base,
    // By username: {account, username, password, token, roles, agency, name}.
    accounts: new Map(accounts.map((one) => [one.username, one])),
    kill: () => end('SIGKILL'),
    again: () => start(new URL(base).port),
    async stop() {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// "so-khcn.officer" is a username; an agency alone stands for its head, who may do what officers do.
export const usernameOf = (who) => (who.includes('.') ? who : `${who}.head`)

// Acts through the API as somebody; a refusal is an error. What is read without a name is read by an inspector, who sees everything.
export function apiOf({ base, accounts }) {
  const authorization = (who) => `Bearer ${accounts.get(usernameOf(who)).token}`
  const get = async (target, who = 'thanh-tra-tinh.inspector') =>
    (await fetch(`${base}/api/v1${target}`, { headers: { authorization: authorization(who) } })).json()
  const post = async (target, body, who, basedOn) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': `"${crypto.randomUUID()}"`, authorization: authorization(who) }
    if (basedOn) headers['luuvet-based-on'] = String(basedOn)
    const reply = await fetch(`${base}/api/v1${target}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const json = await reply.json()
    if (!reply.ok) throw new Error(`${target}: ${reply.status} ${JSON.stringify(json)}`)
    return json
  }
  // A command on a task as it stands now.
  const command = async (task, name, body, who) => post(`/tasks/${task}/${name}`, body, who, (await get(`/tasks/${task}`)).sequence)
  return { get, post, command }
}
