/** What is computed: nobody types it, and no form shows it. */
export const COMPUTED: readonly string[] = ['startsOn', 'endsOn', 'countsFrom', 'sortKey', 'label', 'sourceLanguage']
