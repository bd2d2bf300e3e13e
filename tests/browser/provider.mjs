// A certified OpenID Connect provider on this machine, under another site's name than the server: what comes back from it is cross-site.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import net from 'node:net'
import Provider from 'oidc-provider'

const makers = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
}
let made = 0
const newKey = (alg) => ({ ...makers[alg]().privateKey.export({ format: 'jwk' }), kid: `key-${++made}`, use: 'sig', alg })

export const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

// `usernames`: what it calls a person who signs in there, where that is not the login itself.
export async function startProvider(redirectUri) {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const usernames = new Map()
  let http
  const start = async ({ alg = 'RS256', secret = 'bi-mat-cua-luuvet' } = {}) => {
    const rsa = alg === 'RS256' ? [] : [newKey('RS256')] // what the provider itself cannot do without
    const provider = new Provider(issuer, {
      clients: [{ client_id: 'luuvet', client_secret: secret, redirect_uris: [redirectUri], id_token_signed_response_alg: alg }],
      jwks: { keys: [newKey(alg), ...rsa] },
      enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256'] },
      pkce: { required: () => true },
      cookies: { keys: ['khoa-cua-ban-thu'] },
      claims: { openid: ['sub'], profile: ['preferred_username'] },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: usernames.get(id) ?? id }) }),
    })
    http = createServer(provider.callback())
    await new Promise((resolve) => http.listen(port, '127.0.0.1', resolve))
  }
  const stop = () =>
    new Promise((resolve) => {
      http.close(resolve)
      http.closeAllConnections()
    })
  await start()
  return { issuer, usernames, secret: 'bi-mat-cua-luuvet', start, stop }
}
