// A template that the server made, filled in as a person would do in Excel.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

// Prints the number of each row.
const fill = `import sys, zipfile, json, html, re
source, target, cells = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, 'w') as new:
    for name in old.namelist():
        data = old.read(name)
        if name == 'xl/worksheets/sheet1.xml':
            text = data.decode()
            for indicator, column, value in cells:
                row = re.search(r'<c r="A(\\d+)"[^>]*><is><t>%s<' % re.escape(indicator), text).group(1)
                print(row)
                empty = re.search(r'<c r="%s%s" s="\\d+"/>' % (column, row), text).group(0)
                words = isinstance(value, str)
                said = '<is><t>%s</t></is>' % html.escape(value) if words else '<v>%s</v>' % value
                text = text.replace(empty, empty[:-2] + (' t="inlineStr">' if words else '>') + said + '</c>')
            data = text.encode()
        new.writestr(name, data)`

// `cells`: by indicator and column, ["bcd26.i.7", "H", 80.5]. `lines`: the row of each; `drop` removes the file again.
export async function fillTemplate(template, cells) {
  const folder = await mkdtemp(path.join(tmpdir(), 'luuvet-sheet-'))
  const filled = path.join(folder, 'so-lieu.xlsx')
  const lines = execFileSync('python3', ['-c', fill, template, filled, JSON.stringify(cells)]).toString().trim().split('\n')
  return { filled, lines, drop: () => rm(folder, { recursive: true }) }
}
