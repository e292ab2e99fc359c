/** For what takes the place of a part of the phone: it is read from its top. A `ref` that says so once. */
export function fromTheTop(element: HTMLElement | null): void {
  element?.closest('main')?.scrollTo(0, 0);
  // Where all of the page is scrolled.
  element?.closest('[data-testid=table]')?.scrollTo(0, 0);
}
