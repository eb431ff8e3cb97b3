/** Looks up a text in one language, in the form for a count, and puts in what it leaves open. */
export type FindText = (key: string, values?: Record<string, string>, count?: number) => string
