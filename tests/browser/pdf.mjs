// Small real PDFs: one page with words, and one with a digital signature over all of it, made by openssl.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const stream = (content) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

function pdfOf(bodies) {
  let pdf = '%PDF-1.7\n'
  const offsets = bodies.map((body, place) => {
    const at = pdf.length
    pdf += `${place + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = pdf.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${pdf}xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
}

export const pdf = (words = 'Bao cao ket qua') =>
  Buffer.from(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    stream(`0 0 1 rg 20 20 60 40 re f BT /F 18 Tf 20 100 Td (${words}) Tj ET`)]), 'latin1')

export function signedPdf(name) {
  const room = `<${'0'.repeat(16_384)}>`
  const noRange = '[0 0000000000 0000000000 0000000000]'
  let text = pdfOf(['<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Annots [4 0 R] /Contents 6 0 R /Resources << >> >>',
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (sig1) /Rect [0 0 0 0] /P 3 0 R /V 5 0 R >>',
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange ${noRange} /Contents ${room} >>`,
    stream('0 0 1 rg 20 20 60 40 re f')])
  const from = text.indexOf(room)
  const to = from + room.length
  const wide = (number) => String(number).padStart(10, '0')
  text = text.replace(noRange, `[0 ${wide(from)} ${wide(to)} ${wide(text.length - to)}]`)
  const folder = mkdtempSync(path.join(tmpdir(), 'luuvet-pdf-'))
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((file) => path.join(folder, file))
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-utf8', '-days', '700', '-subj', `/C=VN/CN=${name}`, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
  const signature = execFileSync('openssl', ['cms', '-sign', '-binary', '-outform', 'DER', '-md', 'sha256', '-nosmimecap', '-signer', certificate, '-inkey', key],
    { input: Buffer.from(text.slice(0, from) + text.slice(to), 'latin1') })
  rmSync(folder, { recursive: true })
  const hex = signature.toString('hex')
  return Buffer.from(text.slice(0, from + 1) + hex + text.slice(from + 1 + hex.length), 'latin1')
}
