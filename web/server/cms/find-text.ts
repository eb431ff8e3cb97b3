/** Looks up a text in one language, and puts in what it leaves open. */
export type FindText = (key: string, values?: Record<string, string>) => string
