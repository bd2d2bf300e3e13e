// Typing as Vietnamese input methods do it.

// A word in the making, shown and not yet in the field: Telex and VNI on phones, and where the system has them. `keys`: a CDP session.
export async function begun(keys, ...steps) {
  for (const text of steps) await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

// The word is put into the field.
export async function composed(keys, ...steps) {
  await begun(keys, ...steps)
  await keys.send('Input.insertText', { text: steps.at(-1) })
}

// Letters that are taken back and typed again with their marks: Unikey and its like on Windows.
export async function retyped(page, plain, marked) {
  await page.keyboard.type(plain)
  for (const _letter of plain) await page.keyboard.press('Backspace')
  await page.keyboard.insertText(marked)
}

// Enter that chooses a word of the input method, and is no command to the page.
export const enterOfMethod = (field) =>
  field.evaluate((target) => target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })))

export const isFocused = (field) => field.evaluate((target) => target === document.activeElement)
