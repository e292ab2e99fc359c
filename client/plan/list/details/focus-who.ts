/** Frames to wait for the details: they are drawn after the key that asks for them. */
const ATTEMPTS = 10;

/** Puts the focus on who does it, as soon as the details of a goal stand there. */
export function focusWho(id: string, left = ATTEMPTS): void {
  requestAnimationFrame(() => {
    const details = document.querySelector(`section[data-here="${CSS.escape(id)}"]`);
    const who = details?.querySelector<HTMLElement>('[data-part=who] select');
    if (who) {
      who.focus();
    } else if (left > 0) {
      focusWho(id, left - 1);
    }
  });
}

/** Back to the row whose details these are, where both stand beside each other. */
export function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[role=treeitem][data-goal="${CSS.escape(id)}"]`)?.focus();
}
