/** The sign of „Neu“ in the menu. */
export function Plus() {
  return (
    <svg viewBox="4 4 24 24" width="16" height="16" fill="currentColor" aria-hidden="true">
      <path d="M14 5h4v9h9v4h-9v9h-4v-9H5v-4h9z" />
    </svg>
  )
}
