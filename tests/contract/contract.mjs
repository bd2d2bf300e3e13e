// openapi.yaml as a judge: whether an answer is one that it names, with a body of the shape that it gives.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

const document = parse(readFileSync(new URL('../../api/openapi.yaml', import.meta.url), 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addFormat('int64', true)
ajv.addFormat('binary', true)
ajv.addSchema(document, 'openapi')

const escaped = (word) => word.replaceAll('~', '~0').replaceAll('/', '~1')

// A pointer into the document with references on the way followed.
function follow(pointer) {
  let at = document
  let path = ''
  for (const word of pointer.split('/').slice(1)) {
    at = at?.[word.replaceAll('~1', '/').replaceAll('~0', '~')]
    path += `/${word}`
    if (at?.$ref) {
      path = at.$ref.slice(1)
      at = follow(path).value
    }
  }
  return { value: at, path }
}

export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  ['get', 'post', 'delete'].filter((method) => item[method]).map((method) => ({ path, method, ...item[method] })))

// Of a path template: only a tile's index goes over slashes.
const patternOf = (template) =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace('{index}', '.+').replace(/\{[a-z]+\}/g, '[^/]+')}$`)

// The operation whose path fits; of several the one with fewer placeholders.
export function operationOf(method, target) {
  const path = target.split('?')[0]
  const found = operations.filter((one) => one.method === method.toLowerCase() && patternOf(one.path).test(path))
  return found.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
}

const validators = new Map()
function validatorOf(path) {
  if (!validators.has(path)) validators.set(path, ajv.compile({ $ref: `openapi#${path}` }))
  return validators.get(path)
}

// What is wrong with the answer, in lines; none if it is as promised.
export function faultsOf(method, target, status, contentType, body) {
  const operation = operationOf(method, target)
  if (!operation) return [`${method} ${target} is not in the contract`]
  const type = contentType?.split(';')[0].trim()
  const response = follow(`/paths/${escaped(operation.path)}/${operation.method}/responses/${status}`)
  if (!response.value) return [`${operation.operationId}: status ${status} is not in the contract`]
  if (!response.value.content && !type) return []
  if (!response.value.content?.[type]) return [`${operation.operationId}: ${status} with ${type} is not in the contract`]
  if (!type.endsWith('json')) return []
  const validate = validatorOf(`${response.path}/content/${escaped(type)}/schema`)
  if (validate(body)) return []
  return validate.errors.slice(0, 5).map((error) => `${operation.operationId} ${status}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
}
