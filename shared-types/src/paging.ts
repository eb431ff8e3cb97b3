/** Entries on a page of a list, where nothing else is asked for. */
export const PAGE_SIZE = 24

/** The most that partners can ask for at once. */
export const MAX_PAGE_SIZE = 100
