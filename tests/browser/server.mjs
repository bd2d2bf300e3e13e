// A real server with the real plans in a folder of its own, and the API as another system would use it.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
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

export async function startServer() {
  const folder = await mkdtemp(path.join(tmpdir(), 'luuvet-browser-'))
  let child
  const start = async (port) => {
    const words = ['serve', '--data', path.join(folder, 'data'), '--port', String(port), '--seeds', path.join(root, 'seeds')]
    child = spawn(program, [...words, '--web', path.join(root, 'web-client/dist')])
    return addressOf(child)
  }
  const end = async (signal) => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  const base = await start(0)
  return {
    base,
    kill: () => end('SIGKILL'),
    again: () => start(new URL(base).port),
    async stop() {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// Acts through the API as the agency; a refusal is an error.
export function apiOf(base) {
  const get = async (target) => (await fetch(`${base}/api/v1${target}`)).json()
  const post = async (target, body, agency, basedOn) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': `"${crypto.randomUUID()}"`, 'luuvet-acting-for': agency }
    if (basedOn) headers['luuvet-based-on'] = String(basedOn)
    const reply = await fetch(`${base}/api/v1${target}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const json = await reply.json()
    if (!reply.ok) throw new Error(`${target}: ${reply.status} ${JSON.stringify(json)}`)
    return json
  }
  // A command on a task as it stands now.
  const command = async (task, name, body, agency) => post(`/tasks/${task}/${name}`, body, agency, (await get(`/tasks/${task}`)).sequence)
  return { get, post, command }
}
