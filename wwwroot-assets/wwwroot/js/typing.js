// As the reader's own typing, which Ctrl+Z takes back; where a browser has no such thing, as it comes.
export function put(field, start, end, text, selectFrom = text.length, selectTo = selectFrom) {
  field.focus();
  field.setSelectionRange(start, end);
  if (!document.execCommand(text ? 'insertText' : 'delete', false, text)) {
    field.setRangeText(text, start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(start + selectFrom, start + selectTo);
}

// Where the caret was when the reader left the field: whoever selects words elsewhere moves it.
const carets = new WeakMap();
export const leave = field => carets.set(field, [field.selectionStart, field.selectionEnd]);
export const caretOf = field => (document.activeElement === field ? null : carets.get(field)) ?? [field.selectionStart, field.selectionEnd];
